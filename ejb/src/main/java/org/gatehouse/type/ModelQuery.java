package org.gatehouse.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a list asks for.
 *
 * @param search free text, or empty
 * @param filters values by filter name as the contract spells it ({@code type}, {@code is_active} …)
 * @param ordering a field name, with a leading minus for descending, or empty for the model's own order
 * @param page the page, from 1
 * @param pageSize rows per page, 1 to 100
 * @param visible what the list may show at all; empty for everything
 */
public record ModelQuery(String search, Map<String, List<String>> filters, String ordering, int page, int pageSize,
        Optional<VisibleObjects> visible) {

    /** Rows per page when the caller does not say. */
    public static final int DEFAULT_PAGE_SIZE = 20;

    /** The most rows a page may have. */
    public static final int MAX_PAGE_SIZE = 100;

    public ModelQuery {
        search = search == null ? "" : search.strip();
        ordering = ordering == null ? "" : ordering;
        page = Math.max(1, page);
        pageSize = Math.min(Math.max(1, pageSize), MAX_PAGE_SIZE);
        filters = Map.copyOf(filters);
    }

    public ModelQuery(String search, Map<String, List<String>> filters, String ordering, int page, int pageSize) {
        this(search, filters, ordering, page, pageSize, Optional.empty());
    }

    /** This query, of nothing but what is visible. */
    public ModelQuery within(VisibleObjects part) {
        return new ModelQuery(search, filters, ordering, page, pageSize, Optional.of(part));
    }

    public static ModelQuery all() {
        return new ModelQuery("", Map.of(), "", 1, MAX_PAGE_SIZE);
    }

    /** The first value of a filter, or empty. */
    public Optional<String> filter(String name) {
        return filters.getOrDefault(name, List.of()).stream().findFirst();
    }

    public int firstRow() {
        return Math.multiplyExact(page - 1, pageSize);
    }
}
