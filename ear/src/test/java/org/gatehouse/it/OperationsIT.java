package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator's tools ask. */
@ExtendWith(GatehouseServer.class)
class OperationsIT {

    @Test
    void isAliveAndReady(GatehouseServer server) {
        assertThat(server.browser().get("/-/health/live/").statusCode()).isIn(200, 204);
        HttpResponse<String> ready = server.browser().get("/-/health/ready/");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("database", "migrations", "caches");
    }

    @Test
    void givesMetricsInPrometheusText(GatehouseServer server) {
        HttpResponse<String> metrics = server.browser().get("/-/metrics/");
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("# TYPE", "jvm_memory_used_bytes");
    }

    @Test
    void publishesDiscoveryAndKeys(GatehouseServer server) {
        server.api().oauthApplication("discovered", "some secret of it", List.of("https://rp.example.com/"), "default-provider-authorization-implicit-consent");
        String base = "/application/o/discovered/";
        String discovery = server.browser().get(base + ".well-known/openid-configuration").body();
        assertThat(discovery).contains("\"issuer\":\"" + server.url() + base + "\"", "S256", server.url() + base + "jwks/");
        String keys = server.browser().get(base + "jwks/").body();
        assertThat(keys).contains("\"kty\"", "\"kid\"").doesNotContain("\"d\":");
    }

    @Test
    void everyAnswerHasARequestId(GatehouseServer server) {
        assertThat(server.browser().get("/-/health/live/").headers().firstValue("x-request-id")).isPresent();
    }
}
