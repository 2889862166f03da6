package org.gatehouse.flow.stage.authenticatortotp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

    /** The secret of the vectors in RFC 4226 appendix D and RFC 6238 appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_110);

    private final Totp six = new Totp(SECRET, 6);

    @ParameterizedTest
    @CsvSource({"59,94287082", "1111111109,07081804", "1111111111,14050471", "1234567890,89005924", "2000000000,69279037", "20000000000,65353130"})
    void makesTheCodesOfRfc6238(long seconds, String code) {
        assertThat(new Totp(SECRET, 8).codeAt(Totp.stepAt(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    @Test
    void makesTheCodesOfRfc4226() {
        List<String> codes = List.of("755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489");
        for (int counter = 0; counter < codes.size(); counter++) {
            assertThat(six.codeAt(counter)).isEqualTo(codes.get(counter));
        }
    }

    @Test
    void acceptsClocksThatAreOneStepOff() {
        for (int steps = -1; steps <= 1; steps++) {
            Instant theirs = NOW.plus(Totp.PERIOD.multipliedBy(steps));
            assertThat(six.stepOf(six.codeAt(Totp.stepAt(theirs)), NOW)).hasValue(Totp.stepAt(theirs));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-2, 2, 10, 100_000})
    void refusesClocksThatAreFurtherOff(long steps) {
        Instant theirs = NOW.plus(Totp.PERIOD.multipliedBy(steps));

        assertThat(six.stepOf(six.codeAt(Totp.stepAt(theirs)), NOW)).isEmpty();
    }

    @Test
    void refusesWhatIsNoCode() {
        String right = six.codeAt(Totp.stepAt(NOW));
        for (String wrong : List.of("", "0", right.substring(1), right + "0", "0" + right, " " + right, right + "\n", "-" + right, "abcdef", "６５４３２１")) {
            assertThat(six.stepOf(wrong, NOW)).as(wrong).isEmpty();
        }
        assertThat(six.stepOf(null, NOW)).isEmpty();
        assertThat(six.stepOf(new Totp(SECRET, 8).codeAt(Totp.stepAt(NOW)), NOW)).isEmpty();
    }

    @Test
    void countsStepsOfThirtySeconds() {
        assertThat(Totp.stepAt(Instant.EPOCH)).isZero();
        assertThat(Totp.stepAt(Instant.EPOCH.plusSeconds(29))).isZero();
        assertThat(Totp.stepAt(Instant.EPOCH.plus(Duration.ofSeconds(30)))).isOne();
    }

    @Test
    void doesNotTellItsSecret() {
        assertThat(six.toString()).doesNotContain("1234").doesNotContain("[B@");
    }

    /** RFC 4648 section 10, without the padding. */
    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void writesAndReadsBase32(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
        assertThat(new String(Base32.decode(encoded), StandardCharsets.US_ASCII)).isEqualTo(text);
    }

    @Test
    void refusesWhatIsNotBase32() {
        assertThatIllegalArgumentException().isThrownBy(() -> Base32.decode("MZ1W"));
    }

    @Test
    void writesAnAddressThatAppsRead() {
        assertThat(new KeyUri("Big & Co: IT", "ada lovelace+1@example.com", "MZXW6YTB", 6).toString())
                .isEqualTo("otpauth://totp/Big%20%26%20Co%20IT:ada%20lovelace%2B1%40example.com?secret=MZXW6YTB&algorithm=SHA1&digits=6"
                        + "&period=30&issuer=Big%20%26%20Co%20IT");
    }
}
