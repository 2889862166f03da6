package org.gatehouse.web.page;

import org.gatehouse.directory.Avatar;

/** Stands in for a missing picture. */
public final class Initials {

    private Initials() {
    }

    /** The name's initials as in an {@link Avatar}; a question mark when there are none. */
    public static String of(String name) {
        String letters = Avatar.initials(name == null ? "" : name);
        return letters.isEmpty() ? "?" : letters;
    }
}
