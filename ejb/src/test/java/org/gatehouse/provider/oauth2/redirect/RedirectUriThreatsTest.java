package org.gatehouse.provider.oauth2.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.provider.oauth2.ClientType;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.provider.oauth2.TestClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How others' matching of redirect URIs was broken, and that ours is not. */
class RedirectUriThreatsTest {

    private static final RedirectUri EXACT = new RedirectUri(MatchingMode.STRICT, "https://foo.example.com/cb", RedirectUriType.AUTHORIZATION);

    /** CVE-2024-52289: a dot that was meant as a dot. */
    @ParameterizedTest
    @ValueSource(strings = {"https://foo.example.com/.*", "https://foo\\.example\\.com/.*", "https://foo.example.com.*", "https?://foo.example.com/.+",
            "https:\\/\\/foo.example.com\\/.*"})
    void takesADotInTheNameOfAServerForADot(String pattern) {
        assertThat(matches(pattern, "https://foo.example.com/cb")).isTrue();
        for (String evil : new String[] {"https://fooaexample.com/cb", "https://foo.exampleXcom/cb", "https://foo.example.com.evil.tld/cb",
                "https://evil.tld/https://foo.example.com/cb", "https://foo.example.com@evil.tld/cb", "https://xfoo.example.com/cb"}) {
            assertThat(matches(pattern, evil)).as(evil).isFalse();
        }
    }

    /** CVE-2024-52289: nothing is learnt; a client without addresses has none. */
    @Test
    void learnsNoAddressByItself() {
        OAuth2ProviderSettings none = TestClients.read(TestClients.settings().add("redirect_uris", TestClients.uris()));

        assertThat(none.registers("https://evil.example/cb", RedirectUriType.AUTHORIZATION)).isFalse();
    }

    /** CVE-2026-41569, CVE-2026-3872: no prefix, no suffix, no wildcard in exact addresses. */
    @ParameterizedTest
    @ValueSource(strings = {"https://foo.example.com.evil.tld/cb", "https://foo.example.com/cb/", "https://foo.example.com/cb/../x", "https://foo.example.com/cbx",
            "https://foo.example.com/cb?x=1", "https://foo.example.com/CB", "https://FOO.example.com/cb", "https://foo.example.com:443/cb",
            "http://foo.example.com/cb", "https://user@foo.example.com/cb", "https://foo.example.com@evil.tld/cb", "https://foo.example.com\\@evil.tld/cb",
            "https://foo.example.com/cb#x", " https://foo.example.com/cb", "https://foo.example.com/%63b", "https://foo.example.com/cb%00"})
    void comparesExactAddressesCharacterByCharacter(String presented) {
        assertThat(EXACT.matches(presented, ClientType.PUBLIC)).isFalse();
    }

    @Test
    void takesAStarInAnExactAddressLiterally() {
        RedirectUri star = new RedirectUri(MatchingMode.STRICT, "https://foo.example.com/*", RedirectUriType.AUTHORIZATION);

        assertThat(star.matches("https://foo.example.com/anything", ClientType.CONFIDENTIAL)).isFalse();
    }

    /** CVE-2026-7504, CVE-2023-6291: what parsers read differently is no address, whatever the pattern. */
    @ParameterizedTest
    @ValueSource(strings = {"https://foo.example.com/..;/evil", "https://foo.example.com/%2e%2e/evil", "https://a@b@foo.example.com/", "https://foo.example.com\t/",
            "https://foo.example.com/\\evil.tld", "https://foo.example.com/%5c", "https://foo.example.com:99999/", "https://exämple.com/", "javascript:alert(1)",
            "https://foo.example.com/?code=x", "https://foo.example.com/#"})
    void letsNoPatternThroughWhatIsReadInTwoWays(String presented) {
        assertThat(matches(".*", presented)).isFalse();
    }

    /** CVE-2026-18206: a pattern for subdomains is for subdomains. */
    @ParameterizedTest
    @CsvSource({"https://a.example.com/cb, true", "https://a.b.example.com/cb, true", "https://example.com/cb, false", "https://evilexample.com/cb, false",
            "https://evil.tld/x.example.com/cb, false", "https://evil.tld?x.example.com/cb, false", "https://evil.tld:1.example.com/cb, false"})
    void keepsAWildcardWithinTheNameOfTheServer(String presented, boolean matches) {
        assertThat(matches("https://.*\\.example\\.com/cb", presented)).isEqualTo(matches);
    }

    /** CVE-2024-8883, CVE-2026-18211; RFC 8252 section 7.3. */
    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:49152/cb, true", "http://127.0.0.1/cb, true", "http://127.0.0.1:0/cb, false", "http://127.0.0.1:x/cb, false",
            "http://localhost:49152/cb, false", "http://127.0.0.1.evil.tld:80/cb, false", "http://127.0.0.1:80@evil.tld/cb, false",
            "http://127.0.0.2:80/cb, false", "http://[::1]:80/cb, false", "https://127.0.0.1:80/cb, false", "http://127.0.0.1:80/other, false",
            "http://127.1:80/cb, false", "http://2130706433:80/cb, false"})
    void variesNothingButThePortOfALoopbackAddress(String presented, boolean matches) {
        RedirectUri loopback = new RedirectUri(MatchingMode.STRICT, "http://127.0.0.1/cb", RedirectUriType.AUTHORIZATION);

        assertThat(loopback.matches(presented, ClientType.PUBLIC)).isEqualTo(matches);
        assertThat(new RedirectUri(MatchingMode.STRICT, "http://[::1]/cb", RedirectUriType.AUTHORIZATION)
                .matches("http://[::1]:7/cb", ClientType.PUBLIC)).isTrue();
    }

    /** The same rules for both kinds, and neither stands in for the other. */
    @Test
    void keepsTheWayBackFromALogoutApart() {
        RedirectUri logout = new RedirectUri(MatchingMode.REGEX, "https://foo.example.com/bye", RedirectUriType.LOGOUT);

        assertThat(logout.matches("https://foo.example.com/bye", ClientType.CONFIDENTIAL)).isTrue();
        assertThat(logout.matches("https://fooaexample.com/bye", ClientType.CONFIDENTIAL)).isFalse();
        assertThat(TestClients.read(TestClients.settings()).registers(TestClients.REDIRECT_URI, RedirectUriType.LOGOUT)).isFalse();
    }

    @Test
    void leavesPatternsAsTheyAreThatNameNoServerOrAnyOne() {
        assertThat(RedirectPattern.of(".*")).isEqualTo(".*");
        assertThat(RedirectPattern.of("https://.*")).isEqualTo("https://.*");
        assertThat(RedirectPattern.of("https://[a.]+\\.example\\.com/a.b")).isEqualTo("https://[a.]+\\.example\\.com/a.b");
        assertThat(RedirectPattern.of("https://x\\")).isEqualTo("https://x\\");
        assertThat(RedirectPattern.of("https://[x")).isEqualTo("https://[x");
    }

    private static boolean matches(String pattern, String presented) {
        return new RedirectUri(MatchingMode.REGEX, pattern, RedirectUriType.AUTHORIZATION).matches(presented, ClientType.CONFIDENTIAL);
    }
}
