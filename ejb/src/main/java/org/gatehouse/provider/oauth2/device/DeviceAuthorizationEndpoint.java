package org.gatehouse.provider.oauth2.device;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.RequestLimits;
import org.gatehouse.provider.oauth2.authentication.ClientAuthenticator;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.binding.SenderConstraints;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.Scopes;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.Issuers;

/**
 * The device authorization endpoint (RFC 8628 section 3.1). As the authorization endpoint does (RFC 9449 section 10), it takes
 * {@code dpop_jkt}: then only the holder of that key can redeem the code.
 */
@Stateless
public class DeviceAuthorizationEndpoint {

    /** Where users type the code in, behind the address of the installation. */
    public static final String PAGE = "/device";

    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final long INTERVAL = 5;
    private static final int MOST_DRAWS = 20;

    /** How many devices may ask from one network in a while: each request is kept, and each code that exists makes guessing easier. */
    private static final int MOST = 60;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    @Inject
    private ClientAuthenticator authenticator;

    @Inject
    private DeviceRequests requests;

    @Inject
    private SenderConstraints constraints;

    @Inject
    private RequestLimits limits;

    @Inject
    private Issuers issuers;

    @Inject
    private RandomKeys keys;

    @Inject
    private Clock clock;

    /**
     * Begins an authorization. The codes are good for as long as authorization codes of the provider, at least ten minutes, as somebody
     * has to find a browser and log in, and a day at most.
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
        limits.count("oauth2-device-authorization", MOST, WINDOW);
        List<String> scopes = scopes(client, request.scopes());
        Duration configured = client.settings().accessCodeValidity().duration();
        Duration longest = configured.compareTo(DeviceRevocations.LONGEST) > 0 ? DeviceRevocations.LONGEST : configured;
        Duration validity = longest.compareTo(SHORTEST) < 0 ? SHORTEST : longest;
        String deviceCode = keys.urlSafe();
        String key = key(client, request);
        if (key == null && scopes.contains(Scopes.BOUND_KEY)) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The scope bound_key needs a dpop_jkt.");
        }
        String userCode = keep(client, scopes, key, deviceCode, clock.millis() + validity.toMillis());
        String shown = userCode.substring(0, 4) + "-" + userCode.substring(4);
        return Json.createObjectBuilder().add("device_code", deviceCode).add("user_code", shown)
                .add("verification_uri", issuers.baseUrl() + PAGE)
                .add("verification_uri_complete", issuers.baseUrl() + PAGE + "?code=" + shown)
                .add("expires_in", validity.toSeconds()).add("interval", INTERVAL).build();
    }

    /** The key that the device will show when it redeems its code: that of its proof, or the one it names; null for none. */
    private String key(OAuthClient client, TokenRequest request) {
        Optional<String> named = request.parameters().find("dpop_jkt");
        if (named.filter(key -> !Confirmation.isThumbprint(key)).isPresent()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The dpop_jkt is malformed.");
        }
        return constraints.pushedKey(client, request, named).orElse(null);
    }

    private String keep(OAuthClient client, List<String> scopes, String key, String deviceCode, long expires) {
        for (int draw = 0; draw < MOST_DRAWS; draw++) {
            String userCode = keys.consonants(8);
            if (requests.add(deviceCode, DeviceRequest.asked(client.providerId(), scopes, userCode, expires, INTERVAL, key))) {
                return userCode;
            }
        }
        throw new IllegalStateException("No user code is free.");
    }

    /** Those that are configured; without a wish all of them but {@code offline_access}. */
    private static List<String> scopes(OAuthClient client, List<String> requested) {
        return client.scopes().stream().map(ConfiguredScope::name).distinct()
                .filter(name -> requested.isEmpty() ? Scopes.isGivenUnasked(name) : requested.contains(name)).toList();
    }
}
