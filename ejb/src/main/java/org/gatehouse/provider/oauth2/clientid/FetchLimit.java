package org.gatehouse.provider.oauth2.clientid;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.limit.Attempts;
import org.gatehouse.limit.SendingLimits;

/** Bounds how many documents one network can make this server fetch: nobody has logged in yet when they are. */
@Stateless
public class FetchLimit {

    private static final SendingLimits.Limit LIMIT = new SendingLimits.Limit(30, Duration.ofMinutes(10), Duration.ZERO);

    @Inject
    private SendingLimits limits;

    @Inject
    private RequestOrigin origin;

    public boolean permits() {
        return limits.permits(Attempts.key("client-id-document", origin.clientIp()), LIMIT);
    }
}
