package org.gatehouse.web.portal.credential;

import java.time.Instant;
import java.util.List;
import org.gatehouse.provider.oauth2.issued.HeldAccess;
import org.gatehouse.web.portal.application.ApplicationCard;

/**
 * An application's access as the user who gave it sees it.
 *
 * @param permissions what it may, in words
 * @param latest when it last got a token, or null for never
 * @param expires when its access ends by itself, or null for never
 */
public record AccessRow(ApplicationCard card, List<String> permissions, Instant latest, Instant expires) {

    static AccessRow of(HeldAccess.Access access, List<String> permissions) {
        return new AccessRow(ApplicationCard.of(access.application(), false), permissions, access.latest(), access.expires());
    }
}
