package org.gatehouse.provider.oauth2.device;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.provider.oauth2.ClientAuthenticator;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.Scopes;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.Issuers;

/** The device authorization endpoint (RFC 8628 section 3.1). */
@Stateless
public class DeviceAuthorizationEndpoint {

    /** Where users type the code in, behind the address of the installation. */
    public static final String PAGE = "/device";

    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final long INTERVAL = 5;
    private static final int MOST_DRAWS = 20;

    @Inject
    private ClientAuthenticator authenticator;

    @Inject
    private DeviceRequests requests;

    @Inject
    private Issuers issuers;

    @Inject
    private RandomKeys keys;

    @Inject
    private Clock clock;

    /**
     * Begins an authorization. The codes are good for as long as authorization codes of the provider, at least ten minutes, as somebody
     * has to find a browser and log in.
     *
     * @return the answer of RFC 8628 section 3.2
     * @throws OAuthRefusal with the answer
     */
    public JsonObject handle(TokenRequest request) {
        request.parameters().refuseRepeated();
        OAuthClient client = authenticator.authenticate(request);
        if (!client.settings().allows(GrantType.DEVICE_CODE)) {
            throw new OAuthRefusal(OAuthErrorCode.UNAUTHORIZED_CLIENT, "The client may not use this grant type.");
        }
        List<String> scopes = scopes(client, request.scopes());
        Duration configured = client.settings().accessCodeValidity().duration();
        Duration validity = configured.compareTo(SHORTEST) < 0 ? SHORTEST : configured;
        String deviceCode = keys.urlSafe();
        String userCode = keep(client, scopes, deviceCode, clock.millis() + validity.toMillis());
        String shown = userCode.substring(0, 4) + "-" + userCode.substring(4);
        return Json.createObjectBuilder().add("device_code", deviceCode).add("user_code", shown)
                .add("verification_uri", issuers.baseUrl() + PAGE)
                .add("verification_uri_complete", issuers.baseUrl() + PAGE + "?code=" + shown)
                .add("expires_in", validity.toSeconds()).add("interval", INTERVAL).build();
    }

    private String keep(OAuthClient client, List<String> scopes, String deviceCode, long expires) {
        for (int draw = 0; draw < MOST_DRAWS; draw++) {
            String userCode = keys.consonants(8);
            if (requests.add(deviceCode, new DeviceRequest(client.providerId(), scopes, userCode, expires, INTERVAL, 0, null, 0, List.of()))) {
                return userCode;
            }
        }
        throw new IllegalStateException("No user code is free.");
    }

    /** Those that are configured; without a wish all of them but {@code offline_access}. */
    private static List<String> scopes(OAuthClient client, List<String> requested) {
        return client.scopes().stream().map(ConfiguredScope::name).distinct()
                .filter(name -> requested.isEmpty() ? !name.equals(Scopes.OFFLINE_ACCESS) : requested.contains(name)).toList();
    }
}
