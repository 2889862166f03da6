package org.gatehouse.web.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;

/** Reads what a list's query string asks for. */
public final class ListQuery {

    private static final Set<String> OWN = Set.of("search", "ordering", "page", "page_size");

    /** Beyond this nobody pages by hand; it also keeps the row number in an int. */
    private static final int LAST_PAGE = 1_000_000;

    private ListQuery() {
    }

    /**
     * Reads it for whoever pages nothing.
     *
     * @throws ObjectNotFound when {@code page} is no page number
     */
    public static ModelQuery of(MultivaluedMap<String, String> parameters) {
        return of(parameters, ModelQuery.DEFAULT_PAGE_SIZE, ModelQuery.MAX_PAGE_SIZE);
    }

    /**
     * Reads it.
     *
     * @param usual rows per page when the caller does not say
     * @param most the most rows a page may have
     * @throws ObjectNotFound when {@code page} is no page number
     */
    static ModelQuery of(MultivaluedMap<String, String> parameters, int usual, int most) {
        Map<String, List<String>> filters = new HashMap<>(parameters);
        filters.keySet().removeAll(OWN);
        return new ModelQuery(first(parameters, "search").replace("\0", ""), filters, first(parameters, "ordering"),
                page(first(parameters, "page")), size(first(parameters, "page_size"), usual, most));
    }

    private static String first(MultivaluedMap<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.getFirst(name)).orElse("");
    }

    private static int page(String text) {
        if (text.isEmpty()) {
            return 1;
        }
        return ObjectKey.number(text).filter(number -> number >= 1 && number <= LAST_PAGE).map(Long::intValue)
                .orElseThrow(ListQuery::invalidPage);
    }

    private static int size(String text, int usual, int most) {
        return ObjectKey.number(text).filter(number -> number >= 1).map(number -> (int) Math.min(number, most))
                .orElse(usual);
    }

    static ObjectNotFound invalidPage() {
        return new ObjectNotFound("Invalid page.");
    }
}
