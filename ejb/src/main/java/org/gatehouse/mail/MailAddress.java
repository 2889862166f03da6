package org.gatehouse.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is an e-mail address, and how it is shown to somebody who has not proved to own it. */
public final class MailAddress {

    private static final int LONGEST = 254;
    private static final Pattern PLAIN = Pattern.compile("[^\\s\\p{Cntrl}<>()\\[\\],;:\\\\\"@]{1,64}@[^\\s\\p{Cntrl}<>()\\[\\],;:\\\\\"@]+");

    private MailAddress() {
    }

    /** The address without surrounding space, or empty when it is not a single plain one: no names, groups, comments, quotes or line ends. */
    public static Optional<String> parse(String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.length() > LONGEST || !PLAIN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            new InternetAddress(text, true).validate();
            return Optional.of(text);
        } catch (AddressException malformed) {
            return Optional.empty();
        }
    }

    /** The address with most of its letters covered: {@code a***@e***.com}. */
    public static String masked(String address) {
        int at = address.lastIndexOf('@');
        int dot = address.lastIndexOf('.');
        if (at < 1) {
            return "***";
        }
        String top = dot > at ? address.substring(dot) : "";
        return address.charAt(0) + "***@" + address.substring(at + 1, Math.min(at + 2, address.length())) + "***" + top;
    }
}
