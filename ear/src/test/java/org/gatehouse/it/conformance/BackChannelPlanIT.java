package org.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gatehouse.it.GatehouseServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code oidcc-backchannel-rp-initiated-logout-certification-test-plan}. */
@ExtendWith(GatehouseServer.class)
@DisplayName("oidcc-backchannel-rp-initiated-logout-certification-test-plan")
class BackChannelPlanIT {

    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    private HttpServer stub;
    private Suite suite;
    private RelyingParty rp;
    private SuiteBrowser browser;

    @BeforeEach
    void listen(GatehouseServer server) throws Exception {
        suite = Suite.on(server);
        rp = suite.relyingParty(suite.first());
        browser = suite.browser();
        stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stub.createContext("/", exchange -> {
            calls.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        stub.start();
        suite.configure(suite.first(), Map.of("logout_method", "backchannel",
                "logout_uri", "http://127.0.0.1:" + stub.getAddress().getPort() + "/backchannel_logout"));
    }

    @AfterEach
    void stop() {
        suite.configure(suite.first(), Map.of("logout_uri", ""));
        stub.stop(0);
    }

    @Test
    @DisplayName("oidcc-backchannel-logout-discovery-endpoint-verification")
    void discovery() {
        assertThat(rp.metadata().supportsBackChannelLogout()).isTrue();
        assertThat(rp.metadata().supportsBackChannelLogoutSession()).isTrue();
    }

    @Test
    @DisplayName("oidcc-backchannel-rp-initiated-logout")
    void logout() throws Exception {
        RelyingParty.Login login = rp.logIn(browser, rp.request("code", "openid"));

        Arrival arrival = browser.visit(RelyingParty.address(rp.metadata().getEndSessionEndpointURI(),
                Map.of("id_token_hint", login.idToken(), "post_logout_redirect_uri", Suite.ADDRESS + "/post_logout_redirect", "state", "s")));

        assertThat(arrival.get("state")).isEqualTo("s");
        String call = calls.poll(30, TimeUnit.SECONDS);
        assertThat(call).as("the call").startsWith("logout_token=");
        String token = URLDecoder.decode(call.substring("logout_token=".length()), StandardCharsets.UTF_8);
        LogoutTokenClaimsSet claims = new LogoutTokenValidator(rp.metadata().getIssuer(), rp.client().clientId(), JWSAlgorithm.RS256,
                rp.metadata().getJWKSetURI().toURL()).validate(JWTParser.parse(token));
        assertThat(claims.getSubject()).isEqualTo(login.claims().getSubject());
        assertThat(claims.getSessionID().getValue()).isEqualTo(login.claims().getStringClaim("sid"));
    }
}
