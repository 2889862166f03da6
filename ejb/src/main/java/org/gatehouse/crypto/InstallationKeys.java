package org.gatehouse.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives the product its cipher, from {@code gatehouse.secret.key} ({@code GATEHOUSE_SECRET_KEY}). To rotate, set the new
 * secret there and the former one in {@code gatehouse.secret.key.previous}; several former ones are separated by commas.
 */
@ApplicationScoped
public class InstallationKeys {

    @Inject
    @ConfigProperty(name = "gatehouse.secret.key")
    private Optional<String> current;

    @Inject
    @ConfigProperty(name = "gatehouse.secret.key.previous")
    private Optional<List<String>> previous;

    public boolean isConfigured() {
        return current.isPresent();
    }

    /** Whether every configured key has the length {@link SecretCipher} asks for. */
    public boolean isLongEnough() {
        return secrets().stream().allMatch(secret -> secret.length() >= SecretCipher.SHORTEST_SECRET);
    }

    @Produces
    @Singleton
    SecretCipher cipher() {
        return new SecretCipher(secrets());
    }

    private List<String> secrets() {
        return Stream.concat(current.stream(), previous.stream().flatMap(List::stream)).toList();
    }

    /**
     * A 256-bit key for one purpose only, from the newest secret: another purpose gets an unrelated key, and none tells the secret.
     */
    public byte[] derive(String purpose) {
        return derive(purpose, current.orElseThrow());
    }

    /** As {@link #derive}, from each of the secrets, the newest first: for what was made before a rotation. */
    public List<byte[]> deriveEach(String purpose) {
        return secrets().stream().map(secret -> derive(purpose, secret)).toList();
    }

    private static byte[] derive(String purpose, String secret) {
        return Digests.sha256Bytes("gatehouse derived key\n" + purpose + "\n" + secret);
    }
}
