package org.gatehouse.type;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;

class DocumentDiffTest {

    private static final JsonObject BEFORE = Json.createObjectBuilder().add("same", 1).add("changed", "a").add("gone", true).build();
    private static final JsonObject AFTER = Json.createObjectBuilder().add("same", 1).add("changed", "b").add("fresh", 2).build();

    @Test
    void showsOnlyWhatChanged() {
        JsonObject diff = DocumentDiff.between(BEFORE, AFTER);

        assertThat(diff).containsOnlyKeys("changed", "gone", "fresh");
        assertThat(diff.getJsonObject("changed")).isEqualTo(
                Json.createObjectBuilder().add("previous_value", "a").add("new_value", "b").build());
        assertThat(diff.getJsonObject("gone").get("new_value")).isEqualTo(JsonValue.NULL);
        assertThat(diff.getJsonObject("fresh").get("previous_value")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void isEmptyWhenNothingChanged() {
        assertThat(DocumentDiff.between(BEFORE, BEFORE)).isEmpty();
    }

    @Test
    void nullAndAbsentAreTheSame() {
        JsonObject withNull = Json.createObjectBuilder().addNull("x").build();

        assertThat(DocumentDiff.between(withNull, JsonValue.EMPTY_JSON_OBJECT)).isEmpty();
    }
}
