package org.gatehouse.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One page of a table, as native SQL on the alias {@code o}: texts come from {@link ListColumns}, values only through parameters.
 *
 * @param from the table with its alias, and joins that keep one row per object
 * @param where the condition, with parameters {@code ?1}, {@code ?2} …
 * @param parameters their values
 * @param orderBy the order, total so that pages neither overlap nor miss rows
 * @param first the first row, from 0
 * @param size the most rows wanted
 */
public record Listing(String from, String where, List<Object> parameters, String orderBy, int first, int size) {

    public Listing {
        parameters = List.copyOf(parameters);
    }

    /** This listing, of no other rows than those that meet a condition as well. */
    public Listing and(String condition) {
        return new Listing(from, where + " AND " + condition, parameters, orderBy, first, size);
    }

    /** The same with a value, which stands in the condition as {@code ?}. */
    public Listing and(String condition, Object value) {
        List<Object> all = new ArrayList<>(parameters);
        all.add(value);
        return new Listing(from, where, all, orderBy, first, size).and(condition.replace("?", "?" + all.size()));
    }

    /** This listing, of no other rows than those with one of the ids. */
    public Listing among(Collection<?> ids) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(ids);
        String marks = IntStream.rangeClosed(parameters.size() + 1, all.size()).mapToObj(index -> "?" + index).collect(Collectors.joining(","));
        return new Listing(from, where + (ids.isEmpty() ? " AND 1 = 0" : " AND o.id IN (" + marks + ")"), all, orderBy, first, size);
    }
}
