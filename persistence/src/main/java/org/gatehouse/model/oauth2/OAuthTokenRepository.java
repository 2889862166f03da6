package org.gatehouse.model.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.Repository;
import org.gatehouse.model.directory.EffectiveGroups;

/** Queries on access and refresh tokens. */
@ApplicationScoped
public class OAuthTokenRepository extends Repository<OAuthToken, UUID> {

    private static final String GOOD_ONLINE =
            "revoked = false AND NOT coalesce(grant_data -> 'scopes', CAST('[]' AS jsonb)) @> CAST('[\"offline_access\"]' AS jsonb)";

    public OAuthTokenRepository() {
        super(OAuthToken.class);
    }

    public Optional<OAuthToken> findByDigest(String digest) {
        return only(query("select t from OAuthToken t join fetch t.user where t.digest = :digest").setParameter("digest", digest));
    }

    /** As {@link #findByDigest}, with the user's groups in the same statement. The user comes first, so that the token finds it read. */
    public Optional<TokenWithGroups> findWithGroups(String digest) {
        return only(entityManager.createQuery("""
                select u, t, function('effective_groups', u.id) from OAuthToken t join t.user u where t.digest = :digest""", Object[].class)
                .setParameter("digest", digest))
                .map(row -> new TokenWithGroups((OAuthToken) row[1], EffectiveGroups.parse((String) row[2])));
    }

    /** Uses a refresh token up; true for exactly one caller in the cluster, as {@link AuthorizationCodeRepository#redeem}. */
    public boolean redeem(UUID id, Instant now) {
        return entityManager.createQuery("""
                update OAuthToken t set t.redeemed = :now where t.id = :id and t.redeemed is null and t.revoked = false""")
                .setParameter("now", now).setParameter("id", id).executeUpdate() == 1;
    }

    /** A place in the status lists that no token has had. */
    public long nextStatusPlace() {
        return ((Number) entityManager.createNativeQuery("SELECT nextval('oauth_token_status_place')").getSingleResult()).longValue();
    }

    /** The places from {@code first} on, {@code size} of them, of a provider's tokens that were revoked or whose user is disabled. */
    public List<Long> invalidPlaces(UUID providerId, long first, int size) {
        List<?> places = entityManager.createNativeQuery("""
                SELECT t.status_place FROM oauth_token t JOIN user_account u ON u.id = t.user_id
                WHERE t.status_place >= ?1 AND t.status_place < ?2 AND t.provider_id = ?3 AND (t.revoked OR NOT u.active)""")
                .setParameter(1, first).setParameter(2, first + size).setParameter(3, providerId).getResultList();
        return places.stream().map(place -> ((Number) place).longValue()).toList();
    }

    /** Revokes one token. */
    public void revoke(UUID id) {
        entityManager.createQuery("update OAuthToken t set t.revoked = true where t.id = :id").setParameter("id", id).executeUpdate();
    }

    /** Revokes every token that descends from one authorization. */
    public void revokeFamily(UUID familyId) {
        entityManager.createQuery("update OAuthToken t set t.revoked = true where t.familyId = :family and t.revoked = false")
                .setParameter("family", familyId).executeUpdate();
    }

    /**
     * Revokes the tokens that descend from one login, except those granted with {@code offline_access}: they are for the time when the
     * user is not there (OpenID Connect Back-Channel Logout 1.0 section 2.7).
     */
    public void revokeSessionOnline(UUID sessionId) {
        entityManager.createNativeQuery("UPDATE oauth_token SET revoked = true WHERE session_id = ?1 AND " + GOOD_ONLINE)
                .setParameter(1, sessionId).executeUpdate();
    }

    /** As {@link #revokeSessionOnline}, only those of one client. */
    public void revokeSessionOnline(UUID sessionId, UUID providerId) {
        entityManager.createNativeQuery("UPDATE oauth_token SET revoked = true WHERE session_id = ?1 AND provider_id = ?2 AND " + GOOD_ONLINE)
                .setParameter(1, sessionId).setParameter(2, providerId).executeUpdate();
    }

    /** Revokes every token that descends from one login. */
    public void revokeSession(UUID sessionId) {
        entityManager.createQuery("update OAuthToken t set t.revoked = true where t.sessionId = :session and t.revoked = false")
                .setParameter("session", sessionId).executeUpdate();
    }

    /** Revokes the access tokens that descend from one login; what outlives it by {@code offline_access} has refresh tokens. */
    public void revokeAccessOf(UUID sessionId) {
        entityManager.createQuery("""
                update OAuthToken t set t.revoked = true where t.sessionId = :session and t.revoked = false and t.kind = :access""")
                .setParameter("session", sessionId).setParameter("access", OAuthTokenKind.ACCESS).executeUpdate();
    }

    /** Revokes every token of a provider; returns how many were good. */
    public int revokeProvider(UUID providerId) {
        return entityManager.createQuery("update OAuthToken t set t.revoked = true where t.providerId = :provider and t.revoked = false")
                .setParameter("provider", providerId).executeUpdate();
    }

    /** Revokes every token that acts for a user; returns how many were good. */
    public int revokeUser(long userId) {
        return entityManager.createQuery("update OAuthToken t set t.revoked = true where t.user.id = :user and t.revoked = false")
                .setParameter("user", userId).executeUpdate();
    }
}
