package org.gatehouse.provider.oauth2.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.model.oauth2.OAuthTokenKind;
import org.gatehouse.model.oauth2.OAuthTokenRepository;
import org.gatehouse.model.oauth2.TokenWithGroups;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.session.AdmittedUser;
import org.gatehouse.session.LoginGate;
import org.gatehouse.session.LoginRefused;
import org.gatehouse.type.RecordCodec;

/** The tokens that were issued, as the database knows them. Runs in the caller's transaction. */
@ApplicationScoped
public class IssuedTokens {

    @Inject
    private OAuthTokenRepository repository;

    @Inject
    private LoginGate gate;

    @Inject
    private RecordCodec codec;

    @Inject
    private Clock clock;

    void record(UUID id, OAuthTokenKind kind, String token, OAuthClient client, User user, TokenOrigin origin, Instant expires) {
        record(id, kind, token, client, user, origin, expires, null);
    }

    /** @param statusPlace in the status lists, or null */
    void record(UUID id, OAuthTokenKind kind, String token, OAuthClient client, User user, TokenOrigin origin, Instant expires,
            Long statusPlace) {
        OAuthToken row = new OAuthToken();
        row.setId(id);
        row.setKind(kind);
        row.setDigest(Digests.sha256(token));
        row.setFamilyId(origin.familyId());
        row.setProviderId(client.providerId());
        row.setUser(user);
        row.setSessionId(origin.sessionId());
        row.setGrantData(codec.toStored(origin.grant()));
        row.setBegan(origin.began());
        row.setCreated(clock.instant());
        row.setExpires(expires);
        row.setStatusPlace(statusPlace);
        repository.add(row);
    }

    /** The row of a token, whatever its state. */
    public Optional<OAuthToken> find(String token) {
        return repository.findByDigest(Digests.sha256(token));
    }

    /** The row of a token of this kind that is good now: not revoked, not expired. Whose it is has to be admitted still. */
    public Optional<OAuthToken> findUsable(String token, OAuthTokenKind kind) {
        return find(token).filter(row -> row.getKind() == kind).flatMap(this::usable);
    }

    /** As {@link #findUsable} for access tokens, with the groups of the user read in the same statement. */
    public Optional<TokenWithGroups> findUsableWithGroups(String token) {
        return repository.findWithGroups(Digests.sha256(token))
                .filter(found -> found.token().getKind() == OAuthTokenKind.ACCESS && usable(found.token()).isPresent());
    }

    /** The row if it is good now. */
    public Optional<OAuthToken> usable(OAuthToken row) {
        boolean good = !row.isRevoked() && row.getRedeemed() == null && row.getExpires().isAfter(clock.instant());
        return good ? Optional.of(row) : Optional.empty();
    }

    public TokenOrigin originOf(OAuthToken row) {
        return new TokenOrigin(row.getFamilyId(), row.getSessionId(), codec.fromStored(Grant.class, row.getGrantData()), row.getBegan());
    }

    /**
     * Admits the user of a grant once more. With {@code offline_access} the grant outlives the login's natural end (a login that is
     * ended on purpose revokes its tokens); any other ends with it (OpenID Connect Core 1.0 section 11).
     *
     * @throws LoginRefused when the account is disabled or the login has ended
     */
    public AdmittedUser admit(OAuthToken row) {
        boolean boundToLogin = row.getSessionId() != null && !originOf(row).grant().isOffline();
        return boundToLogin ? gate.admitSession(row.getSessionId()) : gate.admit(row.getUser().getId());
    }
}
