package org.gatehouse.flow.stage.authenticatorsms;

import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.crypto.Digests;

/** Telephone numbers in their international form (ITU-T E.164): a plus sign and up to fifteen digits. */
final class PhoneNumber {

    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{5,14}");
    private static final String DIGEST = "hash:";

    private PhoneNumber() {
    }

    /** The number without what people write between digits; empty when it is none. */
    static Optional<String> parse(String typed) {
        String number = typed == null ? "" : typed.replaceAll("[ \\u00a0()./-]", "").replaceFirst("^00", "+");
        return Optional.of(number).filter(INTERNATIONAL.asMatchPredicate());
    }

    /** What is kept of a number that was only to be verified. */
    static String digest(String number) {
        return DIGEST + Digests.sha256("phone number\n" + number);
    }

    static boolean isDigest(String kept) {
        return kept.startsWith(DIGEST);
    }

    /** The last digits, by which people know their own number. */
    static String masked(String kept) {
        return isDigest(kept) || kept.length() < 8 ? "***" : "***" + kept.substring(kept.length() - 3);
    }
}
