package org.gatehouse.expression;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The facts that expressions can leave in the plan of a flow. Who the flow is about, how they proved it and where it leads are not among
 * them: an expression decides whether, not who.
 */
public final class ContextFacts {

    /** Facts of the installation's own are fields of this one. */
    public static final String CUSTOM = "custom";

    /** Answers of people are fields of this one. */
    public static final String PROMPT_DATA = "prompt_data";

    private static final Set<String> TEXTS = Set.of("deny_message", "user_path");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");

    private ContextFacts() {
    }

    /** @throws IllegalArgumentException with a sentence when expressions may not leave this */
    static void require(String name, JsonValue value) {
        int dot = name.indexOf('.');
        String outer = dot < 0 ? name : name.substring(0, dot);
        boolean field = dot > 0 && (outer.equals(CUSTOM) || outer.equals(PROMPT_DATA)) && FIELD.matcher(name.substring(dot + 1)).matches();
        if (!field && !TEXTS.contains(name)) {
            throw new IllegalArgumentException("context_set works on prompt_data.…, custom.…, deny_message and user_path only");
        }
        if (TEXTS.contains(name) && !(value instanceof JsonString)) {
            throw new IllegalArgumentException("the fact " + name + " is a text");
        }
    }
}
