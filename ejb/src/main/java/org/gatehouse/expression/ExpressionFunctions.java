package org.gatehouse.expression;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatehouse.crypto.Digests;
import org.gatehouse.expression.ExpressionFunction.Parameter;

/**
 * The functions that every expression has beside the language's own:
 *
 * <ul>
 * <li>{@code is_group_member(user, "name")}: whether the user is, directly or through a descendant, in the group; false for an
 *     anonymous user;
 * <li>{@code regex_match(text, pattern)}: whether the RE2 pattern occurs in the text; linear in the text;
 * <li>{@code regex_replace(text, pattern, replacement)}: every occurrence replaced; {@code $1} is the first capturing group;
 * <li>{@code ip_in_network(address, network)}: whether the IPv4 or IPv6 address is in the network ({@code 10.0.0.0/8});
 * <li>{@code list_flatten(list)}: one level of lists inside of the list resolved;
 * <li>{@code regex_find(text, pattern)}: the first occurrence, or what its first capturing group caught; empty when there is none;
 * <li>{@code sha256(text)}, {@code sha512(text)}: the digest of the UTF-8 text in lower-case hexadecimal digits;
 * <li>{@code slugify(text)}: the text in small Latin letters, digits and hyphens;
 * <li>{@code url_encode(text)}: the text as a part of a URL.
 * </ul>
 *
 * {@code text.replace(…)} and {@code list.join(…)} are ours instead of the string extension's, which do not bound their result.
 */
final class ExpressionFunctions {

    private static final Parameter TEXT = new Parameter(SimpleType.STRING, String.class);
    private static final Parameter LIST = new Parameter(ListType.create(SimpleType.DYN), List.class);
    private static final Parameter TEXTS = new Parameter(ListType.create(SimpleType.STRING), List.class);
    private static final Parameter USER = new Parameter(MapType.create(SimpleType.STRING, SimpleType.DYN), Map.class);
    private static final CelType ANY_LIST = ListType.create(SimpleType.DYN);

    private static final int LONGEST_PATTERN = 2_000;
    private static final int MOST_MATCHING_STEPS = 200_000_000;

    private ExpressionFunctions() {
    }

    static List<ExpressionFunction> all() {
        return List.of(
                ExpressionFunction.global("is_group_member", SimpleType.BOOL, List.of(USER, TEXT),
                        args -> isGroupMember((Map<?, ?>) args[0], args[1])),
                ExpressionFunction.global("regex_match", SimpleType.BOOL, List.of(TEXT, TEXT),
                        args -> matcher((String) args[0], (String) args[1]).find()),
                ExpressionFunction.global("regex_replace", SimpleType.STRING, List.of(TEXT, TEXT, TEXT),
                        args -> regexReplace((String) args[0], (String) args[1], (String) args[2])),
                ExpressionFunction.global("ip_in_network", SimpleType.BOOL, List.of(TEXT, TEXT),
                        args -> IpNetwork.parse((String) args[1]).contains((String) args[0])),
                ExpressionFunction.global("list_flatten", ANY_LIST, List.of(LIST), args -> flatten((List<?>) args[0])),
                ExpressionFunction.global("sha256", SimpleType.STRING, List.of(TEXT), args -> Digests.sha256((String) args[0])),
                ExpressionFunction.global("sha512", SimpleType.STRING, List.of(TEXT), args -> ExpressionTexts.sha512((String) args[0])),
                ExpressionFunction.global("slugify", SimpleType.STRING, List.of(TEXT), args -> ExpressionTexts.slug((String) args[0])),
                ExpressionFunction.global("url_encode", SimpleType.STRING, List.of(TEXT), args -> ExpressionTexts.urlPart((String) args[0])),
                ExpressionFunction.global("regex_find", SimpleType.STRING, List.of(TEXT, TEXT),
                        args -> regexFind((String) args[0], (String) args[1])),
                ExpressionFunction.member("replace", SimpleType.STRING, List.of(TEXT, TEXT, TEXT),
                        args -> replace((String) args[0], (String) args[1], (String) args[2])),
                ExpressionFunction.member("join", SimpleType.STRING, List.of(TEXTS, TEXT),
                        args -> join((List<?>) args[0], (String) args[1])));
    }

    private static boolean isGroupMember(Map<?, ?> user, Object group) {
        return user.get("groups") instanceof List<?> groups && groups.contains(group);
    }

    /** Matching is linear in text and pattern, and not interruptible: so their product is bounded. */
    private static Matcher matcher(String text, String pattern) {
        Pattern compiled = pattern(pattern);
        EvaluationBudget.limited((long) text.length() * compiled.programSize(), MOST_MATCHING_STEPS, "a regular expression takes too long");
        return compiled.matcher(text);
    }

    private static Pattern pattern(String text) {
        if (text.length() > LONGEST_PATTERN) {
            throw new IllegalArgumentException("a regular expression has at most " + LONGEST_PATTERN + " characters");
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("the regular expression is not valid: " + wrong.getDescription());
        }
    }

    private static String regexFind(String text, String pattern) {
        Matcher matcher = matcher(text, pattern);
        if (!matcher.find()) {
            return "";
        }
        String found = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
        return found == null ? "" : found;
    }

    private static String regexReplace(String text, String pattern, String replacement) {
        Matcher matcher = matcher(text, pattern);
        StringBuilder replaced = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(replaced, replacement);
            EvaluationBudget.limited(replaced.length(), EvaluationBudget.MAX_TEXT, "a text gets too long");
        }
        return matcher.appendTail(replaced).toString();
    }

    private static String replace(String text, String old, String replacement) {
        long occurrences = old.isEmpty() ? text.length() + 1L : occurrences(text, old);
        EvaluationBudget.limited(text.length() + occurrences * replacement.length(), EvaluationBudget.MAX_TEXT, "a text gets too long");
        return text.replace(old, replacement);
    }

    private static long occurrences(String text, String part) {
        long count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private static String join(List<?> texts, String separator) {
        StringBuilder joined = new StringBuilder();
        String between = "";
        for (Object text : texts) {
            if (!(text instanceof String)) {
                throw new IllegalArgumentException("join works on a list of texts only");
            }
            joined.append(between).append(text);
            between = separator;
            EvaluationBudget.limited(joined.length(), EvaluationBudget.MAX_TEXT, "a text gets too long");
        }
        return joined.toString();
    }

    private static List<Object> flatten(List<?> list) {
        List<Object> flat = new ArrayList<>();
        for (Object element : list) {
            if (element instanceof List<?> inner) {
                flat.addAll(inner);
            } else {
                flat.add(element);
            }
            EvaluationBudget.limited(flat.size(), EvaluationBudget.MAX_ELEMENTS, "a list gets too long");
        }
        return flat;
    }
}
