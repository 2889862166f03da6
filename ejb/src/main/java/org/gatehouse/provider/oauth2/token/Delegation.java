package org.gatehouse.provider.oauth2.token;

import jakarta.json.JsonObject;
import org.gatehouse.type.Default;

/**
 * How a grant came about by an exchange of tokens (RFC 8693).
 *
 * @param requester the client that has exchanged a token for this one (section 4.3)
 * @param actors who acts for the user, as the {@code act} claim has it (section 4.1), or null
 * @param outlivesLogin whether it outlives the natural end of the login although it is not for {@code offline_access}: the grant that it
 *     was exchanged for does
 */
public record Delegation(String requester, JsonObject actors, @Default("false") boolean outlivesLogin) {
}
