package org.gatehouse.directory.password;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stored Argon2 hash in the PHC string format:
 * {@code $argon2id$v=19$m=7168,t=5,p=1$<salt>$<hash>}, both in base64 without padding.
 *
 * @param variant {@code argon2id}, {@code argon2i} or {@code argon2d}
 * @param cost the cost the hash was made with
 */
record Argon2Hash(String variant, Argon2Cost cost, byte[] salt, byte[] hash) {

    private static final Pattern PHC = Pattern.compile(
            "\\$(argon2id|argon2i|argon2d)\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,5}),p=(\\d{1,3})\\$([A-Za-z0-9+/]{11,128})\\$([A-Za-z0-9+/]{16,256})");

    /** Reads the PHC string; empty when it is malformed or its cost is not acceptable. */
    static Optional<Argon2Hash> parse(String phc) {
        Matcher match = PHC.matcher(phc);
        if (!match.matches()) {
            return Optional.empty();
        }
        Argon2Cost cost = new Argon2Cost(Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)), Integer.parseInt(match.group(4)));
        if (!cost.isAcceptable()) {
            return Optional.empty();
        }
        try {
            Base64.Decoder decoder = Base64.getDecoder();
            return Optional.of(new Argon2Hash(match.group(1), cost, decoder.decode(match.group(5)), decoder.decode(match.group(6))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    String format() {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$" + variant + "$v=19$m=" + cost.memory() + ",t=" + cost.iterations() + ",p=" + cost.parallelism()
                + "$" + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash);
    }
}
