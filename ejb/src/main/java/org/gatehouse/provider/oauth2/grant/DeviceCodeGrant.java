package org.gatehouse.provider.oauth2.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.SuspiciousRequests;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.device.DeviceRequest;
import org.gatehouse.provider.oauth2.device.DeviceRequests;
import org.gatehouse.provider.oauth2.device.DeviceRevocations;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.RedeemedGrant;
import org.gatehouse.provider.oauth2.token.TokenOrigin;
import org.gatehouse.session.AdmittedUser;
import org.gatehouse.session.LoginGate;

/** The device code grant (RFC 8628 section 3.4): polled until the user has approved, redeemed once. */
@ApplicationScoped
public class DeviceCodeGrant implements GrantHandler {

    @Inject
    private DeviceRequests requests;

    @Inject
    private DeviceRevocations revocations;

    @Inject
    private OAuthClients clients;

    @Inject
    private SuspiciousRequests suspicious;

    @Inject
    private LoginGate gate;

    @Inject
    private Clock clock;

    @Override
    public GrantType grantType() {
        return GrantType.DEVICE_CODE;
    }

    @Override
    public RedeemedGrant redeem(OAuthClient client, TokenRequest request, Confirmation shown) {
        DeviceRequests.Found found = requests.byDeviceCode(request.parameters().require("device_code"))
                .filter(known -> isOwn(client, known.request()))
                .orElseThrow(() -> new OAuthRefusal(OAuthErrorCode.EXPIRED_TOKEN, "The device code is not known or has expired."));
        DeviceRequest device = found.request();
        if (device.denied()) {
            requests.remove(found);
            throw new OAuthRefusal(OAuthErrorCode.ACCESS_DENIED, "The user has refused.");
        }
        if (!device.isApproved()) {
            throw pending(found);
        }
        // Before the code is used up: somebody with another key must not cost the device its grant.
        TokenEndpoint.requireHolder(device.grant(), shown);
        if (!requests.remove(found)) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_GRANT, "The device code has been used.");
        }
        AdmittedUser admitted = gate.admitSession(device.sessionId());
        if (revocations.include(client, admitted.user(), device)) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_GRANT, "The approval has been revoked.");
        }
        return new RedeemedGrant(admitted,
                new TokenOrigin(UUID.randomUUID(), device.sessionId(), device.grant()), device.scopes(), true);
    }

    /** Another client's code is answered as one that does not exist, and stays good for its owner. */
    private boolean isOwn(OAuthClient client, DeviceRequest request) {
        boolean own = request.providerId().equals(client.providerId());
        if (!own) {
            clients.find(request.providerId())
                    .ifPresent(owner -> suspicious.foreignGrant(client, owner, "A device code was presented by another client."));
        }
        return own;
    }

    private OAuthRefusal pending(DeviceRequests.Found found) {
        long now = clock.millis();
        requests.replace(found, found.request().polledAt(now));
        return found.request().isEarly(now) ? new OAuthRefusal(OAuthErrorCode.SLOW_DOWN, "The device polls too fast.")
                : new OAuthRefusal(OAuthErrorCode.AUTHORIZATION_PENDING, "Nobody has approved the device yet.");
    }
}
