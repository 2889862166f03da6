package org.gatehouse.flow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Map;
import org.gatehouse.event.RequestOrigin;
import org.junit.jupiter.api.Test;

class PolicyFactsTest {

    private final PlanContext plan = new PlanContext();

    @Test
    void notesTextsAndFieldsAndKeepsTheOtherFields() {
        plan.put(ContextKeys.PROMPT_DATA, Json.createObjectBuilder().add("email", "a@example.com").build());

        PolicyFacts.note(Map.of("deny_message", Json.createValue("No."), "prompt_data.attributes.team", Json.createValue("blue"),
                "custom.risk", JsonValue.TRUE), plan);

        assertThat(plan.get(ContextKeys.DENY_MESSAGE)).contains("No.");
        assertThat(plan.get(ContextKeys.PROMPT_DATA)).contains(Json.createObjectBuilder().add("email", "a@example.com")
                .add("attributes.team", "blue").build());
        assertThat(plan.toJson().getJsonObject("custom").getBoolean("risk")).isTrue();
    }

    @Test
    void showsNoTokenOfALink() {
        RequestOrigin origin = new RequestOrigin();
        origin.arrived("192.0.2.1", "Browser", "request-1", "https://id.example.com:8443");

        assertThat(PolicyFacts.httpRequest(origin, Map.of("next", "/x", "itoken", "t", "flow_Token", "u")))
                .isEqualTo(Map.of("host", "id.example.com", "id", "request-1", "query", Map.of("next", "/x")));
    }
}
