package org.gatehouse.provider.oauth2.authorize;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.provider.oauth2.token.ProviderKeys;
import org.gatehouse.provider.oauth2.token.Subjects;

/**
 * {@code id_token_hint} (OpenID Connect Core 1.0 section 3.1.2.1): whom the client expects. It counts if we have signed it for this
 * client; that it has expired does not matter.
 */
@ApplicationScoped
public class IdTokenHint implements AuthorizationCheck {

    private ProviderKeys keys;
    private Issuers issuers;
    private Subjects subjects;

    /** For the container's proxy. */
    protected IdTokenHint() {
    }

    @Inject
    public IdTokenHint(ProviderKeys keys, Issuers issuers, Subjects subjects) {
        this.keys = keys;
        this.issuers = issuers;
        this.subjects = subjects;
    }

    @Override
    public int order() {
        return 65;
    }

    @Override
    public AuthorizationRequest check(AuthorizationRequest request, OAuthClient client) {
        if (request.idTokenHint().isPresent() && claims(request, client).isEmpty()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The id_token_hint is not valid.");
        }
        return request;
    }

    /** Whether the user is the expected one, or none is. */
    boolean isMetBy(AuthorizationRequest request, OAuthClient client, User user) {
        return request.idTokenHint().isEmpty() || claims(request, client)
                .filter(hint -> Digests.equal(hint.getSubject(), subjects.of(client, user))).isPresent();
    }

    private Optional<JWTClaimsSet> claims(AuthorizationRequest request, OAuthClient client) {
        return request.idTokenHint().flatMap(hint -> keys.verifyIdToken(client, hint))
                .filter(token -> issuers.issuer(client).equals(token.getIssuer()) && token.getAudience().contains(client.clientId()));
    }
}
