package org.gatehouse.provider.oauth2.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
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
        TokenSigner signer = keys.idTokenSigner(client);
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
        access.company().hashes(signer).forEach(token::claim);
        if (access.boundKey() != null) {
            token.claim("cnf", Map.of("jwk", access.boundKey()));
        }
        JOSEObjectType type = access.boundKey() == null ? JOSEObjectType.JWT : ProviderKeys.BOUND_ID_TOKEN;
        return keys.encrypt(client, signer.sign(type, token.build()));
    }

    /** Names the login to clients without being the id we know it by. */
    static String sid(TokenOrigin origin) {
        return SessionIdentifier.of(origin.sessionId());
    }

    /**
     * What an ID token is about.
     *
     * @param company what it is issued together with
     * @param boundKey the public key of its only presenter as a JWK, or null for any presenter
     */
    record IssuedAccess(String subject, Instant issued, Instant expires, Company company, Map<String, Object> boundKey) {

        /** For any presenter. */
        IssuedAccess(String subject, Instant issued, Instant expires, Company company) {
            this(subject, issued, expires, company, null);
        }

        /** At the token endpoint: together with an access token. */
        IssuedAccess(String token, String subject, Instant issued, Instant expires) {
            this(subject, issued, expires, new Company(token, null, null), null);
        }

        /** The same for a presenter who shows a key. */
        IssuedAccess boundTo(Map<String, Object> key) {
            return new IssuedAccess(subject, issued, expires, company, key);
        }
    }

    /**
     * What goes to the client with an ID token, which names each by half of its hash, so that none can be exchanged for another
     * (OpenID Connect Core 1.0 section 3.3.2.11, FAPI 1.0 Part 2 section 5.2.2.1). Each may be null.
     */
    record Company(String accessToken, String code, String state) {

        Map<String, String> hashes(TokenSigner signer) {
            Map<String, String> hashes = new HashMap<>();
            put(hashes, "at_hash", accessToken, signer);
            put(hashes, "c_hash", code, signer);
            put(hashes, "s_hash", state, signer);
            return hashes;
        }

        private static void put(Map<String, String> hashes, String name, String value, TokenSigner signer) {
            if (value != null) {
                hashes.put(name, signer.hash(value));
            }
        }
    }
}
