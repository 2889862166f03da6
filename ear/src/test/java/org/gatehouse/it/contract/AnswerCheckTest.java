package org.gatehouse.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerCheckTest {

    private static final String DOCUMENT = """
            components:
              schemas:
                Colour: {type: string, enum: [red, green]}
                Named: {type: object, properties: {name: {type: string, maxLength: 5}}, required: [name]}
                Thing:
                  type: object
                  properties:
                    pk: {type: string, format: uuid}
                    at: {type: string, format: date-time, nullable: true}
                    count: {type: integer, minimum: 0}
                    colour: {$ref: '#/components/schemas/Colour'}
                    inner: {allOf: [{$ref: '#/components/schemas/Named'}], nullable: true}
                    owner: {allOf: [{$ref: '#/components/schemas/Named'}]}
                    any: {type: object, additionalProperties: {}}
                    list: {type: array, items: {type: boolean}}
                  required: [pk]
                Either:
                  oneOf: [{$ref: '#/components/schemas/Thing'}, {$ref: '#/components/schemas/Named'}]
                  discriminator: {propertyName: kind, mapping: {t: '#/components/schemas/Thing', n: '#/components/schemas/Named'}}
            """;

    private final AnswerCheck check = new AnswerCheck(PublishedApi.parse(DOCUMENT));

    @Test
    void acceptsWhatFitsAndCollectsWhatIsNotPublished() {
        assertThat(problems("Thing", "{'pk':'00000000-0000-4000-8000-000000000000','at':null,'count':1,'colour':'red','inner':null,"
                + "'owner':{'name':'x'},'any':{'a':[1]},'list':[true],'more':1}")).isEmpty();
        assertThat(check.unpublished()).hasToString("{Thing=[more]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{}|/ (Thing) lacks pk",
        "[]|is no object",
        "{'pk':'7'}|/pk (Thing) is no uuid",
        "{'pk':null}|/pk (Thing) is null",
        "{'at':'yesterday'}|/at (Thing) is no date-time",
        "{'count':-1}|too small",
        "{'count':1.5}|no whole number",
        "{'count':'1'}|no number",
        "{'colour':'blue'}|/colour (Colour) is none of the choices",
        "{'owner':null}|/owner (Thing) is null",
        "{'inner':{}}|/inner (Named) lacks name",
        "{'inner':{'name':'too long'}}|/inner/name (Named) is too long",
        "{'list':[1]}|/list/0 (Thing) is no boolean"})
    void findsWhatDoesNotFit(String json, String problem) {
        assertThat(problems("Thing", json)).anySatisfy(found -> assertThat(found).contains(problem));
    }

    @Test
    void theDiscriminatorDecides() {
        assertThat(problems("Either", "{'kind':'n','name':'x'}")).isEmpty();
        assertThat(problems("Either", "{'kind':'t','name':'x'}")).containsExactly("/ (Thing) lacks pk");
        assertThat(problems("Either", "{'kind':'z'}")).singleElement().asString().contains("unknown kind");
    }

    private List<String> problems(String schema, String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
            return check.check(Map.of("$ref", "#/components/schemas/" + schema), reader.readValue());
        }
    }
}
