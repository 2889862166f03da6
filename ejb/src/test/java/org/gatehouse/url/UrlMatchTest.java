package org.gatehouse.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlMatchTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "", "foo", "/relative", "//foo.example.com/cb", "https:foo.example.com", "https:/foo.example.com/cb", "https:///cb",
            "https://user@foo.example.com/cb", "https://foo.example.com@evil.example/cb", "https://a@b@foo.example.com/cb",
            "https://foo.example.com\\@evil.example/cb", "https://foo.example.com\\cb", "https:\\\\foo.example.com/cb",
            "https://foo.example.com/%2e%2e/cb", "https://foo.example.com/.%2E/cb", "https://foo.example.com/a/../cb",
            "https://foo.example.com/..;/cb", "https://foo.example.com/./cb", "https://foo.example.com/%2e", "https://foo.example.com/..%2fcb",
            "https://foo.example.com/a%2fb", "https://foo.example.com/a%5cb", "https://foo.example.com/%00", "https://foo.example.com/%0d%0a",
            "https://foo.example.com/%", "https://foo.example.com/%zz", "https://foo.example.com/\tcb", "https://foo\t.example.com/cb",
            "\thttps://foo.example.com/cb", " https://foo.example.com/cb", "https://foo.example.com/cb ", "https://foo.example.com/cb\n",
            "https://f\u00f6\u00f6.example.com/cb", "https://foo.example.com/\u202e", "https://foo.example.com\u3002evil.example/cb",
            "https://foo.example.com:/cb", "https://foo.example.com:0/cb", "https://foo.example.com:65536/cb", "https://foo.example.com:80:80/cb",
            "https://foo.example.com%2eevil.example/cb", "https://[::1/cb", "https://[::1].evil.example/cb", "https://foo.example.com/<script>"})
    void isNoUrlThatTwoParsersCouldReadDifferently(String text) {
        assertThat(StrictUrl.parse(text)).isEmpty();
        assertThat(UrlMatch.exact(text).matches(text)).isFalse();
        assertThat(UrlMatch.pattern("(?s).*").matches(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://foo.example.com/cb", "https://foo.example.com/cb?a=b&c=%20", "http://127.0.0.1:8080/cb", "http://[::1]/cb",
            "com.example.app:/cb", "com.example.app://cb/x", "https://foo.example.com/a;b=c/.well-known/x..y"})
    void matchesTheVerySameAddress(String text) {
        assertThat(UrlMatch.exact(text).matches(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://portal.example.com.evil.tld", "https://portal.example.com/", "https://portal.example.com/x",
            "https://portal.example.com:443", "http://portal.example.com", "https://PORTAL.example.com", "https://portal.example.com?x=y",
            "https://portal.example.com#", "https://portalaexample.com", "https://xportal.example.com"})
    void matchesNothingThatOnlyLooksSimilar(String presented) {
        assertThat(UrlMatch.exact("https://portal.example.com").matches(presented)).isFalse();
    }

    @Test
    void anchorsPatterns() {
        UrlMatch match = UrlMatch.pattern("https://foo\\.example\\.com/cb");

        assertThat(match.matches("https://foo.example.com/cb")).isTrue();
        assertThat(match.matches("https://fooaexample.com/cb")).isFalse();
        assertThat(match.matches("https://foo.example.com/cb/more")).isFalse();
        assertThat(UrlMatch.pattern("https://a|https://b").matches("https://b.evil.example")).isFalse();
    }

    @Test
    void answersHostilePatternsInLinearTime() {
        String presented = "https://" + "a".repeat(1500) + "!";

        assertThat(UrlMatch.pattern("https://(a+)+b").matches(presented)).isFalse();
    }

    @Test
    void refusesBrokenPatterns() {
        assertThatThrownBy(() -> UrlMatch.pattern("https://(")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UrlMatch.pattern("(a)\\1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void allowsAnyPortOfLiteralLoopbackAddressesOnly() {
        UrlMatch match = UrlMatch.exactOrLoopbackPort("http://127.0.0.1/cb");

        assertThat(match.matches("http://127.0.0.1:49152/cb")).isTrue();
        assertThat(match.matches("http://127.0.0.1:49152/other")).isFalse();
        assertThat(match.matches("https://127.0.0.1:49152/cb")).isFalse();
        assertThat(match.matches("http://[::1]:49152/cb")).isFalse();
        assertThat(match.matches("http://127.0.0.1.evil.example/cb")).isFalse();
        assertThat(match.matches("http://localhost:49152/cb")).isFalse();
        assertThat(UrlMatch.exactOrLoopbackPort("http://localhost/cb").matches("http://localhost:1/cb")).isFalse();
        assertThat(UrlMatch.exactOrLoopbackPort("http://localhost.evil.example/cb").matches("http://localhost.evil.example:1/cb")).isFalse();
        assertThat(UrlMatch.exact("http://127.0.0.1/cb").matches("http://127.0.0.1:49152/cb")).isFalse();
    }

    @Test
    void namesOriginsAsBrowsersDo() {
        assertThat(StrictUrl.parse("https://Foo.example.com:443/cb").orElseThrow().origin()).contains("https://foo.example.com");
        assertThat(StrictUrl.parse("http://foo.example.com:8080/cb").orElseThrow().origin()).contains("http://foo.example.com:8080");
        assertThat(StrictUrl.parse("com.example.app:/cb").orElseThrow().origin()).isEmpty();
    }
}
