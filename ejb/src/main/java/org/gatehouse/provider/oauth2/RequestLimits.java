package org.gatehouse.provider.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.limit.RequestQuota;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;

/** Bounds how often one network may ask for what is kept afterwards; every endpoint answers too many in the same way. */
@ApplicationScoped
public class RequestLimits {

    @Inject
    private RequestQuota quota;

    @Inject
    private RequestOrigin origin;

    /**
     * Counts a request.
     *
     * @param what is asked for
     * @throws OAuthRefusal {@code temporarily_unavailable} with status 429 when there were {@code most} in this window of time
     */
    public void count(String what, int most, Duration window) {
        if (!quota.permits(what, origin.clientIp(), most, window)) {
            throw OAuthRefusal.tooMany(window);
        }
    }
}
