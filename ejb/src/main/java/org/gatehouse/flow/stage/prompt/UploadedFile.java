package org.gatehouse.flow.stage.prompt;

import java.util.Base64;
import java.util.regex.Pattern;

/** A file as a browser sends it: a {@code data:} URI (RFC 2397) in base64, of bounded size. */
final class UploadedFile {

    /** The largest file, in bytes. */
    static final int LARGEST = 128 * 1024;

    /** The longest URI: base64 takes four characters for three bytes, and the type stands before it. */
    static final int LONGEST = LARGEST / 3 * 4 + 200;

    private static final String NO_FILE = "A file is expected as a data URI in base64.";
    private static final Pattern PREFIX = Pattern.compile("data:[a-zA-Z0-9!#$&^_.+-]{1,80}/[a-zA-Z0-9!#$&^_.+-]{1,80};base64");

    private UploadedFile() {
    }

    /**
     * The URI itself.
     *
     * @throws IllegalArgumentException with a sentence when it is none
     */
    static String requireFile(String uri) {
        int comma = uri.indexOf(',');
        if (comma < 0 || !PREFIX.matcher(uri.substring(0, comma)).matches()) {
            throw new IllegalArgumentException(NO_FILE);
        }
        if (decoded(uri.substring(comma + 1)).length > LARGEST) {
            throw new IllegalArgumentException("The file is too large; at most " + LARGEST / 1024 + " KiB are accepted.");
        }
        return uri;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(NO_FILE, wrong);
        }
    }
}
