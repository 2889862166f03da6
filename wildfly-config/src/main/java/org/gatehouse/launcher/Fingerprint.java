package org.gatehouse.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Recognises whether what something was made from has changed: a SHA-256 over names and contents, kept in a marker file. */
final class Fingerprint {

    private final String value;

    private Fingerprint(String value) {
        this.value = value;
    }

    /** Of named texts; their order does not matter. */
    static Fingerprint ofTexts(Map<String, String> texts) {
        MessageDigest digest = sha256();
        new TreeMap<>(texts).forEach((name, text) -> {
            digest.update((name + "\0" + text.length() + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        });
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    /** Of one file's content. */
    static Fingerprint ofFile(Path file) {
        MessageDigest digest = sha256();
        try (InputStream content = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    boolean isRecordedIn(Path marker) {
        try {
            return Files.exists(marker) && Files.readString(marker).strip().equals(value);
        } catch (IOException unreadable) {
            return false;
        }
    }

    void recordIn(Path marker) throws IOException {
        Files.writeString(marker, value + "\n");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
