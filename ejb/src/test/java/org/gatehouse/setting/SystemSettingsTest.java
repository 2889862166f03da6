package org.gatehouse.setting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.TimeSpan;
import org.junit.jupiter.api.Test;

class SystemSettingsTest {

    private static final TimeSpan DAY = new TimeSpan("days=1");

    private static FieldProblems problems(String avatars, String baseUrl, TimeSpan retention, int usual, JsonValue links, JsonObject flags) {
        FieldProblems problems = new FieldProblems();
        new SystemSettings(avatars, baseUrl, true, false, false, retention, -5, 5, links, true, true, true, DAY, 60, usual, 50, flags).check(problems);
        return problems;
    }

    private static JsonValue link(String href) {
        return Json.createArrayBuilder().add(Json.createObjectBuilder().add("name", "Help").add("href", href)).build();
    }

    @Test
    void takesWhatMakesSense() {
        JsonObject flags = Json.createObjectBuilder().add(SystemFlags.DEFAULT_APP_ACCESS, false).build();

        assertThat(problems("initials", "https://id.example.com", DAY, 20, link("https://example.com"), flags).byField()).isEmpty();
    }

    @Test
    void namesEverythingThatDoesNot() {
        JsonObject flags = Json.createObjectBuilder().add("unknown", true).build();

        assertThat(problems("gravatar", "javascript:alert(1)", new TimeSpan("days=0"), 60, link("javascript:alert(1)"), flags).byField())
                .containsOnlyKeys("avatars", "base_url", "event_retention", "pagination_default_page_size", "footer_links", "flags");
    }

    @Test
    void switchesThatNobodyTouchedHaveTheirFirstPosition() {
        assertThat(SystemFlags.complete(JsonValue.EMPTY_JSON_OBJECT).getBoolean(SystemFlags.DEFAULT_APP_ACCESS)).isTrue();
    }
}
