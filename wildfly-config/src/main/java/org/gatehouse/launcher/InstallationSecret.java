package org.gatehouse.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/**
 * The secret that seals what is stored ({@code GATEHOUSE_SECRET_KEY}): the environment's, else one that is made at the first
 * start and kept beside the data in {@code secret.key}, readable by its owner only.
 */
final class InstallationSecret {

    private static final String VARIABLE = "GATEHOUSE_SECRET_KEY";

    private final Path file;

    InstallationSecret(Path home) {
        this.file = home.resolve("secret.key");
    }

    /** @throws StartupFailure when the file can be neither read nor written */
    Map<String, String> environment(Map<String, String> given) {
        if (!given.getOrDefault(VARIABLE, "").isBlank()) {
            return Map.of(VARIABLE, given.get(VARIABLE));
        }
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, newSecret());
            }
            return Map.of(VARIABLE, Files.readString(file).strip());
        } catch (IOException e) {
            throw new StartupFailure("the secret key " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String newSecret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
