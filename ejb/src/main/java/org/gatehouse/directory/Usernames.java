package org.gatehouse.directory;

import java.text.Normalizer;

/**
 * Reads the names of accounts. Names that look alike must not be two accounts, so the compatible forms of Unicode are folded
 * into one (NFKC); the database then compares without regard to case.
 */
public final class Usernames {

    /** The longest name, in characters. */
    public static final int MAX_LENGTH = 150;

    private Usernames() {
    }

    /**
     * The name as it is stored.
     *
     * @throws IllegalArgumentException with a sentence for the user when the text cannot be a name
     */
    public static String normalise(String text) {
        String name = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("This field may not be blank.");
        }
        if (name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("Ensure this field has no more than " + MAX_LENGTH + " characters.");
        }
        if (name.codePoints().anyMatch(Usernames::isInvisible)) {
            throw new IllegalArgumentException("Control characters are not allowed.");
        }
        return name;
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
