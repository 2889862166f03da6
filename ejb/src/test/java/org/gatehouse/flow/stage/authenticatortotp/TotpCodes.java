package org.gatehouse.flow.stage.authenticatortotp;

import java.time.Instant;

/** What an app does: reads the address of the QR code and makes codes. */
public final class TotpCodes {

    private TotpCodes() {
    }

    /** The code an app shows at a moment. */
    public static String at(String configUrl, Instant moment) {
        String query = configUrl.substring(configUrl.indexOf('?') + 1);
        return new Totp(Base32.decode(parameter(query, "secret")), Integer.parseInt(parameter(query, "digits"))).codeAt(Totp.stepAt(moment));
    }

    private static String parameter(String query, String name) {
        for (String part : query.split("&")) {
            if (part.startsWith(name + "=")) {
                return part.substring(name.length() + 1);
            }
        }
        throw new AssertionError("The address lacks " + name + ".");
    }
}
