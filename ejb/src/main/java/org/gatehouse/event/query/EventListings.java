package org.gatehouse.event.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.model.Listing;
import org.gatehouse.model.event.AuditEventRepository;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.Listings;
import org.gatehouse.type.ModelQuery;

/** What a caller asks of the audit log, as a listing that the indexes on it can answer. */
public final class EventListings {

    /** Where an order has no index on (expression, created, id), it has one on (expression, id). */
    private static final String EXPIRES = "expires";

    private EventListings() {
    }

    /** @throws InvalidInput when a filter's value does not fit, by filter */
    public static Listing of(ModelQuery query) {
        ModelQuery unsearched = new ModelQuery("", query.filters(), query.ordering(), query.page(), query.pageSize(), query.visible());
        Listing listing = Listings.of(unsearched, AuditEventRepository.COLUMNS);
        List<Object> parameters = new ArrayList<>(listing.parameters());
        String where = listing.where() + EventSearch.condition(query.search(), parameters).map(found -> " AND " + found).orElse("");
        return new Listing(listing.from(), where, parameters, orderBy(query.ordering()), listing.first(), listing.size());
    }

    /** The listing of everything, for figures that have only a beginning. */
    public static Listing all() {
        return of(new ModelQuery("", Map.of(), "", 1, 1));
    }

    /** All its parts go the same way, so that an index read forwards or backwards gives it; the last makes it total. */
    private static String orderBy(String ordering) {
        String first = Stream.of(ordering.split(",")).map(String::strip).filter(field -> expression(field).isPresent()).findFirst().orElse("-created");
        String direction = first.startsWith("-") ? " DESC" : "";
        String expression = expression(first).orElseThrow();
        String name = first.substring(first.startsWith("-") ? 1 : 0);
        boolean byTime = name.equals("created") || name.equals(EXPIRES);
        return expression + direction + (byTime ? "" : ", o.created" + direction) + ", o.id" + direction;
    }

    private static Optional<String> expression(String field) {
        return AuditEventRepository.COLUMNS.findOrder(field.startsWith("-") ? field.substring(1) : field);
    }
}
