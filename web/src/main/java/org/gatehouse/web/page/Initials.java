package org.gatehouse.web.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Stands in for a missing picture. */
public final class Initials {

    private Initials() {
    }

    /** The first letters of the first two words, in upper case; a question mark when there is none. */
    public static String of(String name) {
        String letters = Arrays.stream((name == null ? "" : name).split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1))).collect(Collectors.joining());
        return letters.isEmpty() ? "?" : letters.toUpperCase(Locale.ROOT);
    }
}
