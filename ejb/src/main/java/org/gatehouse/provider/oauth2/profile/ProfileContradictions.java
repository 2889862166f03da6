package org.gatehouse.provider.oauth2.profile;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.provider.oauth2.AuthorizationRequestSettings;
import org.gatehouse.provider.oauth2.ClientAuthenticationMethod;
import org.gatehouse.provider.oauth2.ClientAuthenticationSettings;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.provider.oauth2.SecurityProfile;
import org.gatehouse.provider.oauth2.jose.SigningAlgorithm;

/** Which of a provider's settings contradict its security profile. */
public final class ProfileContradictions {

    private static final Duration LONGEST_CODE = Duration.ofSeconds(60);
    private static final String ALGORITHMS = "The profile wants PS256, ES256 or EdDSA.";
    private static final List<GrantType> NOT_IN_OAUTH_2_1 = List.of(GrantType.IMPLICIT, GrantType.HYBRID, GrantType.PASSWORD);

    private final OAuth2ProviderSettings settings;
    private final Map<String, String> found = new LinkedHashMap<>();

    private ProfileContradictions(OAuth2ProviderSettings settings) {
        this.settings = settings;
    }

    /** A sentence for each setting, by its field; none when the provider keeps its profile. */
    public static Map<String, String> of(OAuth2ProviderSettings settings) {
        ProfileContradictions contradictions = new ProfileContradictions(settings);
        SecurityProfile profile = settings.authorizationRequests().securityProfile();
        if (profile.includes(SecurityProfile.OAUTH_2_1)) {
            contradictions.findForOAuth21();
        }
        if (profile.isFapi()) {
            contradictions.findForFapi();
        }
        if (profile.includes(SecurityProfile.FAPI_2_MESSAGE_SIGNING)) {
            contradictions.findForMessageSigning();
        }
        return contradictions.found;
    }

    /** draft-ietf-oauth-v2-1 sections 2.3.1 (addresses), 4.3.1 (refresh tokens) and 10 (grants that are gone). */
    private void findForOAuth21() {
        refuse(NOT_IN_OAUTH_2_1.stream().anyMatch(settings::allows), "grant_types", "The profile has no implicit, hybrid or password grant.");
        refuse(!settings.redirectUris().stream().allMatch(uri -> uri.isExact() && (uri.isConfidential() || uri.isLocal())), "redirect_uris",
                "The profile wants exact addresses, with https unless they are on the user's own device.");
        refuse(settings.isPublic() && !isBound() && !settings.refreshTokenThreshold().duration().isZero(), "refresh_token_threshold",
                "The profile wants the refresh tokens of public clients renewed at each use.");
    }

    /** FAPI 2.0 Security Profile sections 5.3.2.1 and 5.3.2.2. */
    private void findForFapi() {
        refuse(settings.isPublic(), "client_type", "The profile is for confidential clients.");
        refuse(settings.allows(GrantType.DEVICE_CODE), "grant_types", "The profile has no device grant.");
        refuse(!settings.redirectUris().stream().allMatch(uri -> uri.isExact() && uri.isConfidential()), "redirect_uris",
                "The profile wants exact addresses with https.");
        refuse(!isProvenByKey(settings.clientAuthentication().tokenEndpointAuthMethod()), "client_authentication.token_endpoint_auth_method",
                "The profile wants private_key_jwt, tls_client_auth or self_signed_tls_client_auth.");
        refuse(!isBound(), "client_authentication.dpop_bound_access_tokens",
                "The profile wants tokens that are bound to their sender, by DPoP or by the client's certificate.");
        refuse(settings.accessCodeValidity().duration().compareTo(LONGEST_CODE) > 0, "access_code_validity",
                "The profile wants codes that are valid for 60 seconds at most.");
        refuse(settings.signingKey() == null, "signing_key", "The profile wants tokens that are signed with a key.");
        String signature = requests().requestObjectSigningAlg();
        refuse(!List.of("", "PS256", "ES256", "EdDSA").contains(signature), "authorization_requests.request_object_signing_alg", ALGORITHMS);
        refuseWeak("id_token", settings.tokenFormats().idTokenSignedResponseAlg());
        refuseWeak("userinfo", settings.tokenFormats().userinfoSignedResponseAlg());
        refuseWeak("introspection", settings.tokenFormats().introspectionSignedResponseAlg());
        refuseWeak("authorization", settings.tokenFormats().authorizationSignedResponseAlg());
    }

    /** Section 5.4.1. Where nothing is chosen, the key decides, among these. */
    private void refuseWeak(String answer, SigningAlgorithm algorithm) {
        refuse(algorithm != null && !algorithm.isOfFapi(), "token_formats." + answer + "_signed_response_alg", ALGORITHMS);
    }

    /** FAPI 2.0 Message Signing sections 5.3 and 5.5: the client signs, so its key must be known; answers of introspection are signed. */
    private void findForMessageSigning() {
        ClientAuthenticationSettings client = settings.clientAuthentication();
        refuse(client.jwks() == null && client.jwksUri().isEmpty(), "client_authentication.jwks",
                "The profile wants signed requests: enter the client's keys, or where it publishes them.");
        refuse(settings.tokenFormats().introspectionSignedResponseAlg() == null, "token_formats.introspection_signed_response_alg",
                "The profile wants signed answers of introspection: choose PS256, ES256 or EdDSA.");
    }

    private AuthorizationRequestSettings requests() {
        return settings.authorizationRequests();
    }

    private boolean isBound() {
        return settings.clientAuthentication().dpopBoundAccessTokens() || settings.clientAuthentication().tlsClientCertificateBoundAccessTokens();
    }

    private static boolean isProvenByKey(ClientAuthenticationMethod method) {
        return method == ClientAuthenticationMethod.PRIVATE_KEY_JWT || method != null && method.isCertificate();
    }

    private void refuse(boolean contradicts, String field, String sentence) {
        if (contradicts) {
            found.put(field, sentence);
        }
    }
}
