package org.gatehouse.flow.stage.authenticatortotp;

import java.io.ByteArrayOutputStream;

/** Base 32 without padding, as key URIs have it (RFC 4648 section 6). */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {
    }

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : bytes) {
            buffer = (buffer << Byte.SIZE | next & 0xff) & 0xffff;
            for (bits += Byte.SIZE; bits >= BITS; bits -= BITS) {
                text.append(ALPHABET.charAt(buffer >> bits - BITS & 31));
            }
        }
        return bits == 0 ? text.toString() : text.append(ALPHABET.charAt(buffer << BITS - bits & 31)).toString();
    }

    /** @throws IllegalArgumentException when a character is not one of the alphabet */
    static byte[] decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char next : text.toCharArray()) {
            int value = ALPHABET.indexOf(next);
            if (value < 0) {
                throw new IllegalArgumentException("This is not base 32.");
            }
            buffer = (buffer << BITS | value) & 0xffff;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(buffer >> bits);
            }
        }
        return bytes.toByteArray();
    }
}
