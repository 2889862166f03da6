package org.gatehouse.model.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.Repository;

/** Queries on tokens. */
@ApplicationScoped
public class TokenRepository extends Repository<Token, UUID> {

    public TokenRepository() {
        super(Token.class);
    }

    public Optional<Token> findByKeyDigest(String keyDigest) {
        return only(query("select t from Token t join fetch t.user where t.keyDigest = :digest").setParameter("digest", keyDigest));
    }

    public Optional<Token> findByIdentifier(String identifier) {
        return only(query("select t from Token t join fetch t.user where t.identifier = :identifier").setParameter("identifier", identifier));
    }
}
