package org.gatehouse.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForwardedRequestTest {

    private static final TrustedProxies PROXIES = TrustedProxies.parse("10.0.0.0/8, ::1");

    private static ForwardedRequest of(String peer, Map<String, List<String>> headers) {
        return ForwardedRequest.of(peer, "http", name -> headers.getOrDefault(name, List.of()), PROXIES);
    }

    @Test
    void believesNobodyByDefault() {
        ForwardedRequest request = ForwardedRequest.of("127.0.0.1", "http",
                name -> List.of(name.equals("Host") ? "localhost:8080" : "https"), TrustedProxies.parse(""));

        assertThat(request).isEqualTo(new ForwardedRequest("127.0.0.1", "http", "localhost:8080"));
    }

    @Test
    void takesTheRightMostHopThatIsNotAProxyOfOurs() {
        assertThat(of("10.0.0.1", Map.of("X-Forwarded-For", List.of("1.1.1.1, 203.0.113.7", "10.0.0.2"))).clientIp()).isEqualTo("203.0.113.7");
        assertThat(of("203.0.113.9", Map.of("X-Forwarded-For", List.of("1.1.1.1"))).clientIp()).isEqualTo("203.0.113.9");
        assertThat(of("0:0:0:0:0:0:0:1%lo", Map.of("X-Forwarded-For", List.of("2001:db8::7"))).clientIp()).isEqualTo("2001:db8::7");
    }

    @Test
    void passesOverJunk() {
        for (String junk : List.of("junk", "1.2.3.4, , ;;", "::ffff:1.2.3.4:99", "\"[::1", "a".repeat(3000), "", ",,,", "10.0.0.0/8", "%", "unknown")) {
            ForwardedRequest request = of("10.0.0.1", Map.of("X-Forwarded-For", List.of(junk), "X-Forwarded-Proto", List.of(junk),
                    "X-Forwarded-Host", List.of("id.example.com"), "Host", List.of("inside")));
            assertThat(request.clientIp()).as(junk).isEqualTo("10.0.0.1");
            assertThat(request.baseUrl()).as(junk).contains("http://id.example.com");
        }
    }

    @Test
    void knowsTheAddressTheBrowserUsed() {
        assertThat(of("10.0.0.1", Map.of("X-Forwarded-Proto", List.of("https"), "X-Forwarded-Host", List.of("ID.example.com:443"))).baseUrl())
                .contains("https://id.example.com");
        assertThat(of("192.0.2.1", Map.of("X-Forwarded-Proto", List.of("https"), "Host", List.of("[::1]:8080"))).baseUrl())
                .contains("http://[::1]:8080");
    }

    @Test
    void refusesHostsThatAreNone() {
        for (String host : List.of("", "a b", "evil.example/path", "a@b", "a:b", "a:123456", "-", "a..b", "x\r\ny", "\"", "<script>", "[::1", "a#b")) {
            assertThat(of("192.0.2.1", Map.of("Host", List.of(host))).baseUrl()).as(host).isEmpty();
        }
        assertThat(of("192.0.2.1", Map.of()).baseUrl()).isEmpty();
    }

    @Test
    void refusesASettingThatIsNotANetwork() {
        assertThatThrownBy(() -> TrustedProxies.parse("10.0.0.0/8, proxy.example.com")).hasMessageContaining("gatehouse.trusted-proxies");
    }
}
