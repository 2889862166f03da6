package org.gatehouse.model.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.ListColumns.Kind;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on tokens. */
@ApplicationScoped
public class TokenRepository extends Repository<Token, UUID> {


    /** What tokens are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("token o JOIN user_account u ON u.id = o.user_id", "o.identifier")
            .text("identifier", "o.identifier").uuid("pk", "o.id").text("description", "o.description").text("managed", "o.managed")
            .choice("intent", TokenIntent.class, "o.intent").bool("expiring", "o.expiring")
            .filter("expires", Kind.INSTANT, "o.expires = ?")
            .filter("user", Kind.INTEGER, "o.user_id = ?")
            .filter("user__username", Kind.TEXT, "lower(u.username) = lower(?)")
            .orders("identifier", "description", "expires", "intent", "managed", "expiring").order("user__username", "u.username")
            .search("o.identifier", "o.intent", "u.username", "o.description");

    public TokenRepository() {
        super(Token.class, "join fetch o.user");
    }

    public Optional<Token> findByKeyDigest(String keyDigest) {
        return only(query("select t from Token t join fetch t.user where t.keyDigest = :digest").setParameter("digest", keyDigest));
    }

    public Optional<Token> findByIdentifier(String identifier) {
        return only(query("select t from Token t join fetch t.user where t.identifier = :identifier").setParameter("identifier", identifier));
    }

    /** The tokens of a user that have one of these intents, by description. */
    public List<Token> findOwn(long userId, Collection<TokenIntent> intents) {
        return query("select t from Token t join fetch t.user where t.user.id = :user and t.intent in :intents order by t.description, t.identifier")
                .setParameter("user", userId).setParameter("intents", intents).getResultList();
    }

    /** Deletes every token that acts for a user; returns how many there were. */
    public int removeOf(long userId) {
        return entityManager.createQuery("delete from Token t where t.user.id = :user").setParameter("user", userId).executeUpdate();
    }
}
