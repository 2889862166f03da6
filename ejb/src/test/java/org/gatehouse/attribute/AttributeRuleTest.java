package org.gatehouse.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.gatehouse.model.attribute.AttributeValueType;
import org.junit.jupiter.api.Test;

class AttributeRuleTest {

    private static final JsonObject NESTED = Json.createObjectBuilder().add("settings", Json.createObjectBuilder().add("locale", "de")).build();

    @Test
    void dotsLeadIntoObjects() {
        AttributeRule rule = AttributeRule.of("settings.locale", "Language", AttributeValueType.TEXT, "[a-z]{2}", true, false);

        assertThat(rule.objection(rule.valueIn(NESTED))).isEmpty();
        assertThat(rule.objection(rule.valueIn(JsonValue.EMPTY_JSON_OBJECT))).hasValue("Language: this attribute is required.");
    }

    @Test
    void aTextMustMatchAsAWholeAndIsNotRepeated() {
        AttributeRule rule = AttributeRule.of("settings.locale", "Language", AttributeValueType.TEXT, "[a-z]", false, false);

        assertThat(rule.objection(rule.valueIn(NESTED))).hasValue("Language: does not match the expected form.");
    }

    @Test
    void otherTypesAreRefusedAndWhatIsNotRequiredMayBeMissing() {
        AttributeRule number = AttributeRule.of("age", "Age", AttributeValueType.NUMBER, "", false, false);
        JsonObject text = Json.createObjectBuilder().add("age", "5").build();

        assertThat(number.objection(number.valueIn(text))).hasValue("Age: must be a number.");
        assertThat(number.objection(number.valueIn(JsonValue.EMPTY_JSON_OBJECT))).isEmpty();
        assertThat(number.objection(number.valueIn(Json.createObjectBuilder().add("age", 5).build()))).isEmpty();
    }
}
