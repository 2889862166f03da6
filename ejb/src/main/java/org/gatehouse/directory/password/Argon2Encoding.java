package org.gatehouse.directory.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2 (RFC 9106) in the PHC string format; also Django's, which puts {@code argon2} in front. The only format that is
 * written, always as Argon2id.
 */
public final class Argon2Encoding implements PasswordEncoding {

    private static final int SALT_LENGTH = 16;
    private static final int HASH_LENGTH = 32;
    private static final String DJANGO = "argon2$";

    private final SecureRandom random = new SecureRandom();
    private final Argon2Cost cost;

    /** @param cost what new hashes cost; stored ones carry their own */
    public Argon2Encoding(Argon2Cost cost) {
        if (!cost.isAcceptable()) {
            throw new IllegalArgumentException("Argon2 cannot run with " + cost);
        }
        this.cost = cost;
    }

    public String encode(String password) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        byte[] hash = hash(password, "argon2id", cost, salt, HASH_LENGTH);
        return new Argon2Hash("argon2id", cost, salt, hash).format();
    }

    /** Whether the stored hash is what {@link #encode} would write today, cost included. */
    public boolean isCurrent(String encoded) {
        return Argon2Hash.parse(encoded).filter(h -> h.variant().equals("argon2id") && h.cost().equals(cost)
                && h.salt().length >= SALT_LENGTH && h.hash().length >= HASH_LENGTH).isPresent();
    }

    @Override
    public boolean reads(String encoded) {
        return encoded.startsWith("$argon2") || encoded.startsWith(DJANGO);
    }

    @Override
    public boolean isSound(String encoded) {
        return parse(encoded).isPresent();
    }

    @Override
    public boolean matches(String password, String encoded) {
        return parse(encoded)
                .filter(h -> MessageDigest.isEqual(h.hash(), hash(password, h.variant(), h.cost(), h.salt(), h.hash().length)))
                .isPresent();
    }

    private static Optional<Argon2Hash> parse(String encoded) {
        return Argon2Hash.parse(encoded.startsWith(DJANGO) ? encoded.substring(DJANGO.length() - 1) : encoded);
    }

    private static byte[] hash(String password, String variant, Argon2Cost cost, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(type(variant))
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static int type(String variant) {
        return switch (variant) {
            case "argon2i" -> Argon2Parameters.ARGON2_i;
            case "argon2d" -> Argon2Parameters.ARGON2_d;
            default -> Argon2Parameters.ARGON2_id;
        };
    }
}
