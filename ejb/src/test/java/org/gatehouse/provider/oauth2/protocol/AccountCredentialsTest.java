package org.gatehouse.provider.oauth2.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountCredentialsTest {

    @Test
    void readsNameAndPassword() {
        assertThat(AccountCredentials.named(parameters("username", "robot", "password", "key"))).contains(new AccountCredentials("robot", "key"));
        assertThat(AccountCredentials.named(parameters("scope", "email"))).isEmpty();
    }

    @Test
    void refusesOneWithoutTheOther() {
        for (RequestParameters half : new RequestParameters[] {parameters("username", "robot"), parameters("password", "key"),
                parameters("username", "", "password", "key")}) {
            assertThatThrownBy(() -> AccountCredentials.named(half)).isInstanceOfSatisfying(OAuthRefusal.class,
                    refused -> assertThat(refused.error().code()).isEqualTo(OAuthErrorCode.INVALID_REQUEST));
        }
    }

    @Test
    void findsAnAccountInPlaceOfASecret() {
        assertThat(AccountCredentials.inSecret(base64("robot:key:with:colons"))).contains(new AccountCredentials("robot", "key:with:colons"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "bm9jb2xvbg==", "Om9ubHkgYSBwYXNzd29yZA==", "cm9ib3Q6", "//79/A=="})
    void findsNoneInOtherSecrets(String secret) {
        assertThat(AccountCredentials.inSecret(secret)).isEmpty();
    }

    @Test
    void keepsThePasswordToItself() {
        assertThat(new AccountCredentials("robot", "hidden").toString()).doesNotContain("hidden");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RequestParameters parameters(String... pairs) {
        Map<String, String[]> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], new String[] {pairs[i + 1]});
        }
        return new RequestParameters(values);
    }
}
