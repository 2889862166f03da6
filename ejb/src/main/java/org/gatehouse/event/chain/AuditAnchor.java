package org.gatehouse.event.chain;

import java.util.Optional;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectKey;

/**
 * A link that somebody has noted down outside of the database: {@code 4711:9f86d0…}.
 *
 * @param seq its number
 * @param hash its hash, 64 hexadecimal digits
 */
public record AuditAnchor(long seq, String hash) {

    /**
     * Reads an anchor.
     *
     * @param text null or empty for none
     * @throws InvalidInput when it is not in the notation
     */
    public static Optional<AuditAnchor> read(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String[] parts = text.strip().split(":", 2);
        Optional<Long> seq = ObjectKey.number(parts[0]);
        if (parts.length != 2 || seq.isEmpty() || !parts[1].matches("[0-9a-f]{64}")) {
            throw new InvalidInput("anchor", "Give the number and the hash of a link, with a colon between them.");
        }
        return Optional.of(new AuditAnchor(seq.get(), parts[1]));
    }
}
