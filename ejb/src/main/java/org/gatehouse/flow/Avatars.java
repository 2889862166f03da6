package org.gatehouse.flow;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Draws initials, so that a page can show who is meant without asking any other server. */
public final class Avatars {

    private static final String[] COLOURS = {"#3b5b92", "#4b7f52", "#8a4f7d", "#a15c38", "#2f7d86", "#6a5acd", "#7a6a2f", "#9c4146"};

    private Avatars() {
    }

    /** An SVG image of the name's initials as a {@code data:} URL. The name cannot break out: only letters and digits are drawn. */
    public static String of(String name) {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"64\" viewBox=\"0 0 64 64\">"
                + "<rect width=\"64\" height=\"64\" fill=\"" + COLOURS[Math.floorMod(name.hashCode(), COLOURS.length)] + "\"/>"
                + "<text x=\"32\" y=\"41\" font-family=\"sans-serif\" font-size=\"26\" fill=\"#fff\" text-anchor=\"middle\">"
                + initials(name) + "</text></svg>";
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && initials.codePointCount(0, initials.length()) < 2) {
                initials.appendCodePoint(word.codePointAt(0));
            }
        }
        return initials.toString().toUpperCase(Locale.ROOT);
    }
}
