package org.gatehouse.provider.oauth2.registration;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;

/**
 * Software statements (RFC 7591 section 2.3): what somebody we trust has signed about a client counts more than what the client says
 * itself. Where nobody is trusted, statements are ignored as the RFC allows.
 */
@ApplicationScoped
public class SoftwareStatements {

    static final String MEMBER = "software_statement";

    private static final Set<String> OF_THE_TOKEN = Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti");

    private Clock clock;

    /** For the container's proxy. */
    protected SoftwareStatements() {
    }

    @Inject
    public SoftwareStatements(Clock clock) {
        this.clock = clock;
    }

    /**
     * The document with the claims of its statement in the place of what the client says.
     *
     * @throws OAuthRefusal {@code invalid_software_statement}, {@code unapproved_software_statement}
     */
    JsonObject apply(JsonObject document, RegistrationRules rules) {
        boolean sent = document.get(MEMBER) instanceof JsonString;
        if (rules.requireSoftwareStatement() && (!sent || rules.softwareStatementKeys() == null)) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_SOFTWARE_STATEMENT, "A software statement is needed.");
        }
        if (!sent || rules.softwareStatementKeys() == null) {
            return document;
        }
        JWTClaimsSet claims = verified(document.getString(MEMBER), rules.softwareStatementKeys())
                .orElseThrow(() -> new OAuthRefusal(OAuthErrorCode.INVALID_SOFTWARE_STATEMENT, "The software statement is not valid."));
        if (!rules.approvedSoftware().isEmpty() && !rules.approvedSoftware().contains(String.valueOf(claims.getClaim("software_id")))) {
            throw new OAuthRefusal(OAuthErrorCode.UNAPPROVED_SOFTWARE_STATEMENT, "The software is not approved here.");
        }
        JsonObjectBuilder merged = Json.createObjectBuilder(document);
        json(claims).forEach((name, value) -> {
            if (!OF_THE_TOKEN.contains(name)) {
                merged.add(name, value);
            }
        });
        return merged.build();
    }

    /** Only asymmetric algorithms; which one is the key's to say. An issuer has to be named (RFC 7591 section 2.3). */
    private Optional<JWTClaimsSet> verified(String statement, JsonObject keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        Set<JWSAlgorithm> algorithms = new HashSet<>(JWSAlgorithm.Family.SIGNATURE);
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(null, com.nimbusds.jose.JOSEObjectType.JWT));
        processor.setJWTClaimsSetVerifier((claims, context) -> { });
        try {
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms,
                    new ImmutableJWKSet<>(JWKSet.parse(keys.toString()).toPublicJWKSet())));
            return Optional.of(processor.process(statement, null)).filter(this::isCurrent);
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    private boolean isCurrent(JWTClaimsSet claims) {
        Date now = Date.from(clock.instant());
        return claims.getIssuer() != null && !claims.getIssuer().isBlank()
                && (claims.getExpirationTime() == null || claims.getExpirationTime().after(now))
                && (claims.getNotBeforeTime() == null || !claims.getNotBeforeTime().after(now));
    }

    private static JsonObject json(JWTClaimsSet claims) {
        try (JsonReader reader = Json.createReader(new StringReader(claims.toString()))) {
            return reader.readObject();
        }
    }
}
