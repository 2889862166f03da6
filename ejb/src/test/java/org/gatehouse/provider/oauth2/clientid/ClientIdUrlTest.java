package org.gatehouse.provider.oauth2.clientid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientIdUrlTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.com/client", "https://app.example.com:8443/a/b.json"})
    void acceptsHttpsAddressesWithAPath(String text) {
        assertThat(ClientIdUrl.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "http://app.example.com/client", "https://app.example.com", "https://app.example.com/",
            "https://app.example.com/a/../b", "https://app.example.com/./b", "https://app.example.com/%2e%2e/b",
            "https://app.example.com/client#x", "https://app.example.com/client#", "https://app.example.com/client?x=1",
            "https://app.example.com/client?", "https://user@app.example.com/client", "https://app.example.com\\client", "https:///client",
            "HTTPS://app.example.com/client"})
    void refusesEveryOtherForm(String text) {
        assertThat(ClientIdUrl.parse(text)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLongToBeKept() {
        assertThat(ClientIdUrl.parse("https://app.example.com/" + "x".repeat(255))).isEmpty();
        assertThat(ClientIdUrl.parse(null)).isEmpty();
    }

    @Test
    void isOfAHostOnlyWhenNamed() {
        ClientIdUrl url = ClientIdUrl.parse("https://App.example.com/client").orElseThrow();

        assertThat(url.isOf(List.of("app.example.com"))).isTrue();
        assertThat(url.isOf(List.of("*.example.com"))).isTrue();
        assertThat(url.isOf(List.of("*"))).isTrue();
        assertThat(url.isOf(List.of("example.com", "pp.example.com", "*.app.example.com", "*.xample.com"))).isFalse();
        assertThat(url.isOf(List.of())).isFalse();
    }
}
