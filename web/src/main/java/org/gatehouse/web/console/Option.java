package org.gatehouse.web.console;

/** One choice of a field. */
public record Option(String value, String label) {

    public String getValue() {
        return value;
    }

    public String getLabel() {
        return label;
    }
}
