package org.gatehouse.provider.oauth2.policy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.provider.oauth2.AuthorizationRequestSettings;
import org.gatehouse.provider.oauth2.ClientAuthenticationMethod;
import org.gatehouse.provider.oauth2.ClientAuthenticationSettings;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.provider.oauth2.SecurityProfile;
import org.gatehouse.type.Default;

/**
 * What a policy demands of the clients it concerns.
 *
 * @param securityProfile the profile they keep at least
 * @param requirePkce whether every request needs a code challenge by S256
 * @param requirePushedRequests whether requests have to be pushed
 * @param requireSignedRequests whether requests have to be signed
 * @param requireBoundTokens whether access tokens have to be bound to their sender, by DPoP or by a certificate
 * @param authenticationMethods the only methods by which they may prove who they are; empty for any
 */
public record ClientDemands(
        @NotNull @Default("none") SecurityProfile securityProfile,
        @Default("false") boolean requirePkce,
        @Default("false") boolean requirePushedRequests,
        @Default("false") boolean requireSignedRequests,
        @Default("false") boolean requireBoundTokens,
        @Default("[]") @Size(max = 10) List<ClientAuthenticationMethod> authenticationMethods) {

    private static final List<ClientAuthenticationMethod> UNREGISTERED =
            List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST);

    /** The settings of a client as they have to be at least; what cannot be raised shuts the client out. */
    OAuth2ProviderSettings raise(OAuth2ProviderSettings client) {
        AuthorizationRequestSettings requests = client.authorizationRequests().atLeast(securityProfile, requirePkce, requirePushedRequests,
                requireSignedRequests);
        ClientAuthenticationSettings authentication = client.clientAuthentication();
        if (requireBoundTokens && !isBound(client)) {
            authentication = authentication.boundByKey();
        }
        if (!permitsMethodOf(client)) {
            authentication = authentication.provingBy(authenticationMethods.get(0));
        }
        return client.with(requests, authentication);
    }

    /** A sentence for each setting that is less than demanded, by its field. */
    Map<String, String> missing(OAuth2ProviderSettings client) {
        Map<String, String> missing = new LinkedHashMap<>();
        AuthorizationRequestSettings requests = client.authorizationRequests();
        note(missing, requests.securityProfile().includes(securityProfile), "authorization_requests.security_profile",
                "at least the profile " + securityProfile.wireName());
        note(missing, !requirePkce || requests.pkceOnly(), "authorization_requests.require_pkce", "PKCE");
        note(missing, !requirePushedRequests || requests.pushedOnly(), "authorization_requests.require_pushed_authorization_requests",
                "pushed requests");
        note(missing, !requireSignedRequests || requests.signedOnly(), "authorization_requests.require_signed_request_object", "signed requests");
        note(missing, !requireBoundTokens || isBound(client), "client_authentication.dpop_bound_access_tokens",
                "tokens that are bound to their sender, by DPoP or by the client's certificate");
        note(missing, permitsMethodOf(client), "client_authentication.token_endpoint_auth_method",
                "one of " + authenticationMethods.stream().map(ClientAuthenticationMethod::wireName).toList());
        return missing;
    }

    private static void note(Map<String, String> missing, boolean kept, String field, String demand) {
        if (!kept) {
            missing.put(field, demand);
        }
    }

    private static boolean isBound(OAuth2ProviderSettings client) {
        return client.clientAuthentication().dpopBoundAccessTokens() || client.clientAuthentication().tlsClientCertificateBoundAccessTokens();
    }

    /** A client that has registered no method may use those of the contract. */
    private boolean permitsMethodOf(OAuth2ProviderSettings client) {
        if (authenticationMethods.isEmpty()) {
            return true;
        }
        ClientAuthenticationMethod registered = client.clientAuthentication().tokenEndpointAuthMethod();
        if (registered != null) {
            return authenticationMethods.contains(registered);
        }
        return client.isPublic() ? authenticationMethods.contains(ClientAuthenticationMethod.NONE) : authenticationMethods.containsAll(UNREGISTERED);
    }
}
