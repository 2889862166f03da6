package org.gatehouse.model.installation;

import java.time.Instant;

/**
 * A picture without its content.
 *
 * @param name its path below {@code /media/}
 * @param digest the SHA-256 of its content, in hexadecimal digits
 */
public record MediaFile(String name, String mimeType, String digest, Instant created) {
}
