package org.gatehouse.provider.oauth2;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.gatehouse.model.config.PropertyMapping;
import org.gatehouse.model.crypto.CertificateKeyPair;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.provider.oauth2.protocol.ResponseType;
import org.gatehouse.provider.oauth2.redirect.RedirectUri;
import org.gatehouse.provider.oauth2.redirect.RedirectUriType;
import org.gatehouse.type.Default;
import org.gatehouse.type.LookupKey;
import org.gatehouse.type.Ref;
import org.gatehouse.type.Secret;
import org.gatehouse.type.Section;
import org.gatehouse.type.TimeSpan;

/**
 * The settings of an OAuth2 provider: one client as RFC 7591 section 2 knows it, and how its tokens are made. What goes beyond the
 * contract is in the nested records, one for each part of the protocol.
 */
public record OAuth2ProviderSettings(
        @Section("flows") Ref<Flow> authenticationFlow,
        @Section("flows") @NotNull Ref<Flow> authorizationFlow,
        @Section("flows") @NotNull Ref<Flow> invalidationFlow,
        @Section("protocol") List<Ref<PropertyMapping>> propertyMappings,
        @Section("protocol") @NotNull @Default("confidential") ClientType clientType,
        @Section("protocol") @NotNull @Default("[\"authorization_code\", \"refresh_token\"]") List<GrantType> grantTypes,
        @Section("protocol") @LookupKey @Size(max = 255) @Pattern(regexp = VSCHAR, message = VSCHAR_MESSAGE) String clientId,
        @Section("protocol") Secret clientSecret,
        @Section("tokens") @NotNull @Default("minutes=1") TimeSpan accessCodeValidity,
        @Section("tokens") @NotNull @Default("hours=1") TimeSpan accessTokenValidity,
        @Section("tokens") @NotNull @Default("days=30") TimeSpan refreshTokenValidity,
        @Section("tokens") @NotNull @Default("seconds=0") TimeSpan refreshTokenThreshold,
        @Section("tokens") @Default("true") boolean includeClaimsInIdToken,
        @Section("protocol") Ref<CertificateKeyPair> signingKey,
        @Section("protocol") Ref<CertificateKeyPair> encryptionKey,
        @Section("protocol") @NotNull @Valid List<RedirectUri> redirectUris,
        @Section("logout") @Default("") @Size(max = 2048) String logoutUri,
        @Section("logout") @NotNull @Default("backchannel") LogoutMethod logoutMethod,
        @Section("tokens") @NotNull @Default("hashed_user_id") SubjectMode subMode,
        @Section("tokens") @NotNull @Default("per_provider") IssuerMode issuerMode,
        @Section("federation") List<UUID> jwtFederationSources,
        @Section("federation") List<Long> jwtFederationProviders,
        @Section("protocol") @NotNull @Valid @Default("{}") ClientAuthenticationSettings clientAuthentication,
        @Section("protocol") @NotNull @Valid @Default("{}") AuthorizationRequestSettings authorizationRequests,
        @Section("tokens") @NotNull @Valid @Default("{}") TokenFormatSettings tokenFormats,
        @Section("logout") @NotNull @Valid @Default("{}") LogoutSettings logout,
        @Section("registration") @NotNull @Valid @Default("{}") RegistrationMetadata registration) {

    static final String VSCHAR = "[\\x20-\\x7e]*";
    static final String VSCHAR_MESSAGE = "Only printable ASCII characters are allowed.";

    public boolean isPublic() {
        return clientType == ClientType.PUBLIC;
    }

    public boolean allows(GrantType grantType) {
        return grantTypes.contains(grantType);
    }

    /** Whether what another client holds or issues is taken here: its tokens as proof, its exchanges for tokens of this one. */
    public boolean trusts(OAuthClient other) {
        return jwtFederationProviders.contains(other.numPk());
    }

    /**
     * Whether the client may get answers of this type: its grant types permit it, and it has not confined itself to others. Whoever
     * registers a hybrid type may name the two grants it consists of instead (OpenID Connect Dynamic Client Registration 1.0 section 2).
     */
    public boolean allows(ResponseType type) {
        List<ResponseType> chosen = authorizationRequests.responseTypes();
        boolean both = chosen.contains(type) && allows(GrantType.AUTHORIZATION_CODE) && allows(GrantType.IMPLICIT);
        return (allows(GrantType.of(type)) || both) && (chosen.isEmpty() || chosen.contains(type));
    }

    /** Whether the client has registered this URI for the purpose. */
    public boolean registers(String uri, RedirectUriType purpose) {
        return redirectUris.stream()
                .anyMatch(registered -> registered.redirectUriType() == purpose && registered.matches(uri, clientType));
    }

    /** These settings with a client id and secret. */
    OAuth2ProviderSettings withCredentials(String newClientId, Secret newClientSecret) {
        return new OAuth2ProviderSettings(authenticationFlow, authorizationFlow, invalidationFlow, propertyMappings, clientType,
                grantTypes, newClientId, newClientSecret, accessCodeValidity, accessTokenValidity, refreshTokenValidity,
                refreshTokenThreshold, includeClaimsInIdToken, signingKey, encryptionKey, redirectUris, logoutUri, logoutMethod,
                subMode, issuerMode, jwtFederationSources, jwtFederationProviders, clientAuthentication, authorizationRequests,
                tokenFormats, logout, registration);
    }

    /** The same with these rules about requests and authentication. */
    public OAuth2ProviderSettings with(AuthorizationRequestSettings requests, ClientAuthenticationSettings authentication) {
        return new OAuth2ProviderSettings(authenticationFlow, authorizationFlow, invalidationFlow, propertyMappings, clientType,
                grantTypes, clientId, clientSecret, accessCodeValidity, accessTokenValidity, refreshTokenValidity,
                refreshTokenThreshold, includeClaimsInIdToken, signingKey, encryptionKey, redirectUris, logoutUri, logoutMethod,
                subMode, issuerMode, jwtFederationSources, jwtFederationProviders, authentication, requests,
                tokenFormats, logout, registration);
    }
}
