package org.gatehouse.provider.oauth2.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TokenFormatSettings;
import org.gatehouse.provider.oauth2.jose.EncryptionFormat;

/** Answers of endpoints as JWTs, for clients that want them signed, encrypted, or first one and then the other. */
@ApplicationScoped
public class ClaimsResponse {

    /** RFC 9701 section 5. */
    public static final JOSEObjectType INTROSPECTION = new JOSEObjectType("token-introspection+jwt");

    /** What tells an ID token from an answer about its user. */
    private static final List<String> OF_TOKENS = List.of("exp", "iat", "nbf", "azp");

    private ProviderKeys keys;
    private TokenEncryption encryption;
    private Issuers issuers;
    private Clock clock;

    /** For the container's proxy. */
    protected ClaimsResponse() {
    }

    @Inject
    public ClaimsResponse(ProviderKeys keys, TokenEncryption encryption, Issuers issuers, Clock clock) {
        this.keys = keys;
        this.encryption = encryption;
        this.issuers = issuers;
        this.clock = clock;
    }

    /** The claims about a user as the client has registered (OpenID Connect Core 1.0 section 5.3.2); empty for plain JSON. */
    public Optional<String> userInfo(OAuthClient client, JsonObject claims) {
        TokenFormatSettings formats = client.settings().tokenFormats();
        Optional<EncryptionFormat> format = formats.userinfoEncryption();
        if (formats.userinfoSignedResponseAlg() == null) {
            return format.map(known -> encryption.encrypt(client, known, claims.toString(), null));
        }
        JWTClaimsSet.Builder signed = new JWTClaimsSet.Builder(parse(claims)).issuer(issuers.issuer(client)).audience(client.clientId());
        // A mapping must not be able to make a token of it.
        OF_TOKENS.forEach(name -> signed.claim(name, null));
        String jwt = keys.signer(client, formats.userinfoSignedResponseAlg()).sign(JOSEObjectType.JWT, signed.build());
        return Optional.of(format.map(known -> encryption.nested(client, known, jwt)).orElse(jwt));
    }

    /**
     * The answer of introspection for the client that asks. Neither {@code sub} nor {@code exp}: it must not pass for a token (RFC 9701
     * section 8.1).
     */
    public String introspection(OAuthClient asking, JsonObject answer) {
        TokenFormatSettings formats = asking.settings().tokenFormats();
        JWTClaimsSet signed = new JWTClaimsSet.Builder().issuer(issuers.issuer(asking)).audience(asking.clientId())
                .issueTime(Date.from(clock.instant())).claim("token_introspection", parse(answer).toJSONObject()).build();
        TokenSigner signer = formats.introspectionSignedResponseAlg() == null ? keys.signer(asking)
                : keys.signer(asking, formats.introspectionSignedResponseAlg());
        String jwt = signer.sign(INTROSPECTION, signed);
        return formats.introspectionEncryption().map(known -> encryption.nested(asking, known, jwt)).orElse(jwt);
    }

    private static JWTClaimsSet parse(JsonObject json) {
        try {
            return JWTClaimsSet.parse(json.toString());
        } catch (ParseException impossible) {
            throw new IllegalStateException("Claims are not JSON", impossible);
        }
    }
}
