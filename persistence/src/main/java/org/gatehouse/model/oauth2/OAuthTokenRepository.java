package org.gatehouse.model.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.Repository;

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

    /** Uses a refresh token up; true for exactly one caller in the cluster, as {@link AuthorizationCodeRepository#redeem}. */
    public boolean redeem(UUID id, Instant now) {
        return entityManager.createQuery("""
                update OAuthToken t set t.redeemed = :now where t.id = :id and t.redeemed is null and t.revoked = false""")
                .setParameter("now", now).setParameter("id", id).executeUpdate() == 1;
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

    /** Revokes every token that acts for a user. */
    public void revokeUser(long userId) {
        entityManager.createQuery("update OAuthToken t set t.revoked = true where t.user.id = :user and t.revoked = false")
                .setParameter("user", userId).executeUpdate();
    }
}
