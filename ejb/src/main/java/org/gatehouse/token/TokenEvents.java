package org.gatehouse.token;

import jakarta.json.Json;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventDraft;
import org.gatehouse.model.token.Token;

/** What the log says about tokens; never a key. */
final class TokenEvents {

    private TokenEvents() {
    }

    /** An event about a token as such, or about its secret. */
    static EventDraft about(String action, Token token, Actor actor) {
        return EventDraft.of(action, "token", actor)
                .with("model", Json.createObjectBuilder().add("app", "authentik_core").add("model_name", "token")
                        .add("pk", token.getIdentifier()).add("name", token.getIdentifier()).build())
                .with("secret", token.getIdentifier())
                .with("token_user", token.getUser().getUsername());
    }
}
