package org.gatehouse.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretCipherTest {

    private static final String OLD = "the former secret key";
    private static final String NEW = "the current secret key";

    private final SecretCipher cipher = new SecretCipher(List.of(NEW));

    @Test
    void opensWhatItSealed() {
        assertThat(cipher.open(cipher.seal("pässword 🔑"))).isEqualTo("pässword 🔑");
        assertThat(cipher.open(cipher.seal(""))).isEmpty();
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(cipher.seal("x")).isNotEqualTo(cipher.seal("x")).startsWith("v1:").doesNotContain(NEW);
    }

    @Test
    void opensWithFormerKeysAndSealsWithTheCurrentOne() {
        String sealedBefore = new SecretCipher(List.of(OLD)).seal("x");
        SecretCipher rotated = new SecretCipher(List.of(NEW, OLD));

        assertThat(rotated.open(sealedBefore)).isEqualTo("x");
        assertThat(cipher.open(rotated.seal("y"))).isEqualTo("y");
        assertThatThrownBy(() -> cipher.open(sealedBefore)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void noticesEveryChangedCharacter() {
        String sealed = cipher.seal("secret");

        for (int i = 0; i < sealed.length(); i++) {
            char changed = sealed.charAt(i) == 'A' ? 'B' : 'A';
            String tampered = sealed.substring(0, i) + changed + sealed.substring(i + 1);
            assertThatThrownBy(() -> cipher.open(tampered)).as(tampered).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void noticesATextMovedToAnotherKeyId() {
        SecretCipher both = new SecretCipher(List.of(NEW, OLD));
        String oldId = new SecretCipher(List.of(OLD)).seal("x").split(":")[1];
        String[] parts = both.seal("x").split(":");

        assertThatThrownBy(() -> both.open("v1:" + oldId + ":" + parts[2])).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "v1:", "v1:nokey:AAAA", "v2:a:b"})
    void refusesWhatIsNotSealed(String text) {
        assertThatThrownBy(() -> cipher.open(text)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesASealThatIsTooShortOrNoBase64(String content) {
        String prefix = cipher.seal("x").substring(0, cipher.seal("x").lastIndexOf(':') + 1);

        assertThatThrownBy(() -> cipher.open(prefix + content)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesMissingAndShortKeys() {
        assertThatThrownBy(() -> new SecretCipher(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SecretCipher(List.of("too short"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("too short");
    }
}
