package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How many requests strangers may push, each of which is kept (RFC 9126 sections 2.3 and 7.1). */
@ExtendWith(GatehouseServer.class)
class PushedRequestQuotaIT {

    private static final int MOST = 60;

    private final String publicId = "quota-" + System.nanoTime();
    private final String from = "198.18." + System.nanoTime() % 250 + ".";
    private GatehouseServer server;
    private ProxyConnection proxy;

    @BeforeEach
    void createClient(GatehouseServer started) {
        server = started;
        proxy = new ProxyConnection(server.url());
        server.api().oauthApplication(publicId, "", List.of(OAuthProgram.REDIRECT), "default-provider-authorization-implicit-consent");
    }

    @Test
    void aNetworkThatPushesTooManyForAClientWithoutASecretIsToldToWait() {
        List<ProxyConnection.Answer> answers = new ArrayList<>();
        // The count begins anew with each minute, so it takes up to twice as many.
        while (answers.size() <= 2 * MOST && answers.stream().allMatch(answer -> answer.status() == 201)) {
            answers.add(push(from + 1, parameters(publicId)));
        }

        ProxyConnection.Answer last = answers.get(answers.size() - 1);
        JsonObject refusal = HttpBrowser.parse(last.body());
        assertThat(last.status()).as("after " + answers.size()).isEqualTo(429);
        assertThat(refusal.getString("error")).isEqualTo("temporarily_unavailable");
        assertThat(answers).hasSizeGreaterThan(MOST);
        assertThat(push(from + 2, parameters(publicId)).status()).as("another network").isEqualTo(201);
        OAuthProgram program = OAuthProgram.create(server, "quota-program", "authorization_code");
        Map<String, String> proven = parameters(program.id());
        proven.put("client_secret", OAuthProgram.SECRET);
        assertThat(push(from + 1, proven).status()).as("a client that proves who it is").isEqualTo(201);
    }

    @Test
    void whoSendsJunkIsCountedAsWell() {
        Map<String, String> junk = parameters(publicId);
        junk.put("redirect_uri", "https://evil.tld/");
        List<Integer> statuses = new ArrayList<>();
        while (statuses.size() <= 2 * MOST && !statuses.contains(429)) {
            statuses.add(push(from + 3, junk).status());
        }

        assertThat(statuses).contains(400, 429).containsOnlyOnce(429);
    }

    private ProxyConnection.Answer push(String address, Map<String, String> form) {
        return proxy.post("/application/o/par/", form, "X-Forwarded-For: " + address);
    }

    private Map<String, String> parameters(String client) {
        return new LinkedHashMap<>(new CodeFlow(server.browser(), client, OAuthProgram.REDIRECT).parameters());
    }
}
