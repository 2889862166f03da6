package org.gatehouse.provider.oauth2.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.device.DeviceRequest;
import org.gatehouse.provider.oauth2.device.DeviceRequests;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.RedeemedGrant;
import org.gatehouse.provider.oauth2.token.TokenOrigin;
import org.gatehouse.session.LoginGate;

/** The device code grant (RFC 8628 section 3.4): polled until the user has approved, redeemed once. */
@ApplicationScoped
public class DeviceCodeGrant implements GrantHandler {

    @Inject
    private DeviceRequests requests;

    @Inject
    private LoginGate gate;

    @Inject
    private Clock clock;

    @Override
    public GrantType grantType() {
        return GrantType.DEVICE_CODE;
    }

    @Override
    public RedeemedGrant redeem(OAuthClient client, TokenRequest request) {
        DeviceRequests.Found found = requests.byDeviceCode(request.parameters().require("device_code"))
                .filter(known -> known.request().providerId().equals(client.providerId()))
                .orElseThrow(() -> new OAuthRefusal(OAuthErrorCode.EXPIRED_TOKEN, "The device code is not known or has expired."));
        DeviceRequest device = found.request();
        if (!device.isApproved()) {
            throw pending(found);
        }
        if (!requests.remove(found)) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_GRANT, "The device code has been used.");
        }
        return new RedeemedGrant(gate.admitSession(device.sessionId()),
                new TokenOrigin(UUID.randomUUID(), device.sessionId(), device.grant()), device.scopes(), true);
    }

    private OAuthRefusal pending(DeviceRequests.Found found) {
        long now = clock.millis();
        requests.replace(found, found.request().polledAt(now));
        return found.request().isEarly(now) ? new OAuthRefusal(OAuthErrorCode.SLOW_DOWN, "The device polls too fast.")
                : new OAuthRefusal(OAuthErrorCode.AUTHORIZATION_PENDING, "Nobody has approved the device yet.");
    }
}
