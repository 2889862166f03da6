package org.gatehouse.model.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.Repository;
import org.gatehouse.model.directory.EffectiveGroups;

/** Queries on access and refresh tokens. */
@ApplicationScoped
public class OAuthTokenRepository extends Repository<OAuthToken, UUID> {

    /** Locks the rows by their ids first: many who revoke the same tokens at once would each hold what another waits for. */
    private static final String REVOKE = """
            WITH chosen AS (SELECT id FROM oauth_token WHERE %s = ?1 AND NOT revoked ORDER BY id FOR UPDATE)
            UPDATE oauth_token SET revoked = true FROM chosen WHERE oauth_token.id = chosen.id""";

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

    /** Revokes one token. */
    public void revoke(UUID id) {
        entityManager.createQuery("update OAuthToken t set t.revoked = true where t.id = :id").setParameter("id", id).executeUpdate();
    }

    /** Revokes every token that descends from one authorization. */
    public void revokeFamily(UUID familyId) {
        entityManager.createNativeQuery(REVOKE.formatted("family_id")).setParameter(1, familyId).executeUpdate();
    }

    /** Revokes every token that descends from one login. */
    public void revokeSession(UUID sessionId) {
        entityManager.createNativeQuery(REVOKE.formatted("session_id")).setParameter(1, sessionId).executeUpdate();
    }

    /** Revokes every token that acts for a user. */
    public void revokeUser(long userId) {
        entityManager.createQuery("update OAuthToken t set t.revoked = true where t.user.id = :user and t.revoked = false")
                .setParameter("user", userId).executeUpdate();
    }
}
