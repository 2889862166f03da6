package org.gatehouse.it;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The error codes of devices (RFC 8628 sections 3.2 and 3.5). */
@ExtendWith(GatehouseServer.class)
class DeviceErrorsIT {

    private static OAuthProgram device;
    private static OAuthProgram other;

    @BeforeAll
    static void createClients(GatehouseServer server) {
        device = OAuthProgram.create(server, "device-errors", OAuthProgram.DEVICE_CODE);
        other = OAuthProgram.create(server, "device-others", OAuthProgram.DEVICE_CODE);
    }

    @Test
    void aDeviceWaitsAndIsSlowedDown() {
        String code = begin();

        ErrorAnswer.check(poll(device, code), 400, "authorization_pending");
        ErrorAnswer.check(poll(device, code), 400, "slow_down");
    }

    @Test
    void aCodeThatIsUnknownOrAnothersHasExpired() {
        ErrorAnswer.check(poll(device, "nonsense"), 400, "expired_token");
        ErrorAnswer.check(poll(other, begin()), 400, "expired_token");
    }

    @Test
    void onlyAClientThatMayBeginsAndPolls(GatehouseServer server) {
        OAuthProgram none = OAuthProgram.create(server, "device-none", "client_credentials");

        ErrorAnswer.check(none.post("device"), 400, "unauthorized_client");
        ErrorAnswer.check(poll(none, begin()), 400, "unauthorized_client");
        ErrorAnswer.check(device.post("device", "client_secret", "wrong"), 401, "invalid_client");
        ErrorAnswer.check(device.post("device", "client_id", null, "client_secret", null), 401, "invalid_client");
        ErrorAnswer.check(device.post("device", "scope", "open\"id"), 400, "invalid_scope");
    }

    private static String begin() {
        return HttpBrowser.json(device.post("device", "scope", "openid")).getString("device_code");
    }

    private static HttpResponse<String> poll(OAuthProgram client, String code) {
        return client.token(OAuthProgram.DEVICE_CODE, "device_code", code);
    }
}
