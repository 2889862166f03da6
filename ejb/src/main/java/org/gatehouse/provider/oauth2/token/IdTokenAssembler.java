package org.gatehouse.provider.oauth2.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.gatehouse.provider.oauth2.OAuthClient;

/** Makes ID tokens (OpenID Connect Core 1.0 section 2). */
@ApplicationScoped
public class IdTokenAssembler {

    private static final String ACR = "goauthentik.io/providers/oauth2/default";

    @Inject
    private ProviderKeys keys;

    @Inject
    private Issuers issuers;

    public IdTokenAssembler() {
    }

    IdTokenAssembler(ProviderKeys keys, Issuers issuers) {
        this.keys = keys;
        this.issuers = issuers;
    }

    /**
     * The signed, and if the client wants encrypted, ID token.
     *
     * @param claims of the scope mappings, none if the provider does not put them here
     */
    String assemble(OAuthClient client, TokenOrigin origin, IssuedAccess access, Map<String, Object> claims) {
        TokenSigner signer = keys.signer(client);
        JWTClaimsSet.Builder token = new JWTClaimsSet.Builder();
        claims.forEach(token::claim);
        Grant grant = origin.grant();
        token.issuer(issuers.issuer(client)).subject(access.subject()).audience(client.clientId())
                .issueTime(Date.from(access.issued())).expirationTime(Date.from(access.expires()))
                .claim("azp", client.clientId())
                .claim("auth_time", grant.authTime())
                .claim("acr", ACR)
                .claim("amr", amr(grant.methods()))
                .claim("nonce", grant.nonce())
                .claim("sid", origin.sessionId() == null ? null : sid(origin))
                .claim("at_hash", AccessTokenHash.compute(new BearerAccessToken(access.token()), signer.algorithm(), null).getValue());
        return keys.encrypt(client, signer.sign(JOSEObjectType.JWT, token.build()));
    }

    /** Names the login to clients without being the id we know it by. */
    static String sid(TokenOrigin origin) {
        return SessionIdentifier.of(origin.sessionId());
    }

    /** Method names of RFC 8176. */
    private static List<String> amr(List<String> methods) {
        return methods.stream().map(method -> switch (method) {
            case "password" -> "pwd";
            case "auth_mfa" -> "mfa";
            default -> method;
        }).distinct().toList();
    }

    /** The access token an ID token goes with. */
    record IssuedAccess(String token, String subject, Instant issued, Instant expires) {
    }
}
