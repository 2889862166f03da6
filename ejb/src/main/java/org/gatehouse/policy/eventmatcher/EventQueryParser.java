package org.gatehouse.policy.eventmatcher;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an {@link EventQuery} by recursive descent. */
final class EventQueryParser {

    private static final int DEEPEST = 20;
    private static final Pattern TOKEN = Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*+\"|-?\\d++(?:\\.\\d++)?|[A-Za-z_][A-Za-z0-9_.]*+"
            + "|!=|<=|>=|!~|[=<>~(),])");

    private record Token(String text, int position) {
    }

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    EventQueryParser(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = text.stripTrailing().length();
        int position = 0;
        while (position < end) {
            if (!matcher.find(position) || matcher.start() != position) {
                throw problem(position);
            }
            tokens.add(new Token(matcher.group(1), matcher.start(1)));
            position = matcher.end();
        }
        tokens.add(new Token("", end));
    }

    EventQuery parse() {
        EventQuery query = either(0);
        expect("");
        return query;
    }

    private EventQuery either(int depth) {
        EventQuery query = both(depth);
        while (accept("or")) {
            EventQuery left = query;
            EventQuery right = both(depth);
            query = event -> left.matches(event) || right.matches(event);
        }
        return query;
    }

    private EventQuery both(int depth) {
        EventQuery query = single(depth);
        while (accept("and")) {
            EventQuery left = query;
            EventQuery right = single(depth);
            query = event -> left.matches(event) && right.matches(event);
        }
        return query;
    }

    private EventQuery single(int depth) {
        if (depth > DEEPEST) {
            throw problem(current().position());
        }
        if (!accept("(")) {
            return comparison();
        }
        EventQuery query = either(depth + 1);
        expect(")");
        return query;
    }

    private EventQuery comparison() {
        Token path = current();
        if (!path.text().matches("[A-Za-z_].*")) {
            throw problem(path.position());
        }
        next++;
        Token operator = current();
        next++;
        boolean notIn = operator.text().equals("not");
        if (notIn) {
            expect("in");
        }
        if (notIn || operator.text().equals("in")) {
            List<Object> values = list();
            return event -> values.contains(event.value(path.text())) != notIn;
        }
        Object value = value();
        EventOperator comparison = EventOperator.find(operator.text()).orElseThrow(() -> problem(operator.position()));
        return event -> comparison.holds(event.value(path.text()), value);
    }

    private List<Object> list() {
        expect("(");
        List<Object> values = new ArrayList<>();
        do {
            values.add(value());
        } while (accept(","));
        expect(")");
        return values;
    }

    private Object value() {
        Token token = current();
        next++;
        String text = token.text();
        if (text.startsWith("\"")) {
            return text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        if (text.matches("-?\\d.*")) {
            return Double.valueOf(text);
        }
        return switch (text) {
            case "True" -> true;
            case "False" -> false;
            case "None" -> null;
            default -> throw problem(token.position());
        };
    }

    private Token current() {
        return tokens.get(Math.min(next, tokens.size() - 1));
    }

    private boolean accept(String text) {
        boolean found = current().text().equals(text);
        if (found) {
            next++;
        }
        return found;
    }

    private void expect(String text) {
        if (!accept(text)) {
            throw problem(current().position());
        }
    }

    private static IllegalArgumentException problem(int position) {
        return new IllegalArgumentException("The query cannot be understood at character " + (position + 1) + ".");
    }
}
