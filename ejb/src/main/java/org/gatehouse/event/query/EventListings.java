package org.gatehouse.event.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.gatehouse.model.Listing;
import org.gatehouse.model.event.AuditEventRepository;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.Listings;
import org.gatehouse.type.ModelQuery;

/**
 * What a caller asks of the audit log, as a listing that the indexes on it can answer. How words are looked for depends on how many of
 * the newest events have them: frequent ones are soon met on the way from the newest event back, rare ones only the index of words finds.
 */
@ApplicationScoped
public class EventListings {

    static final int SAMPLE = 2000;

    /** In the sample; that is one in five hundred. */
    static final int FREQUENT = 4;

    /** More than rare words are in; a multiple, as the sample is only one. */
    private static final int MOST_RARE = 30_000;

    /**
     * A question.
     *
     * @param listing what is asked
     * @param share in what part of the events the words are, if they are frequent; empty for rare words and without a search
     * @param unsearched the same question without words
     */
    public record Question(Listing listing, Optional<Double> share, Listing unsearched) {
    }

    private ToLongFunction<String> recent;

    @Inject
    private AuditEventRepository events;

    public EventListings() {
        recent = words -> events.countRecent(words, SAMPLE);
    }

    EventListings(ToLongFunction<String> recent) {
        this.recent = recent;
    }

    /** @throws InvalidInput when a filter's value does not fit, by filter */
    public Question of(ModelQuery query) {
        ModelQuery without = new ModelQuery("", query.filters(), query.ordering(), query.page(), query.pageSize(), query.visible());
        Listing plain = Listings.of(without, AuditEventRepository.COLUMNS);
        Listing ordered = new Listing(plain.from(), plain.where(), plain.parameters(), orderBy(query.ordering()), plain.first(), plain.size());
        if (query.search().isBlank()) {
            return new Question(ordered, Optional.empty(), ordered);
        }
        Optional<String> words = EventSearch.words(query.search());
        if (words.isEmpty()) {
            return new Question(ordered.and("1 = 0"), Optional.empty(), ordered);
        }
        long hits = recent.applyAsLong(words.get());
        return hits >= FREQUENT
                ? new Question(ordered.and("event_words(o.action, o.app, o.client_ip, o.actor, o.context) @@ to_tsquery('simple', ?)", words.get()),
                        Optional.of((double) hits / SAMPLE), ordered)
                : new Question(ordered.and("o.id IN (SELECT found.id FROM find_events(to_tsquery('simple', ?), " + MOST_RARE + ") found)", words.get()),
                        Optional.empty(), ordered);
    }

    /** All its parts go the same way, so that an index read forwards or backwards gives it; the last makes it total. */
    private static String orderBy(String ordering) {
        String first = Stream.of(ordering.split(",")).map(String::strip).filter(field -> expression(field).isPresent()).findFirst().orElse("-created");
        String direction = first.startsWith("-") ? " DESC" : "";
        String name = first.substring(direction.isEmpty() ? 0 : 1);
        boolean byTime = name.equals("created") || name.equals("expires");
        return expression(first).orElseThrow() + direction + (byTime ? "" : ", o.created" + direction) + ", o.id" + direction;
    }

    private static Optional<String> expression(String field) {
        return AuditEventRepository.COLUMNS.findOrder(field.startsWith("-") ? field.substring(1) : field);
    }
}
