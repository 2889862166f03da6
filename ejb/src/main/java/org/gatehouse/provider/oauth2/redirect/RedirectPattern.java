package org.gatehouse.provider.oauth2.redirect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression for redirect URIs as its author meant it. In the part of a URL that names the server, a dot is a dot: who writes
 * {@code https://foo.example.com/.*} does not mean {@code fooaexample.com}. What repeats there ({@code .*}, {@code .+}) stays within the
 * server's name: {@code https://.*\.example\.com/} does not mean {@code https://evil.tld/x.example.com/}. And what begins right behind the
 * name begins with its end: {@code https://example\.com.*} does not mean {@code https://example.com.evil.tld/}.
 */
final class RedirectPattern {

    private static final Pattern BEFORE_THE_SERVER = Pattern.compile(":(?:\\\\?/){2}");
    private static final String WITHIN_A_NAME = "[^/?#@:\\\\]";
    private static final String BEHIND_A_NAME = "[:/?].*";

    private final String written;
    private final int server;
    private final StringBuilder meant = new StringBuilder();
    private int at;

    private RedirectPattern(String written, int server) {
        this.written = written;
        this.server = server;
    }

    /** The expression to match with. One that names no server, such as {@code .*} or {@code https://.*}, stays as it is. */
    static String of(String written) {
        Matcher before = BEFORE_THE_SERVER.matcher(written);
        if (!before.find() || written.substring(before.end()).matches("\\.[*+]\\$?")) {
            return written;
        }
        return new RedirectPattern(written, before.end()).read();
    }

    private String read() {
        meant.append(written, 0, server);
        at = server;
        while (at < written.length() && written.charAt(at) != '/' && !written.startsWith("\\/", at)) {
            readOne();
        }
        return meant.append(written.substring(at)).toString();
    }

    private void readOne() {
        String rest = written.substring(at);
        if (rest.startsWith("\\")) {
            copy(2);
        } else if (rest.startsWith("[")) {
            int end = rest.indexOf(']', 2);
            copy(end < 0 ? rest.length() : end + 1);
        } else if (rest.equals(".*") || rest.equals(".*$")) {
            replace(rest.length(), "(?:" + BEHIND_A_NAME + ")?");
        } else if (rest.equals(".+") || rest.equals(".+$")) {
            replace(rest.length(), BEHIND_A_NAME);
        } else if (rest.startsWith(".")) {
            replace(1, rest.matches("(?s)\\.[*+?{].*") ? WITHIN_A_NAME : "\\.");
        } else {
            copy(1);
        }
    }

    private void replace(int length, String by) {
        meant.append(by);
        at += length;
    }

    private void copy(int length) {
        int end = Math.min(at + length, written.length());
        meant.append(written, at, end);
        at = end;
    }
}
