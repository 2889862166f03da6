package org.gatehouse.provider.oauth2.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.CodeHash;
import com.nimbusds.openid.connect.sdk.claims.StateHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.gatehouse.crypto.Digests;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.assurance.AuthenticationMethods;

/** Makes ID tokens (OpenID Connect Core 1.0 section 2). */
@ApplicationScoped
public class IdTokenAssembler {

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
     * @param claims about the user, none if the provider does not put them here
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
                .claim("acr", grant.context())
                .claim("amr", AuthenticationMethods.amr(grant.methods()))
                .claim("nonce", grant.nonce())
                .claim("sid", origin.sessionId() == null ? null : sid(origin));
        access.company().hashes(signer.algorithm()).forEach(token::claim);
        return keys.encrypt(client, signer.sign(JOSEObjectType.JWT, token.build()));
    }

    /** Names the login to clients without being the id we know it by. */
    static String sid(TokenOrigin origin) {
        return Digests.sha256("gatehouse sid\n" + origin.sessionId());
    }

    /**
     * What an ID token is about.
     *
     * @param company what it is issued together with
     */
    record IssuedAccess(String subject, Instant issued, Instant expires, Company company) {

        /** At the token endpoint: together with an access token. */
        IssuedAccess(String token, String subject, Instant issued, Instant expires) {
            this(subject, issued, expires, new Company(token, null, null));
        }
    }

    /**
     * What goes to the client with an ID token, which names each by half of its hash, so that none can be exchanged for another
     * (OpenID Connect Core 1.0 section 3.3.2.11, FAPI 1.0 Part 2 section 5.2.2.1). Each may be null.
     */
    record Company(String accessToken, String code, String state) {

        Map<String, String> hashes(JWSAlgorithm algorithm) {
            Map<String, String> hashes = new HashMap<>();
            if (accessToken != null) {
                hashes.put("at_hash", AccessTokenHash.compute(new BearerAccessToken(accessToken), algorithm, null).getValue());
            }
            if (code != null) {
                hashes.put("c_hash", CodeHash.compute(new AuthorizationCode(code), algorithm, null).getValue());
            }
            if (state != null) {
                hashes.put("s_hash", StateHash.compute(new State(state), algorithm, null).getValue());
            }
            return hashes;
        }
    }
}
