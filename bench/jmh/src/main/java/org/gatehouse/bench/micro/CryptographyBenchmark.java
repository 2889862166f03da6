package org.gatehouse.bench.micro;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.gatehouse.directory.password.Argon2Cost;
import org.gatehouse.directory.password.PasswordHasher;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The limit: what a login or a token costs at least, because its hash or signature does. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CryptographyBenchmark {

    private final byte[] token = "x".repeat(800).getBytes(StandardCharsets.US_ASCII);
    private final PasswordHasher hasher = new PasswordHasher(Argon2Cost.DEFAULT, 8, Duration.ofSeconds(5));
    private final PasswordHasher fastHasher = new PasswordHasher(new Argon2Cost(64, 1, 1), 8, Duration.ofSeconds(5));
    private PrivateKey rsa;
    private PrivateKey ec;
    private String encoded;
    private String fastEncoded;

    @Setup
    public void makeKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        rsa = generator.generateKeyPair().getPrivate();
        generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        ec = generator.generateKeyPair().getPrivate();
        encoded = hasher.encode("correct-horse-battery-staple");
        fastEncoded = fastHasher.encode("correct-horse-battery-staple");
    }

    @Benchmark
    public byte[] signRs256() throws GeneralSecurityException {
        return sign("SHA256withRSA", rsa);
    }

    @Benchmark
    public byte[] signEs256() throws GeneralSecurityException {
        return sign("SHA256withECDSAinP1363Format", ec);
    }

    @Benchmark
    public boolean checkPasswordArgon2id() {
        return hasher.matches("correct-horse-battery-staple", encoded);
    }

    @Benchmark
    public boolean checkPasswordFastHash() {
        return fastHasher.matches("correct-horse-battery-staple", fastEncoded);
    }

    private byte[] sign(String algorithm, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(token);
        return signature.sign();
    }
}
