package org.gatehouse.it;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a flow page's form sends along: execution, step and component, and the token of a question. */
final class HiddenFields {

    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*name=\"(execution|step|component|flow_token|token)\"[^>]*value=\"([^\"]*)\"");

    private HiddenFields() {
    }

    static Map<String, String> of(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher found = HIDDEN.matcher(page);
        while (found.find()) {
            fields.put(found.group(1), found.group(2));
        }
        return fields;
    }
}
