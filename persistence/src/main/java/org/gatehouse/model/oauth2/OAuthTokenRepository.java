package org.gatehouse.model.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;
import org.gatehouse.model.directory.EffectiveGroups;

/** Queries on access and refresh tokens. */
@ApplicationScoped
public class OAuthTokenRepository extends Repository<OAuthToken, UUID> {

    private static final String ONLINE =
            " AND (kind = 'access' OR NOT coalesce(grant_data -> 'scopes', CAST('[]' AS jsonb)) @> CAST('[\"offline_access\"]' AS jsonb))";

    /** What access tokens are listed by. */
    public static final ListColumns ACCESS_COLUMNS = columns(OAuthTokenKind.ACCESS);

    /** What refresh tokens are listed by. */
    public static final ListColumns REFRESH_COLUMNS = columns(OAuthTokenKind.REFRESH);

    private static ListColumns columns(OAuthTokenKind kind) {
        return ListColumns
                .of("(SELECT * FROM oauth_token WHERE kind = '" + kind.wireName() + "') o JOIN provider p ON p.id = o.provider_id"
                        + " JOIN user_account u ON u.id = o.user_id", "o.created DESC")
                .filter("provider", ListColumns.Kind.INTEGER, "p.num_pk = ?").filter("user", ListColumns.Kind.INTEGER, "o.user_id = ?")
                .numbered("o.num_pk").filter("pk", ListColumns.Kind.INTEGER, "o.num_pk = ?").bool("revoked", "o.revoked")
                .orders("expires", "revoked").order("provider", "p.name").order("user", "u.username").search("p.name", "u.username");
    }

    /**
     * What a user's usable tokens at one provider come to.
     *
     * @param scopes of all of them together
     * @param latest when the last one was issued
     */
    public record Held(UUID providerId, List<String> scopes, Instant first, Instant latest, Instant expires) {
    }
    /** Locks the rows by their ids first: many who revoke the same tokens at once would each hold what another waits for. */
    private static final String REVOKE = """
            WITH chosen AS (SELECT id FROM oauth_token WHERE NOT revoked AND %s ORDER BY id FOR UPDATE)
            UPDATE oauth_token SET revoked = true FROM chosen WHERE oauth_token.id = chosen.id""";

    public OAuthTokenRepository() {
        super(OAuthToken.class, "join fetch o.user");
    }

    /** The token with this number. */
    public Optional<OAuthToken> findByNumber(long numPk) {
        return only(query("select t from OAuthToken t join fetch t.user where t.numPk = :number").setParameter("number", numPk));
    }

    /** What tokens of a user are usable now, one entry for each provider. */
    @SuppressWarnings("unchecked")
    public List<Held> heldBy(long userId, Instant now) {
        List<Object[]> rows = entityManager.createNativeQuery("""
                SELECT t.provider_id, COALESCE(string_agg(DISTINCT s.scope, ' '), ''), min(t.created), max(t.created), max(t.expires)
                FROM oauth_token t LEFT JOIN LATERAL jsonb_array_elements_text(t.grant_data -> 'scopes') AS s (scope) ON true
                WHERE t.user_id = ?1 AND NOT t.revoked AND t.redeemed IS NULL AND t.expires > ?2 GROUP BY t.provider_id""")
                .setParameter(1, userId).setParameter(2, Timestamp.from(now)).getResultList();
        return rows.stream().map(row -> new Held((UUID) row[0], List.of(((String) row[1]).split(" ")), instant(row[2]), instant(row[3]),
                instant(row[4]))).toList();
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) value).toInstant();
    }

    /** Revokes every token of a user at one provider. */
    public void revokeOf(long userId, UUID providerId) {
        revoke("user_id = ?1 AND provider_id = ?2", userId, providerId);
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

    /** The numbers of the lists of this size in which a provider's tokens have places, as far as the tokens are kept. */
    public List<Long> statusLists(UUID providerId, int size) {
        List<?> numbers = entityManager.createNativeQuery("""
                SELECT DISTINCT status_place / ?1 FROM oauth_token WHERE provider_id = ?2 AND status_place IS NOT NULL ORDER BY 1""")
                .setParameter(1, (long) size).setParameter(2, providerId).getResultList();
        return numbers.stream().map(number -> ((Number) number).longValue()).toList();
    }

    /** Revokes one token. */
    public void revoke(UUID id) {
        entityManager.createQuery("update OAuthToken t set t.revoked = true where t.id = :id").setParameter("id", id).executeUpdate();
    }

    /** Revokes every token that descends from one authorization. */
    public void revokeFamily(UUID familyId) {
        revoke("family_id = ?1", familyId);
    }

    /**
     * Revokes the tokens that descend from one login, except refresh tokens granted with {@code offline_access}: they are for the time when
     * the user is not there (OpenID Connect Back-Channel Logout 1.0 section 2.7).
     */
    public void revokeSessionOnline(UUID sessionId) {
        revoke("session_id = ?1" + ONLINE, sessionId);
    }

    /** As {@link #revokeSessionOnline}, only those of one client. */
    public void revokeSessionOnline(UUID sessionId, UUID providerId) {
        revoke("session_id = ?1 AND provider_id = ?2" + ONLINE, sessionId, providerId);
    }

    /** Revokes every token that descends from one login. */
    public void revokeSession(UUID sessionId) {
        revoke("session_id = ?1", sessionId);
    }

    /** Revokes every token of a provider; returns how many were good. */
    public int revokeProvider(UUID providerId) {
        return revoke("provider_id = ?1", providerId);
    }

    /** Revokes every token that acts for a user; returns how many were good. */
    public int revokeUser(long userId) {
        return revoke("user_id = ?1", userId);
    }

    private int revoke(String condition, Object... values) {
        Query revocation = entityManager.createNativeQuery(REVOKE.formatted(condition));
        for (int i = 0; i < values.length; i++) {
            revocation.setParameter(i + 1, values[i]);
        }
        return revocation.executeUpdate();
    }
}
