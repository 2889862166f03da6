package org.gatehouse.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.gatehouse.type.InvalidInput;
import org.junit.jupiter.api.Test;

class ApplicationOrderTest {

    @Test
    void tellsEverythingThatIsMissingAtOnce() {
        JsonObject wire = Json.createObjectBuilder().add("policy_bindings", Json.createArrayBuilder().add(5)).add("x", 1).build();

        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> ApplicationOrder.of(wire));

        assertThat(refused.problems().byField()).containsOnlyKeys("x", "app", "provider", "provider_model", "policy_bindings");
    }

    @Test
    void bindingsCanBeLeftOut() {
        JsonObject wire = Json.createObjectBuilder().add("app", JsonValue.EMPTY_JSON_OBJECT).add("provider", JsonValue.EMPTY_JSON_OBJECT)
                .add("provider_model", "m").build();

        assertThat(ApplicationOrder.of(wire).bindings()).isEmpty();
    }
}
