package org.gatehouse.provider.oauth2.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.gatehouse.crypto.SigningKey;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The path from claims to a signed token, signer included, as the token endpoint takes it. In this package because the signer is. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TokenSigningBenchmark {

    private static final JWTClaimsSet CLAIMS = new JWTClaimsSet.Builder().issuer("https://id.example.com/application/o/bench/")
            .subject("0123456789abcdef0123456789abcdef").audience("bench").issueTime(new Date(0)).expirationTime(new Date(3_600_000))
            .claim("nonce", "n").claim("email", "user42@bench.example").claim("name", "Bench User 42").claim("groups", List.of("staff")).build();

    private SigningKey rsa;
    private SigningKey ec;

    @Setup
    public void makeKeys() throws Exception {
        rsa = key("RSA", 2048, "SHA256withRSA");
        ec = key("EC", 256, "SHA256withECDSA");
    }

    @Benchmark
    public String tokenRs256() {
        return TokenSigner.of(rsa).sign(JOSEObjectType.JWT, CLAIMS);
    }

    @Benchmark
    public String tokenEs256() {
        return TokenSigner.of(ec).sign(JOSEObjectType.JWT, CLAIMS);
    }

    private static SigningKey key(String algorithm, int size, String signature) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=bench");
        var certificate = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, new Date(0), new Date(4_000_000_000_000L), name, pair.getPublic())
                .build(new JcaContentSignerBuilder(signature).build(pair.getPrivate()));
        return new SigningKey("bench", pair.getPrivate(), new JcaX509CertificateConverter().getCertificate(certificate));
    }
}
