package org.gatehouse.provider.oauth2.authorize;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TokenFormatSettings;
import org.gatehouse.provider.oauth2.protocol.AuthorizationResponse;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.provider.oauth2.token.ProviderKeys;
import org.gatehouse.provider.oauth2.token.TokenEncryption;
import org.gatehouse.provider.oauth2.token.TokenSigner;

/**
 * Signs authorization answers, good and bad, for the clients that ask for it, and encrypts them as the client has registered (JWT Secured
 * Authorization Response Mode for OAuth 2.0, JARM, sections 2.1 and 2.2). What is to be secured never goes out in the clear.
 */
@ApplicationScoped
public class SecuredResponses {

    /** Section 2.1 recommends ten minutes at most; a browser needs less. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private ProviderKeys keys;
    private TokenEncryption encryption;
    private Issuers issuers;
    private Clock clock;

    /** For the container's proxy. */
    protected SecuredResponses() {
    }

    @Inject
    public SecuredResponses(ProviderKeys keys, TokenEncryption encryption, Issuers issuers, Clock clock) {
        this.keys = keys;
        this.encryption = encryption;
        this.issuers = issuers;
        this.clock = clock;
    }

    /**
     * The answer as its mode wants it: as it is, or as one token that says for whom it is and how long.
     *
     * @throws OAuthRefusal when the client publishes no key to encrypt to at the moment; not to be redirected
     */
    AuthorizationResponse secure(OAuthClient client, AuthorizationResponse answer) {
        return answer.mode().isSigned() ? answer.secured(token(client, answer)) : answer;
    }

    private String token(OAuthClient client, AuthorizationResponse answer) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
        answer.parameters().forEach((name, value) -> claims.claim(name, name.equals("expires_in") ? Long.valueOf(value) : value));
        claims.issuer(issuers.issuer(client)).audience(client.clientId()).expirationTime(Date.from(clock.instant().plus(GOOD_FOR)));
        TokenFormatSettings formats = client.settings().tokenFormats();
        TokenSigner signer = formats.authorizationSignedResponseAlg() == null ? keys.signer(client)
                : keys.signer(client, formats.authorizationSignedResponseAlg());
        String signed = signer.sign(JOSEObjectType.JWT, claims.build());
        return formats.authorizationEncryption().map(format -> encryption.nested(client, format, signed)).orElse(signed);
    }
}
