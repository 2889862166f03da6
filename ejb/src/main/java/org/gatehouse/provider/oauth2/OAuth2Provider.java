package org.gatehouse.provider.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.provider.Launch;
import org.gatehouse.provider.ProviderType;
import org.gatehouse.provider.oauth2.authentication.ClientAuthenticationRequirement;
import org.gatehouse.provider.oauth2.authorize.InitiatedLogin;
import org.gatehouse.provider.oauth2.check.AuthorizationRules;
import org.gatehouse.provider.oauth2.check.IssuerChain;
import org.gatehouse.provider.oauth2.check.KeyRequirement;
import org.gatehouse.provider.oauth2.check.RequestSettingsCheck;
import org.gatehouse.provider.oauth2.check.TokenFormatCheck;
import org.gatehouse.provider.oauth2.logout.LogoutAddresses;
import org.gatehouse.provider.oauth2.policy.ClientPolicies;
import org.gatehouse.provider.oauth2.redirect.RedirectUri;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;
import org.gatehouse.type.Secret;
import org.gatehouse.url.StrictUrl;

/** An application that authenticates by OAuth 2.0 (RFC 6749) and OpenID Connect Core 1.0. */
@ApplicationScoped
@ObjectType(family = Family.PROVIDER, name = "oauth2", model = "authentik_providers_oauth2.oauth2provider",
        component = "ak-provider-oauth2-form")
public class OAuth2Provider implements ProviderType<OAuth2ProviderSettings> {

    private static final int SHORTEST_SIGNING_SECRET = 32;

    private RandomKeys keys;
    private SecretCipher cipher;
    private KeyRequirement requirement;
    private TokenFormatCheck formats;

    @Inject
    private IssuerChain issuers;

    @Inject
    private ClientPolicies policies;

    @Inject
    private InitiatedLogin initiated;

    /** For the container's proxy. */
    protected OAuth2Provider() {
    }

    @Inject
    public OAuth2Provider(RandomKeys keys, SecretCipher cipher, KeyRequirement requirement, TokenFormatCheck formats) {
        this.keys = keys;
        this.cipher = cipher;
        this.requirement = requirement;
        this.formats = formats;
    }

    @Override
    public OAuth2ProviderSettings complete(OAuth2ProviderSettings settings) {
        boolean named = settings.clientId() != null && !settings.clientId().isBlank();
        boolean secret = settings.clientSecret() != null && !cipher.open(settings.clientSecret().sealed()).isEmpty();
        return settings.withCredentials(named ? settings.clientId() : keys.alphanumeric(40),
                secret ? settings.clientSecret() : new Secret(cipher.seal(keys.alphanumeric(128))));
    }

    /** New providers keep OAuth 2.1 unless somebody says otherwise. */
    @Override
    public JsonObject suggestion() {
        return Json.createObjectBuilder().add("authorization_requests",
                Json.createObjectBuilder().add("security_profile", SecurityProfile.OAUTH_2_1.wireName())).build();
    }

    @Override
    public void check(OAuth2ProviderSettings settings, FieldProblems problems) {
        List<RedirectUri> uris = settings.redirectUris();
        for (int i = 0; i < uris.size(); i++) {
            uris.get(i).check("redirect_uris." + i + ".url", problems);
        }
        if (settings.isPublic() && settings.allows(GrantType.CLIENT_CREDENTIALS)) {
            problems.add("grant_types", "A public client cannot use client credentials (RFC 6749 section 4.4).");
        }
        if (!settings.logoutUri().isEmpty() && StrictUrl.parse(settings.logoutUri()).filter(StrictUrl::isWeb).isEmpty()) {
            problems.add("logout_uri", "Enter an http or https URL.");
        }
        AuthorizationRules.check(settings, problems);
        LogoutAddresses.check(settings, problems);
        issuers.check(settings, problems);
        policies.check(settings, problems);
        requirement.check(settings, problems);
        ClientAuthenticationRequirement.check(settings, problems);
        RequestSettingsCheck.check(settings, problems);
        String secret = cipher.open(settings.clientSecret().sealed());
        checkSecret(secret, settings, problems);
        formats.check(settings, secret, problems);
    }

    @Override
    public Optional<String> launchUrl(OAuth2ProviderSettings settings, Launch launch) {
        return settings.registration().initiateLoginUri().isEmpty() ? Optional.empty() : initiated.address(launch);
    }

    private static void checkSecret(String secret, OAuth2ProviderSettings settings, FieldProblems problems) {
        if (!secret.matches(OAuth2ProviderSettings.VSCHAR)) {
            problems.add("client_secret", OAuth2ProviderSettings.VSCHAR_MESSAGE);
        }
        if (secret.length() > 255) {
            problems.add("client_secret", "Ensure this field has no more than 255 characters.");
        }
        // RFC 7518 section 3.2: an HS256 key has at least the length of its hash.
        if (settings.signingKey() == null && secret.length() < SHORTEST_SIGNING_SECRET) {
            problems.add("client_secret", "Without a signing key the secret signs the tokens and needs at least 32 characters.");
        }
    }
}
