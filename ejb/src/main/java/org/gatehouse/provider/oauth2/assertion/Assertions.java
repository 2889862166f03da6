package org.gatehouse.provider.oauth2.assertion;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.exchange.TrustedTokens;
import org.gatehouse.provider.oauth2.exchange.TrustedTokens.Trusted;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.replay.UsedIdentifiers;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.provider.oauth2.token.ProviderKeys;
import org.gatehouse.provider.oauth2.token.TokenIssuer;

/**
 * Judges assertions (RFC 7523 section 3): access tokens that one of the providers has signed which the client's provider trusts. Those of
 * issuers elsewhere will come with sources; there are none yet, so nothing of theirs is taken.
 */
@ApplicationScoped
public class Assertions {

    private static final String PURPOSE = "federated-assertion";
    private static final int LEEWAY_SECONDS = 60;
    private static final int LONGEST_SUBJECT = 255;

    @Inject
    private TrustedTokens trusted;

    @Inject
    private ProviderKeys keys;

    @Inject
    private Issuers issuers;

    @Inject
    private UsedIdentifiers used;

    @Inject
    private Clock clock;

    /**
     * An assertion as the grant of RFC 7523 section 2.1: it must have been made for this server.
     *
     * @throws OAuthRefusal {@code invalid_grant}
     */
    public ProvenAssertion requireGrant(OAuthClient client, String assertion) {
        return require(client, assertion, Set.of(issuers.shared("token/"), issuers.issuer(client), issuers.baseUrl()), false);
    }

    /**
     * An assertion in place of a client's secret, by the contract of authentik: whoever holds an access token of a trusted provider may
     * come with it, so one that was made for the client that it was issued to is good as well.
     *
     * @throws OAuthRefusal {@code invalid_grant}
     */
    public ProvenAssertion requireCredential(OAuthClient client, String assertion) {
        return require(client, assertion, Set.of(issuers.shared("token/"), issuers.issuer(client), issuers.baseUrl(), client.clientId()), true);
    }

    private ProvenAssertion require(OAuthClient client, String assertion, Set<String> audiences, boolean orIssuedTo) {
        Trusted token = trusted.find(client, assertion, GrantType.CLIENT_CREDENTIALS)
                .filter(found -> client.settings().trusts(found.issuer()))
                // Whoever brings an assertion shows nothing else, so one that is bound to a key or certificate may be a stolen one.
                .filter(found -> found.grant().bound().isNone())
                .orElseThrow(() -> refused("The assertion is not one of an issuer that the client trusts."));
        JWTClaimsSet claims = keys.verify(token.issuer(), assertion, TokenIssuer.ACCESS_TOKEN)
                .orElseThrow(() -> refused("The assertion is not signed by its issuer."));
        checkClaims(token.issuer(), claims);
        List<String> audience = claims.getAudience();
        boolean meant = audience.stream().anyMatch(audiences::contains) || orIssuedTo && audience.contains(token.issuer().clientId());
        if (!meant) {
            throw refused("The assertion was made for somebody else.");
        }
        // Last of all, so that only who has a good one can use it up.
        if (!used.use(PURPOSE, token.issuer().providerId() + "\n" + claims.getJWTID(), claims.getExpirationTime().toInstant())) {
            throw refused("The assertion has been used.");
        }
        return new ProvenAssertion(token.issuer(), claims);
    }

    /** RFC 7523 section 3, points 1, 2, 4 to 7. */
    private void checkClaims(OAuthClient issuer, JWTClaimsSet claims) {
        Instant now = clock.instant();
        boolean named = issuers.issuer(issuer).equals(claims.getIssuer()) && claims.getJWTID() != null
                && Optional.ofNullable(claims.getSubject()).filter(subject -> !subject.isBlank() && subject.length() <= LONGEST_SUBJECT).isPresent();
        boolean alive = claims.getExpirationTime() != null && claims.getExpirationTime().toInstant().isAfter(now);
        if (!named || !alive || isAhead(claims.getNotBeforeTime(), now) || isAhead(claims.getIssueTime(), now)) {
            throw refused("The claims of the assertion are not acceptable.");
        }
    }

    private static boolean isAhead(Date moment, Instant now) {
        return moment != null && moment.toInstant().isAfter(now.plusSeconds(LEEWAY_SECONDS));
    }

    private static OAuthRefusal refused(String description) {
        return new OAuthRefusal(OAuthErrorCode.INVALID_GRANT, description);
    }
}
