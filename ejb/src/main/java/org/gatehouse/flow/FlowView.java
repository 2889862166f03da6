package org.gatehouse.flow;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.gatehouse.session.OpenedSession;

/**
 * What the browser gets to see next, and what happens to its cookies.
 *
 * @param execution the id under which this plan continues; the HTML form posts it back and so does {@code ?execution=}
 * @param step an unguessable value that belongs to this step alone; an HTML form without it is not accepted (CSRF, replay)
 * @param challenge the challenge in its complete wire form
 * @param opened the login to hand to the browser, if one was opened
 * @param ended whether the browser's login was ended
 * @param browser the browser key to use from now on, when it was changed because somebody logged in
 */
public record FlowView(String execution, String step, JsonObject challenge, Optional<OpenedSession> opened, boolean ended,
        Optional<String> browser) {

    /** The contract's name of the challenge. */
    public String component() {
        return challenge.getString("component");
    }
}
