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

    /** An image as a {@code data:} URL. */
    public static String of(User user) {
        String shown = user.getName().isBlank() ? user.getUsername() : user.getName();
        int hue = Integer.parseInt(Digests.sha256(user.getUuid().toString()).substring(0, 4), 16) % 360;
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"64\"><rect width=\"64\" height=\"64\" fill=\"hsl("
                + hue + ",45%,40%)\"/><text x=\"32\" y=\"32\" fill=\"#fff\" font-family=\"sans-serif\" font-size=\"26\""
                + " text-anchor=\"middle\" dominant-baseline=\"central\">" + initials(shown) + "</text></svg>";
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    /** Up to two letters or digits, so nothing in a name can become markup. */
    static String initials(String shown) {
        StringBuilder initials = new StringBuilder();
        for (String word : shown.strip().split("[\\s._@-]+")) {
            word.codePoints().filter(Character::isLetterOrDigit).limit(1).forEach(initials::appendCodePoint);
        }
        int end = initials.offsetByCodePoints(0, Math.min(2, initials.codePointCount(0, initials.length())));
        return initials.substring(0, end).toUpperCase(Locale.ROOT);
    }
}
