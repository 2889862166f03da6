package org.gatehouse.web.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.UnaryOperator;

/** The fields of a posted form. */
public final class PortalFields {

    private static final int LONGEST = 1000;

    private final UnaryOperator<String> values;

    /** @param values a field's value by its name; null for a field that was not sent */
    public PortalFields(UnaryOperator<String> values) {
        this.values = values;
    }

    static PortalFields of(HttpServletRequest request) {
        return new PortalFields(request::getParameter);
    }

    /** Whether the field was sent. */
    public boolean has(String name) {
        return values.apply(name) != null;
    }

    /** What was sent; empty for nothing, and for more than any field of the portal holds. */
    public String get(String name) {
        String value = values.apply(name);
        return value == null || value.length() > LONGEST ? "" : value;
    }
}
