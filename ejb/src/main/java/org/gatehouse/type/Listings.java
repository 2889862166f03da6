package org.gatehouse.type;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.model.ListColumns.Filter;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Listing;

/**
 * Turns what a caller asks of a list into a {@link Listing}. Unknown filters and orders are ignored, as the contract has it;
 * a value that does not fit its filter is the caller's mistake and named.
 */
public final class Listings {

    private static final int MAX_VALUES = 200;

    /** A trigram index finds texts of at least this many letters anywhere, shorter ones at the beginning of words. */
    private static final int SHORTEST_ANYWHERE = 3;

    private static final String BACKWARDS = " DESC";

    private final ListColumns columns;
    private final FieldProblems problems = new FieldProblems();
    private final StringBuilder where = new StringBuilder("1 = 1");
    private final List<Object> parameters = new ArrayList<>();

    private Listings(ListColumns columns) {
        this.columns = columns;
    }

    /** @throws InvalidInput when a filter's value does not fit, by filter */
    public static Listing of(ModelQuery query, ListColumns columns) {
        Listings listing = new Listings(columns);
        query.filters().forEach((name, values) -> columns.findFilter(name).ifPresent(filter -> listing.filter(name, filter, values)));
        listing.search(query.search());
        query.visible().ifPresent(listing::narrow);
        listing.problems.refuseIfAny();
        return listing.page(listing.orderBy(query.ordering()), query.firstRow(), query.pageSize());
    }

    /**
     * The listing of the one object that has all these values.
     *
     * @throws InvalidInput when objects of this kind cannot be found by one of the fields
     */
    public static Listing identifying(JsonObject identifiers, ListColumns columns) {
        Listings listing = new Listings(columns);
        identifiers.forEach((name, value) -> columns.findFilter(name).filter(known -> isScalar(value)).ifPresentOrElse(
                filter -> listing.filter(name, filter, List.of(textOf(value))),
                () -> listing.problems.add(name, "Objects cannot be found by this field.")));
        if (identifiers.isEmpty()) {
            listing.problems.add(FieldProblems.GENERAL, "At least one identifier is needed.");
        }
        listing.problems.refuseIfAny();
        return listing.page(columns.defaultOrder() + ", o.id", 0, 1);
    }

    private Listing page(String orderBy, int first, int size) {
        return new Listing(columns.from(), where.toString(), parameters, orderBy, first, size);
    }

    private void filter(String name, Filter filter, List<String> values) {
        List<String> given = given(name, values);
        if (given.size() > MAX_VALUES) {
            problems.add(name, "Ensure there are no more than " + MAX_VALUES + " values.");
        } else if (!given.isEmpty()) {
            where.append(given.stream().map(value -> condition(name, filter, value)).collect(Collectors.joining(" OR ", " AND (", ")")));
        }
    }

    /** An empty value is what a form sends for "any". A filter for one of several takes them in one text, too. */
    private static List<String> given(String name, List<String> values) {
        return values.stream().flatMap(value -> name.endsWith("_in") ? Stream.of(value.split(",")) : Stream.of(value))
                .filter(value -> !value.isEmpty()).toList();
    }

    private String condition(String name, Filter filter, String value) {
        try {
            if (!filter.choices().isEmpty() && !filter.choices().contains(value)) {
                throw new IllegalArgumentException("Select a valid choice. " + shortened(value) + " is not one of the available choices.");
            }
            Object typed = typed(filter, value);
            if (!filter.otherwise().isEmpty()) {
                return Boolean.TRUE.equals(typed) ? filter.condition() : filter.otherwise();
            }
            return numbered(filter.condition(), typed);
        } catch (IllegalArgumentException wrong) {
            problems.add(name, wrong.getMessage());
            return "1 = 0";
        }
    }

