package org.gatehouse.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.model.WireName;
import org.gatehouse.model.flow.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class RecordCodecTest {

    enum Colour implements WireName {
        RED,
        DARK_BLUE {
            @Override
            public String wireName() {
                return "DarkBlue";
            }
        }
    }

    record Address(@NotBlank String city, @Default("IT") String country, Secret doorCode) {
    }

    record Everything(
            @NotBlank @Size(max = 5) String name,
            @Default("true") boolean active,
            int count,
            Long total,
            Double ratio,
            @Default("red") Colour colour,
            @Default("hours=1") TimeSpan validity,
            Secret password,
            Ref<Flow> flow,
            Address address,
            List<String> tags,
            @Default("[\"DarkBlue\"]") Set<Colour> colours,
            List<Address> addresses,
            JsonObject attributes,
            URI link,
            UUID uuid,
            @Multiline String text) {
    }

    record Checked(int low, int high) {

        Checked {
            if (low > high) {
                throw new IllegalArgumentException("low is above high");
            }
        }
    }

    record Sized(@Default("[]") @Size(max = 2) List<String> names) {
    }

    private final SecretCipher cipher = new SecretCipher(List.of("a secret of the installation"));
    private final RecordCodec codec = new RecordCodec(cipher);

    @Test
    void fillsInDefaults() {
        Everything value = read("{'name': 'x'}");

        assertThat(value.active()).isTrue();
        assertThat(value.count()).isZero();
        assertThat(value.total()).isNull();
        assertThat(value.colour()).isEqualTo(Colour.RED);
        assertThat(value.validity().duration()).isEqualTo(Duration.ofHours(1));
        assertThat(value.tags()).isEmpty();
        assertThat(value.colours()).containsExactly(Colour.DARK_BLUE);
        assertThat(value.address()).isNull();
    }

    @Test
    void nullMeansTheDefault() {
        assertThat(read("{'name': 'x', 'active': null, 'tags': null}")).isEqualTo(read("{'name': 'x'}"));
    }

    @Test
    void readsBackWhatItStored() {
        Everything value = read("""
                {'name': 'x', 'active': false, 'count': 3, 'total': 9007199254740993, 'ratio': 0.5, 'colour': 'DarkBlue',
                 'validity': 'minutes=5;seconds=1', 'password': 'hunter2', 'flow': '01234567-89ab-cdef-0123-456789abcdef',
                 'address': {'city': 'Rome', 'door_code': '1234'}, 'tags': ['b', 'a', 'b'], 'colours': ['red', 'red'],
                 'addresses': [{'city': 'Oslo', 'country': 'NO'}], 'attributes': {'a': [1, null, {'b': true}]},
                 'link': 'https://example.com/x?y=1', 'uuid': '01234567-89ab-cdef-0123-456789abcdef', 'text': 'a\\nb'}""");

        JsonObject stored = codec.toStored(value);

        assertThat(codec.fromStored(Everything.class, stored)).isEqualTo(value);
        assertThat(value.total()).isEqualTo(9007199254740993L);
        assertThat(value.tags()).containsExactly("b", "a", "b");
        assertThat(value.colours()).containsExactly(Colour.RED);
    }

    @Test
    void sealsSecretsAndNeverShowsThem() {
        Everything value = read("{'name': 'x', 'password': 'hunter2', 'address': {'city': 'Rome', 'door_code': 'hunter3'}}");

        assertThat(cipher.open(value.password().sealed())).isEqualTo("hunter2");
        assertThat(cipher.open(value.address().doorCode().sealed())).isEqualTo("hunter3");
        assertThat(codec.toWire(value).toString()).doesNotContain("password", "door_code", value.password().sealed());
        assertThat(codec.toStored(value).toString()).doesNotContain("hunter");
        assertThat(value.toString()).doesNotContain("hunter", value.password().sealed());
    }

    @Test
    void refusesUnknownKeysAtEveryDepth() {
        assertProblems("{'name': 'x', 'nope': 1, 'address': {'city': 'Rome', 'street': 1}, 'addresses': [{'city': 'a', 'b': 1}]}",
                "nope", "address.street", "addresses.0.b");
    }

    @Test
    void ignoresKeysOfOlderDocumentsInStoredOnes() {
        assertThat(codec.fromStored(Address.class, json("{'city': 'Rome', 'street': 'gone'}")).city()).isEqualTo("Rome");
    }

    @Test
    void reportsAllProblemsAtOnce() {
        assertProblems("{'active': 'yes', 'count': '1', 'address': {}, 'tags': 'x', 'addresses': [1, {'city': 'a'}, {}]}",
                "name", "active", "count", "address.city", "tags", "addresses.0", "addresses.2.city");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "name|123", "name|'toolong'", "name|'\\u0000'", "name|['x']", "active|1", "active|'true'",
            "count|1.5", "count|2147483648", "count|true", "total|9223372036854775808", "ratio|'1'", "ratio|1e400",
            "colour|'RED'", "colour|'green'", "colour|1", "colours|['green']", "validity|'1 hour'", "validity|5",
            "password|1", "password|{}", "flow|'1-1-1-1-1'", "flow|'x'", "flow|1", "uuid|'x'", "link|'ht tp:'",
            "address|'Rome'", "tags|[1]", "tags|[null]", "attributes|[]", "attributes|'x'", "attributes|{'a': '\\u0000'}",
            "attributes|{'\\u0000': 1}", "text|'\\u0000'"})
    void refusesValuesOfTheWrongShape(String field, String value) {
        JsonObject wire = json("{'name': 'x', '" + field + "': " + value + "}");

        assertThatThrownBy(() -> codec.fromWire(Everything.class, wire))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.problems().byField().keySet())
                        .singleElement().asString().startsWith(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "1e-1000000000", "1e2147483647", "-1e99999", "0.1e-2147483600"})
    void refusesNumbersThatStandForGigabytesAtOnce(String number) {
        assertProblems("{'name': 'x', 'count': " + number + "}", "count");
        assertProblems("{'name': 'x', 'total': " + number + "}", "total");
        assertProblems("{'name': 'x', 'ratio': " + number + "}", "ratio");
        assertProblems("{'name': 'x', 'attributes': {'deep': [" + number + "]}}", "attributes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"count", "total", "ratio"})
    void refusesNumbersWithThousandsOfDigits(String field) {
        JsonObject wire = Json.createObjectBuilder().add("name", "x").add(field, new BigDecimal("1".repeat(5_000))).build();

        assertThatThrownBy(() -> codec.fromWire(Everything.class, wire)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesJsonThatIsNestedTooDeeply() {
        JsonValue nested = JsonValue.TRUE;
        for (int i = 0; i < 500; i++) {
            nested = Json.createArrayBuilder().add(nested).build();
        }
        JsonObject wire = Json.createObjectBuilder().add("name", "x").add("attributes", Json.createObjectBuilder().add("a", nested)).build();

        assertThatThrownBy(() -> codec.fromWire(Everything.class, wire)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void acceptsWholeNumbersInAnyNotation() {
        assertThat(read("{'name': 'x', 'count': 1e3, 'total': 2.0}")).extracting(Everything::count, Everything::total)
                .containsExactly(1000, 2L);
    }

    @Test
    void reportsWhatARecordRefusesItself() {
        assertThatThrownBy(() -> codec.fromWire(Checked.class, json("{'low': 2, 'high': 1}")))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.problems().byField())
                        .isEqualTo(Map.of(FieldProblems.GENERAL, List.of("low is above high"))));
    }

    @Test
    void requiresListsThatHaveNoDefault() {
        record Needy(@NotNull List<String> tags) {
        }

        assertThatThrownBy(() -> codec.fromWire(Needy.class, JsonValue.EMPTY_JSON_OBJECT)).isInstanceOf(InvalidInput.class);
        assertThat(codec.fromWire(Needy.class, json("{'tags': []}")).tags()).isEmpty();
    }

    private Everything read(String wire) {
        return codec.fromWire(Everything.class, json(wire));
    }

    private void assertProblems(String wire, String... fields) {
        assertThatThrownBy(() -> read(wire)).isInstanceOfSatisfying(InvalidInput.class,
                refused -> assertThat(refused.problems().byField()).containsOnlyKeys(fields));
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }

    @Test
    void takesALimitOnAListForOneOnItsElementsNumber() {
        assertThat(codec.fromWire(Sized.class, Json.createObjectBuilder().add("names", Json.createArrayBuilder().add("a long name")).build()).names())
                .containsExactly("a long name");
    }
}
