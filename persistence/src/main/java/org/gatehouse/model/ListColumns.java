package org.gatehouse.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a table can be filtered, searched and ordered by, under the names of the wire. Conditions are native SQL on the alias
 * {@code o} with one {@code ?} for the value. Built once, as a constant of a repository.
 */
public final class ListColumns {

    /** What the text of a filter must be. */
    public enum Kind {
        TEXT,
        UUID,
        INTEGER,
        BOOLEAN,
        INSTANT,
        /** A JSON object, given as its text. */
        JSON
    }

    /**
     * A filter.
     *
     * @param choices the only values allowed; empty for any
     * @param otherwise for a filter that is either true or false and takes no parameter: the condition for false; else empty
     */
    public record Filter(Kind kind, String condition, List<String> choices, String otherwise) {
    }

    /**
     * Where a free text is looked for.
     *
     * @param condition with a {@code ?} for the pattern of a LIKE whose escape character is {@code !}
     * @param byWords whether each word begins behind a space, so that texts too short for an index are looked for there only
     */
    public record Search(String condition, boolean byWords) {
    }

    private final String from;
    private final String defaultOrder;
    private final Map<String, Filter> filters = new LinkedHashMap<>();
    private final Map<String, String> orders = new LinkedHashMap<>();
    private final List<Search> searches = new ArrayList<>();
    private final Set<String> filled = new HashSet<>();
    private String number = "";

    private ListColumns(String from, String defaultOrder) {
        this.from = from;
        this.defaultOrder = defaultOrder;
    }

    /** Starts with the table (alias {@code o}) and the order used when the caller names none. */
    public static ListColumns of(String from, String defaultOrder) {
        return new ListColumns(from, defaultOrder);
    }

    public ListColumns filter(String name, Kind kind, String condition) {
        filters.put(name, new Filter(kind, condition, List.of(), ""));
        return this;
    }

    /** A filter that compares a column with a text. */
    public ListColumns text(String name, String column) {
        return filter(name, Kind.TEXT, column + " = ?");
    }

    /** A filter that compares a column with the text of a key; a UUID may come without its dashes, as clients of the contract write it in places. */
    public ListColumns key(String name, String column) {
        return filter(name, Kind.TEXT, column + " = regexp_replace(?, '^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$', "
                + "'\\1-\\2-\\3-\\4-\\5')");
    }

    /** A filter that compares a column with a UUID. */
    public ListColumns uuid(String name, String column) {
        return filter(name, Kind.UUID, column + " = ?");
    }

    /** A filter that compares a column with true or false. */
    public ListColumns bool(String name, String column) {
        return filter(name, Kind.BOOLEAN, column + " = ?");
    }

    /** A filter with a condition of its own for each of true and false, where one for both would hide from the database what is meant. */
    public ListColumns flag(String name, String whenTrue, String whenFalse) {
        filters.put(name, new Filter(Kind.BOOLEAN, whenTrue, List.of(), whenFalse));
        return this;
    }

    /** A filter that compares a column with a constant's wire name. */
    public <E extends Enum<E> & WireName> ListColumns choice(String name, Class<E> type, String column) {
        filters.put(name, new Filter(Kind.TEXT, column + " = ?",
                Stream.of(type.getEnumConstants()).map(WireName::wireName).toList(), ""));
        return this;
    }

    /** Columns that the list can be ordered by under their own names. */
    public ListColumns orders(String... columns) {
        for (String column : columns) {
            order(column, "o." + column);
        }
        return this;
    }

    public ListColumns order(String name, String expression) {
        orders.put(name, expression);
        return this;
    }

    /** As {@link #order}, of an expression that is never null: an index can be read backwards then. */
    public ListColumns orderFilled(String name, String expression) {
        filled.add(name);
        return order(name, expression);
    }

    /** Expressions that a free text is looked for in, whatever its case. */
    public ListColumns search(String... expressions) {
        Stream.of(expressions).map(expression -> new Search(expression + " ILIKE ? ESCAPE '!'", false)).forEach(searches::add);
        return this;
    }

    /** A condition that looks for a free text in a text whose words each begin behind a space. */
    public ListColumns searchWords(String condition) {
        searches.add(new Search(condition, true));
        return this;
    }

    /** Says that objects are addressed by a number, and which column holds it; all others are by their UUID, {@code o.id}. */
    public ListColumns numbered(String column) {
        number = column;
        return this;
    }

    /** The column of the number that addresses an object; empty when its UUID does. */
    public String number() {
        return number;
    }

    public String from() {
        return from;
    }

    public String defaultOrder() {
        return defaultOrder;
    }

    public Optional<Filter> findFilter(String name) {
        return Optional.ofNullable(filters.get(name));
    }

    public Optional<String> findOrder(String name) {
        return Optional.ofNullable(orders.get(name));
    }

    /** Whether what the list is ordered by under this name is never null. */
    public boolean isFilled(String order) {
        return filled.contains(order);
    }

    public List<Search> searches() {
        return searches;
    }

    /** The names that lists can be filtered by. */
    public List<String> filterNames() {
        return List.copyOf(filters.keySet());
    }
}
