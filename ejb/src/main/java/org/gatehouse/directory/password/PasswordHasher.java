package org.gatehouse.directory.password;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords, a bounded number at a time: every check takes memory and a processor, so without a bound a
 * crowd at the login page could take all of both.
 */
public class PasswordHasher {

    /** Longer passwords are refused, never cut. */
    public static final int LONGEST_PASSWORD = 1024;

    private static final int LONGEST_HASH = 1024;

    private final Argon2Encoding current;
    private final List<PasswordEncoding> encodings;
    private final Semaphore permits;
    private final Duration patience;
    private final String dummy;

    /**
     * @param cost of new hashes
     * @param parallel how many hashes are computed at a time
     * @param patience how long a check waits for its turn
     */
    public PasswordHasher(Argon2Cost cost, int parallel, Duration patience) {
        this.current = new Argon2Encoding(cost);
        this.encodings = List.of(current, new Pbkdf2Encoding(), new BcryptEncoding(), new ScryptEncoding(),
                new SaltedShaEncoding(), new ShaCryptEncoding());
        this.permits = new Semaphore(parallel, true);
        this.patience = patience;
        this.dummy = current.encode("no one's password");
    }

    /**
     * The Argon2id hash of the password in Unicode's composed form (NFC), so that it matches however a keyboard composes it.
     *
     * @throws IllegalArgumentException when the password is empty or longer than {@value #LONGEST_PASSWORD} characters
     * @throws TooManyPasswordChecks when the node is too busy
     */
    public String encode(String password) {
        if (!isPossible(password)) {
            throw new IllegalArgumentException("A password has 1 to " + LONGEST_PASSWORD + " characters.");
        }
        return inTurn(() -> current.encode(composed(password)));
    }

    /**
     * Whether the password belongs to the stored hash. Takes as long as for a real hash when there is none, or when it is in no
     * known format.
     *
     * @param encoded the stored hash, or null
     * @throws TooManyPasswordChecks when the node is too busy
     */
    public boolean matches(String password, String encoded) {
        boolean possible = isPossible(password);
        return inTurn(() -> {
            if (encoded == null || !possible || encodingOf(encoded) == null) {
                // The same way as for a real hash, which takes twice as long for a text that is not composed.
                matches(current, possible ? password : "", dummy);
                return false;
            }
            return matches(encodingOf(encoded), password, encoded);
        });
    }

    /** Whether the hash has the format and cost new ones have. */
    public boolean isCurrent(String encoded) {
        return current.isCurrent(encoded);
    }

    /** Whether the text is a hash that logins can be checked against: of a known format, well-formed and not too costly. */
    public boolean isUsable(String encoded) {
        return encoded.length() <= LONGEST_HASH && encodingOf(encoded) != null && encodingOf(encoded).isSound(encoded);
    }

    /** Imported hashes were made from whatever was typed; ours from the composed form. */
    private static boolean matches(PasswordEncoding encoding, String password, String encoded) {
        String composed = composed(password);
        return encoding.matches(composed, encoded) || !composed.equals(password) && encoding.matches(password, encoded);
    }

    private PasswordEncoding encodingOf(String encoded) {
        return encodings.stream().filter(encoding -> encoding.reads(encoded)).findFirst().orElse(null);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyPasswordChecks();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TooManyPasswordChecks();
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private static boolean isPossible(String password) {
        return password != null && !password.isEmpty() && password.length() <= LONGEST_PASSWORD;
    }

    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
