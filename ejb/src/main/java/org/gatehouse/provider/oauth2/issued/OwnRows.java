package org.gatehouse.provider.oauth2.issued;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.type.ModelQuery;

/** What of a list belongs to a user, whatever the user filters by. */
final class OwnRows {

    private static final String USER = "user";

    private OwnRows() {
    }

    /** The query for the actor's own rows; empty for an actor who is no user. */
    static Optional<ModelQuery> of(Actor actor, ModelQuery query) {
        if (actor.userId() == null) {
            return Optional.empty();
        }
        Map<String, List<String>> filters = new HashMap<>(query.filters());
        filters.put(USER, List.of(actor.userId().toString()));
        return Optional.of(new ModelQuery(query.search(), filters, query.ordering(), query.page(), query.pageSize()));
    }
}
