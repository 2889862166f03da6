package org.gatehouse.provider.oauth2.registration;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.type.TimeSpan;

/** Metadata documents that are acceptable; vary one thing. */
final class Documents {

    private Documents() {
    }

    static JsonObjectBuilder valid() {
        return Json.createObjectBuilder().add("redirect_uris", texts("https://app.example.com/cb")).add("client_name", "App");
    }

    static JsonArrayBuilder texts(String... values) {
        JsonArrayBuilder texts = Json.createArrayBuilder();
        for (String value : values) {
            texts.add(value);
        }
        return texts;
    }

    /** Rules that allow every grant a browser needs, with these keys for software statements. */
    static RegistrationRules rules(JsonObject keys, List<String> approved, boolean required) {
        return new RegistrationRules("", new TimeSpan("hours=1"), new TimeSpan("days=1"),
                List.of(GrantType.AUTHORIZATION_CODE, GrantType.IMPLICIT, GrantType.REFRESH_TOKEN), true, 10, 10, keys, approved, required,
                false, List.of());
    }

    static RegistrationRules rules() {
        return rules(null, List.of(), false);
    }
}
