package org.gatehouse.provider.oauth2.presented;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.model.oauth2.OAuthTokenKind;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.SubjectType;
import org.gatehouse.provider.oauth2.assurance.AuthenticationMethods;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.protocol.Scopes;
import org.gatehouse.provider.oauth2.protocol.TokenResponse;
import org.gatehouse.provider.oauth2.token.Audiences;
import org.gatehouse.provider.oauth2.token.IssuedTokens;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.provider.oauth2.token.Subjects;
import org.gatehouse.provider.oauth2.token.TokenOrigin;

/** What introspection says of a token that is good (RFC 7662 section 2.2, RFC 9470 section 6.2); the same for JWTs and opaque ones. */
@ApplicationScoped
public class TokenDescription {

    @Inject
    private IssuedTokens issued;

    @Inject
    private Issuers issuers;

    @Inject
    private Subjects subjects;

    /** @param owner the client that the token was issued to */
    JsonObject of(OAuthClient owner, OAuthToken token) {
        TokenOrigin origin = issued.originOf(token);
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("active", true)
                .add("iss", issuers.issuer(owner))
                .add("sub", subjects.of(owner, token.getUser()))
                .add("aud", audience(Audiences.of(owner, origin.grant())))
                .add("client_id", Optional.ofNullable(origin.grant().requester()).orElse(owner.clientId()))
                .add("scope", Scopes.format(origin.grant().scopes()))
                .add("token_type", typeOf(token, origin.grant().bound()))
                .add("iat", token.getCreated().getEpochSecond())
                .add("exp", token.getExpires().getEpochSecond())
                .add("jti", token.getId().toString())
                .add("auth_time", origin.grant().authTime());
        // Two clients could tell by the name that two pairwise subjects are one user (OpenID Connect Core 1.0 section 8.1).
        if (owner.settings().tokenFormats().subjectType() != SubjectType.PAIRWISE) {
            json.add("username", token.getUser().getUsername());
        }
        if (origin.sessionId() != null) {
            json.add("acr", origin.grant().context())
                    .add("amr", Json.createArrayBuilder(AuthenticationMethods.amr(origin.grant().methods())));
        }
        // RFC 9396 section 9.2.
        if (!origin.grant().access().authorizationDetails().isEmpty()) {
            json.add("authorization_details", Json.createArrayBuilder(origin.grant().access().authorizationDetails()));
        }
        if (origin.grant().actors() != null) {
            json.add("act", origin.grant().actors());
        }
        if (!origin.grant().bound().isNone()) {
            json.add("cnf", origin.grant().bound().toJson());
        }
        return json.build();
    }

    private static String typeOf(OAuthToken token, Confirmation holder) {
        return token.getKind() == OAuthTokenKind.REFRESH ? "refresh_token"
                : holder.keyThumbprint() == null ? TokenResponse.BEARER : TokenResponse.DPOP;
    }

    private static JsonValue audience(List<String> audience) {
        return audience.size() == 1 ? Json.createValue(audience.get(0)) : Json.createArrayBuilder(audience).build();
    }
}
