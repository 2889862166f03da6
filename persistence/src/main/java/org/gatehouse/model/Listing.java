package org.gatehouse.model;

import java.util.List;

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
}
