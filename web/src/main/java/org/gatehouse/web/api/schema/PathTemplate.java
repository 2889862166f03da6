package org.gatehouse.web.api.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The paths that a JAX-RS template stands for: a parameter whose expression names its values is replaced by each of them, any other stays a
 * parameter without its expression.
 */
final class PathTemplate {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*(\\w+)\\s*(?::\\s*([^{}]+?)\\s*)?\\}");
    private static final Pattern WORDS = Pattern.compile("[\\w-]+(\\|[\\w-]+)+");
    private static final Pattern OPTIONAL = Pattern.compile("\\(\\?:([\\w/-]+)\\)\\?");

    private PathTemplate() {
    }

    /** In the order of the values; each begins and ends with a slash. */
    static List<String> expand(String template) {
        List<String> paths = new ArrayList<>(List.of(""));
        Matcher parameter = PARAMETER.matcher(template);
        int end = 0;
        while (parameter.find()) {
            String before = template.substring(end, parameter.start());
            List<String> values = values(parameter.group(1), parameter.group(2));
            paths = paths.stream().flatMap(path -> values.stream().map(value -> path + before + value)).toList();
            end = parameter.end();
        }
        String rest = template.substring(end);
        return paths.stream().map(path -> ("/" + path + rest + "/").replaceAll("/+", "/")).toList();
    }

    private static List<String> values(String name, String expression) {
        if (expression != null && WORDS.matcher(expression).matches()) {
            return Stream.of(expression.split("\\|")).toList();
        }
        Matcher optional = OPTIONAL.matcher(expression == null ? "" : expression);
        return optional.matches() ? List.of("", optional.group(1)) : List.of("{" + name + "}");
    }
}
