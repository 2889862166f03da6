package org.gatehouse.web.console.list;

import java.io.Serializable;
import java.util.List;
import org.gatehouse.web.console.Option;

/**
 * One way to narrow a list down.
 *
 * @param name the filter as the model and the API spell it
 * @param options what can be chosen; none for a text
 */
public record ListFilter(String name, String label, List<Option> options, String value) implements Serializable {

    public boolean isChoice() {
        return !options.isEmpty();
    }
}
