package org.gatehouse.flow.stage.authenticatortotp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The {@code otpauth:} address that apps read from a QR code.
 *
 * @param issuer whose codes these are; a colon would end the name
 * @param account the user's name
 * @param secret in base 32
 */
record KeyUri(String issuer, String account, String secret, int digits) {

    @Override
    public String toString() {
        String name = issuer.replace(":", "");
        return "otpauth://totp/" + encode(name) + ":" + encode(account.replace(":", "")) + "?secret=" + secret
                + "&algorithm=SHA1&digits=" + digits + "&period=" + Totp.PERIOD.toSeconds() + "&issuer=" + encode(name);
    }

    /** Apps read a plus sign as itself. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
