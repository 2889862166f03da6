package org.gatehouse.directory;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.directory.User;

/** The picture of a user: initials on a colour of their own, drawn here so that no third party learns who looks at whom. */
public final class Avatar {

    private Avatar() {
    }

    /** The user's image as a {@code data:} URL. */
    public static String of(User user) {
        return draw(user.getName().isBlank() ? user.getUsername() : user.getName(), user.getUuid().toString());
    }

    /** An image for a name of which nobody knows whether a user has it, as a {@code data:} URL; it depends on the name alone. */
    public static String ofName(String name) {
        return draw(name, name);
    }

    private static String draw(String shown, String seed) {
        int hue = Integer.parseInt(Digests.sha256(seed).substring(0, 4), 16) % 360;
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"64\"><rect width=\"64\" height=\"64\" fill=\"hsl("
                + hue + ",45%,40%)\"/><text x=\"32\" y=\"32\" fill=\"#fff\" font-family=\"sans-serif\" font-size=\"26\""
                + " text-anchor=\"middle\" dominant-baseline=\"central\">" + initials(shown) + "</text></svg>";
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    /** The first letters or digits of the first two words, in upper case: nothing in a name can become markup. */
    public static String initials(String shown) {
        StringBuilder initials = new StringBuilder();
        for (String word : shown.split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && initials.codePointCount(0, initials.length()) < 2) {
                initials.appendCodePoint(word.codePointAt(0));
            }
        }
        return initials.toString().toUpperCase(Locale.ROOT);
    }
}
