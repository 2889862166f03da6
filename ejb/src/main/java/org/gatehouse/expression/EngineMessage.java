package org.gatehouse.expression;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of the engine's messages may be shown. They quote values in many ways, and a value may be what somebody has typed, a password
 * even; so a word stays only if it is one of the engine's or stands in the expression itself.
 */
final class EngineMessage {

    private static final Set<String> WORDS = Set.of("a", "an", "and", "argument", "arguments", "at", "be", "bool", "boolean", "bounds", "by", "bytes",
            "cannot", "conversion", "convert", "could", "divide", "division", "double", "duration", "element", "empty", "error", "evaluation",
            "exceeded", "exceeds", "failed", "for", "format", "found", "from", "function", "has", "in", "index", "input", "int", "integer", "invalid",
            "is", "iteration", "key", "less", "limit", "list", "long", "map", "matching", "missing", "modulus", "must", "name", "negative", "no",
            "not", "null", "null_type", "of", "operand", "out", "overflow", "overload", "parse", "parsed", "parsing", "present", "range", "regexp",
            "required", "string", "supported", "text", "than", "the", "timestamp", "to", "type", "uint", "unexpected", "unknown", "unsupported",
            "value", "with", "zero");
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern OPERATOR = Pattern.compile("_[-+*/%<>=!&|?:\\[\\]_]+|[!-]_|@in");

    private EngineMessage() {
    }

    /** The message with dots for words that are neither the engine's nor the author's. */
    static String discreet(String message, String source) {
        String shortened = message.replaceFirst("(?s) Overload candidates:.*", "").strip();
        String shown = WORD.matcher(shortened).replaceAll(word -> Matcher.quoteReplacement(isKnown(word.group(), source) ? word.group() : "…"))
                .replaceAll("…(\\s+…)+", "…");
        return shown.isEmpty() || shown.equals("…") ? "a value does not fit" : shown;
    }

    private static boolean isKnown(String word, String source) {
        String bare = word.replaceAll("^\\W+|\\W+$", "");
        if (bare.isEmpty()) {
            return word.length() == 1;
        }
        return source.contains(bare) || WORDS.contains(bare.toLowerCase(Locale.ROOT)) || OPERATOR.matcher(word.replaceAll("^'|'[.:,]?$", "")).matches();
    }
}