    /** What single grants open, and what is the actor's own: decided by the database, before anything is counted or paged. */
    private void narrow(VisibleObjects visible) {
        boolean byNumber = !columns.number().isEmpty();
        String granted = (byNumber ? columns.number() : "o.id") + " IN (SELECT g." + (byNumber ? "object_number" : "object_id")
                + " FROM role_object_permission g WHERE g.permission_id IN (" + all(visible.granted().permissions())
                + ") AND g.role_id IN (" + all(visible.granted().roles()) + "))";
        String own = visible.own().entrySet().stream().flatMap(filter -> columns.findFilter(filter.getKey()).stream()
                .map(known -> condition(filter.getKey(), known, filter.getValue()))).collect(Collectors.joining(" AND "));
        where.append(" AND (").append(granted).append(own.isEmpty() ? "" : " OR " + own).append(')');
    }

    /** Parameters for each of the values; for none a list that holds nothing. */
    private String all(Collection<?> values) {
        return values.isEmpty() ? "NULL" : values.stream().map(value -> numbered("?", value)).collect(Collectors.joining(","));
    }

    private String numbered(String condition, Object value) {
        parameters.add(value);
        return condition.replace("?", "?" + parameters.size());
    }

    private void search(String text) {
        if (!text.isEmpty() && !columns.searches().isEmpty() && text.indexOf('\0') < 0) {
            String escaped = ConfiguredObjectListing.escapeLike(text) + "%";
            boolean isShort = text.codePointCount(0, text.length()) < SHORTEST_ANYWHERE;
            where.append(columns.searches().stream()
                    .map(search -> numbered(search.condition(), (search.byWords() && isShort ? "% " : "%") + escaped))
                    .collect(Collectors.joining(" OR ", " AND (", ")")));
        }
    }

    private String orderBy(String ordering) {
        List<String> orders = new ArrayList<>();
        for (String field : ordering.split(",")) {
            boolean descending = field.startsWith("-");
            String name = descending ? field.substring(1) : field;
            String direction = !descending ? "" : columns.isFilled(name) ? BACKWARDS : " DESC NULLS LAST";
            columns.findOrder(name).ifPresent(expression -> orders.add(expression + direction));
        }
        // The key makes the order total, so that pages neither overlap nor miss rows.
        boolean backwards = !orders.isEmpty() && orders.get(orders.size() - 1).endsWith(BACKWARDS);
        return (orders.isEmpty() ? columns.defaultOrder() : String.join(", ", orders)) + ", o.id" + (backwards ? BACKWARDS : "");
    }

    private static Object typed(Filter filter, String value) {
        return switch (filter.kind()) {
            case TEXT -> text(value);
            case UUID -> ObjectKey.uuid(value).orElseThrow(() -> new IllegalArgumentException("Enter a valid UUID."));
            case INTEGER -> ObjectKey.number(value).orElseThrow(() -> new IllegalArgumentException("Enter a number."));
            case BOOLEAN -> bool(value);
            case INSTANT -> instant(value);
            case JSON -> jsonObject(value);
        };
    }

    private static String text(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Null characters are not allowed.");
        }
        return value;
    }

    private static Boolean bool(String value) {
        Boolean known = Map.of("true", true, "True", true, "1", true, "false", false, "False", false, "0", false).get(value);
        if (known == null) {
            throw new IllegalArgumentException("Must be true or false.");
        }
        return known;
    }

    private static Timestamp instant(String value) {
        try {
            // In a query a plus sign that was not escaped arrives as a space.
            OffsetDateTime moment = value.length() == 10 ? LocalDate.parse(value).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(value.replace(' ', '+'));
            return Timestamp.from(moment.toInstant());
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException("Enter a valid date and time.", wrong);
        }
    }

    private static String jsonObject(String value) {
        try (JsonReader reader = Json.createReader(new StringReader(text(value)))) {
            return reader.readObject().toString();
        } catch (JsonException wrong) {
            throw new IllegalArgumentException("Value must be a JSON object.", wrong);
        }
    }

    private static boolean isScalar(JsonValue value) {
        return value instanceof JsonString || value instanceof JsonNumber || value == JsonValue.TRUE || value == JsonValue.FALSE;
    }

    private static String textOf(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    private static String shortened(String value) {
        return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }

    /** @throws InvalidInput naming the filter when the text is neither true nor false */
    static boolean bool(String name, String value) {
        try {
            return bool(value);
        } catch (IllegalArgumentException wrong) {
            throw new InvalidInput(name, wrong.getMessage());
        }
    }
}
