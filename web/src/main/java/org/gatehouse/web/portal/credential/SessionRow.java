package org.gatehouse.web.portal.credential;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.session.AuthenticatedSession;
import org.gatehouse.web.page.BrowserName;

/**
 * A login as its owner sees it.
 *
 * @param browser the browser and system, as far as the browser tells
 * @param current whether it is the login of this request
 */
public record SessionRow(String id, String browser, String address, Instant created, Instant lastUsed, boolean current) {

    static SessionRow of(AuthenticatedSession session, Optional<UUID> own) {
        return new SessionRow(session.getId().toString(), BrowserName.of(session.getLastUserAgent()), session.getLastIp(),
                session.getCreated(), session.getLastUsed(), own.filter(session.getId()::equals).isPresent());
    }
}
