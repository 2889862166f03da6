package org.gatehouse.provider.oauth2.status;

import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.zip.Deflater;

/** One bit for each token, the lowest of a byte first, compressed with zlib (Token Status List, section 4). */
final class StatusBits {

    private StatusBits() {
    }

    /**
     * The value of {@code lst}.
     *
     * @param size how many tokens the list is for, a multiple of eight
     * @param invalid the indexes of those that are not valid; all others are
     */
    static String encode(int size, Collection<Integer> invalid) {
        byte[] bits = new byte[size / 8];
        invalid.forEach(index -> bits[index / 8] |= (byte) (1 << index % 8));
        return Base64URL.encode(deflate(bits)).toString();
    }

    private static byte[] deflate(byte[] bits) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(bits);
            deflater.finish();
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            byte[] buffer = new byte[1024];
            while (!deflater.finished()) {
                compressed.write(buffer, 0, deflater.deflate(buffer));
            }
            return compressed.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
