package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The errors of RFC 9449: each rule of section 4.3 broken once, at the token endpoint and at a protected resource. Replay, nonces and bound codes
 * are in {@link BoundTokensIT}.
 */
@ExtendWith(GatehouseServer.class)
class DpopErrorsIT {

    private static final String TOKEN = "/application/o/token/";
    private static final String USERINFO = "/application/o/userinfo/";
    private static final String PUSHED = "/application/o/par/";

    private static OAuthProgram program;
    private static String publicId;

    @BeforeAll
    static void createClients(GatehouseServer server) {
        program = OAuthProgram.create(server, "dpop-errors", "authorization_code", "refresh_token", "client_credentials");
        publicId = "dpop-errors-public-" + System.nanoTime();
        JsonObject provider = server.api().oauthApplication(publicId, "", List.of(OAuthProgram.REDIRECT), "default-provider-authorization-implicit-consent");
        server.api().patch("/providers/oauth2/" + provider.getInt("pk") + "/", Json.createObjectBuilder()
                .add("grant_types", Json.createArrayBuilder().add("authorization_code").add("refresh_token")).build());
    }

    /** What is wrong with a proof, by the number of the rule in section 4.3, and how to make it so. */
    private static final Map<String, Function<ForgedProof, String>> FORGERIES = forgeries();

    private static Map<String, Function<ForgedProof, String>> forgeries() {
        Map<String, Function<ForgedProof, String>> all = new LinkedHashMap<>();
        all.put("2 it is empty", proof -> "");
        all.put("2 it has no signature", proof -> proof.with("").replaceAll("\\.$", ""));
        all.put("2 it has four parts", proof -> proof.signed() + ".x");
        all.put("2 it is encrypted", proof -> "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA");
        all.put("2 it is too long", proof -> proof.claim("x", "x".repeat(7000)).signed());
        all.put("2 two are in one header", proof -> proof.signed() + ", " + proof.signed());
        all.put("3 there is no htm", proof -> proof.claim("htm", null).signed());
        all.put("3 there is no htu", proof -> proof.claim("htu", null).signed());
        all.put("3 there is no jti", proof -> proof.claim("jti", null).signed());
        all.put("3 there is no iat", proof -> proof.claim("iat", null).signed());
        all.put("3 the jti is empty", proof -> proof.claim("jti", "").signed());
        all.put("3 the jti is a number", proof -> proof.claim("jti", 7L).signed());
        all.put("3 the jti is endless", proof -> proof.claim("jti", "x".repeat(1025)).signed());
        all.put("3 the iat is text", proof -> proof.claim("iat", "now").signed());
        all.put("4 there is no typ", proof -> proof.header("typ", null).signed());
        all.put("4 the typ is that of any JWT", proof -> proof.header("typ", "JWT").signed());
        all.put("4 the typ is that of an access token", proof -> proof.header("typ", "at+jwt").signed());
        all.put("5 there is no alg", proof -> proof.header("alg", null).signed());
        all.put("5 the alg is none", proof -> proof.header("alg", "none").with(""));
        all.put("5 the alg is none and it is signed", proof -> proof.header("alg", "none").signed());
        all.put("5 the alg is symmetric, with the client's secret", proof -> proof.header("alg", "HS256").authenticated(OAuthProgram.SECRET));
        all.put("5 the alg is symmetric, with the key in the header", proof -> proof.header("alg", "HS256")
                .header("jwk", Json.createObjectBuilder().add("kty", "oct").add("k", "c2VjcmV0").build()).authenticated("secret"));
        all.put("5 the alg is not that of the key", proof -> proof.header("alg", "RS256").signed());
        all.put("5 the key is too short", proof -> proof.signedByRsa(1024));
        all.put("6 there is no jwk", proof -> proof.header("jwk", null).signed());
        all.put("6 the jwk is text", proof -> proof.header("jwk", "x").signed());
        all.put("6 the key has signed something else", proof -> proof.with("AAAA"));
        all.put("6 another key has signed it", ForgedProof::signedByAnother);
        all.put("6 there is a crit that nobody knows", proof -> proof.header("crit", Json.createArrayBuilder().add("tomorrow").build())
                .header("tomorrow", JsonValue.TRUE).signed());
        all.put("7 the jwk has the private half", proof -> proof.header("jwk", ForgedProof.privateJwk()).signed());
        all.put("8 the htm is another method", proof -> proof.claim("htm", "PUT").signed());
        all.put("8 the htm is written otherwise", proof -> proof.claim("htm", proof.claim("htm").toLowerCase(java.util.Locale.ROOT)).signed());
        all.put("9 the htu is another endpoint", proof -> proof.claim("htu", proof.claim("htu") + "x/").signed());
        all.put("9 the htu is another host", proof -> proof.claim("htu", proof.claim("htu").replace("//", "//evil.")).signed());
        all.put("9 the htu names a user", proof -> proof.claim("htu", proof.claim("htu").replace("//", "//user@")).signed());
        all.put("9 the htu is another scheme", proof -> proof.claim("htu", proof.claim("htu").replace("http:", "https:")).signed());
        all.put("9 the htu is no address", proof -> proof.claim("htu", "token endpoint").signed());
        all.put("11 it is too old", proof -> proof.claim("iat", Instant.now().getEpochSecond() - 600).signed());
        all.put("11 it is not yet good", proof -> proof.claim("iat", Instant.now().getEpochSecond() + 600).signed());
        return all;
    }

    static List<String> rules() {
        return List.copyOf(FORGERIES.keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theTokenEndpointTakesNoForgedProof(String rule, GatehouseServer server) {
        HttpResponse<String> response = program(server, FORGERIES.get(rule).apply(new ForgedProof("POST", server.url() + TOKEN)));

        refused(response, "invalid_dpop_proof");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void aResourceTakesNoForgedProof(String rule, GatehouseServer server) {
        String token = bound(server);

        refusedAtResource(userinfo(server, token, FORGERIES.get(rule).apply(new ForgedProof("GET", server.url() + USERINFO).of(token))));
    }

    @Test
    void theSameProofUnbentIsGoodWithWhateverQueryItsAddressHas(GatehouseServer server) {
        String token = bound(server);

        assertThat(userinfo(server, token, new ForgedProof("GET", server.url() + USERINFO).of(token).signed()).statusCode()).isEqualTo(200);
        assertThat(userinfo(server, token, new ForgedProof("GET", server.url() + USERINFO + "?a=b#c").of(token).signed()).statusCode()).isEqualTo(200);
        assertThat(program(server, new ForgedProof("POST", server.url() + TOKEN).signedByRsa(2048)).statusCode()).isEqualTo(200);
    }

    @Test
    void aResourceWantsTheHashOfTheVeryToken(GatehouseServer server) {
        String token = bound(server);
        String other = bound(server);

        refusedAtResource(userinfo(server, token, new ForgedProof("GET", server.url() + USERINFO).of(other).signed()));
        refusedAtResource(userinfo(server, token, new ForgedProof("GET", server.url() + USERINFO).claim("ath", "").signed()));
        refusedAtResource(userinfo(server, token, new ForgedProof("GET", server.url() + USERINFO).claim("ath", 7L).signed()));
        refusedAtResource(userinfo(server, token, new ForgedProof("GET", server.url() + USERINFO).of(token)
                .claim("ath", new ForgedProof("GET", "x").of(token).claim("ath") + "=").signed()));
    }

    @Test
    void twoProofsAreOneTooManyAtAResource(GatehouseServer server) {
        String token = bound(server);
        HttpBrowser browser = server.browser();

        refusedAtResource(browser.send(browser.request(USERINFO).GET().header("Authorization", "DPoP " + token)
                .header("DPoP", new ForgedProof("GET", server.url() + USERINFO).of(token).signed())
                .header("DPoP", new ForgedProof("GET", server.url() + USERINFO).of(token).signed())));
    }

    @Test
    void aPushedRequestIsBoundToTheKeyOfItsProof(GatehouseServer server) {
        ProofKey key = new ProofKey();
        Map<String, String> form = new LinkedHashMap<>(program.flow(server.browser()).parameters());
        form.putAll(Map.of("client_id", program.id(), "client_secret", OAuthProgram.SECRET, "dpop_jkt", new ProofKey().thumbprint()));

        refused(server.browser().postForm(PUSHED, form, "DPoP", key.proof("POST", server.url() + PUSHED)), "invalid_request");
        form.remove("dpop_jkt");
        refused(server.browser().postForm(PUSHED, form, "DPoP", key.proof("POST", server.url() + TOKEN)), "invalid_dpop_proof");
        HttpResponse<String> pushed = server.browser().postForm(PUSHED, form, "DPoP", key.proof("POST", server.url() + PUSHED));
        assertThat(pushed.statusCode()).as(pushed.body()).isEqualTo(201);

        HttpBrowser browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        CodeFlow flow = program.flow(browser);
        String code = flow.response(Map.of("client_id", program.id(), "request_uri", HttpBrowser.json(pushed).getString("request_uri"))).get("code");
        Map<String, String> redemption = flow.tokenParameters(code);
        redemption.putAll(Map.of("client_id", program.id(), "client_secret", OAuthProgram.SECRET));
        refused(server.browser().postForm(TOKEN, redemption, "DPoP", new ProofKey().proof("POST", server.url() + TOKEN)), "invalid_grant");
    }

    @Test
    void theRefreshTokenOfAClientWithASecretIsNotBoundButItsTokensAre(GatehouseServer server) {
        HttpBrowser browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        CodeFlow flow = program.flow(browser);
        Map<String, String> form = flow.tokenParameters(flow.code());
        form.putAll(Map.of("client_id", program.id(), "client_secret", OAuthProgram.SECRET));
        JsonObject tokens = HttpBrowser.json(server.browser().postForm(TOKEN, form, "DPoP", new ProofKey().proof("POST", server.url() + TOKEN)));

        ProofKey next = new ProofKey();
        JsonObject renewed = HttpBrowser.json(server.browser().postForm(TOKEN, Map.of("grant_type", "refresh_token", "client_id", program.id(),
                "client_secret", OAuthProgram.SECRET, "refresh_token", tokens.getString("refresh_token")), "DPoP", next.proof("POST", server.url() + TOKEN)));

        assertThat(renewed.getString("token_type", renewed.toString())).isEqualTo("DPoP");
        assertThat(program.introspect(renewed.getString("access_token")).getJsonObject("cnf").getString("jkt")).isEqualTo(next.thumbprint());
    }

    @Test
    void whoStealsTheRefreshTokenOfAPublicClientCannotUseIt(GatehouseServer server) {
        HttpBrowser browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        ProofKey key = new ProofKey();
        List<String> stolen = new ArrayList<>();
        for (int login = 0; login < 3; login++) {
            CodeFlow flow = new CodeFlow(browser, publicId, OAuthProgram.REDIRECT);
            Map<String, String> form = flow.tokenParameters(flow.code());
            form.put("client_id", publicId);
            stolen.add(HttpBrowser.json(server.browser().postForm(TOKEN, form, "DPoP", key.proof("POST", server.url() + TOKEN))).getString("refresh_token"));
        }

        Map<String, String> refresh = new LinkedHashMap<>(Map.of("grant_type", "refresh_token", "client_id", publicId));
        refresh.put("refresh_token", stolen.get(0));
        refused(server.browser().postForm(TOKEN, refresh), "invalid_grant");
        refresh.put("refresh_token", stolen.get(1));
        refused(server.browser().postForm(TOKEN, refresh, "DPoP", new ProofKey().proof("POST", server.url() + TOKEN)), "invalid_grant");
        refresh.put("refresh_token", stolen.get(2));
        refused(server.browser().postForm(TOKEN, refresh, "DPoP", key.proof("POST", server.url() + USERINFO)), "invalid_dpop_proof");
        assertThat(server.browser().postForm(TOKEN, refresh, "DPoP", key.proof("POST", server.url() + TOKEN)).statusCode()).isEqualTo(200);
    }

    private static String bound(GatehouseServer server) {
        HttpResponse<String> response = program(server, new ForgedProof("POST", server.url() + TOKEN).signed());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonObject tokens = HttpBrowser.json(response);
        assertThat(tokens.getString("token_type")).isEqualTo("DPoP");
        return tokens.getString("access_token");
    }

    private static HttpResponse<String> program(GatehouseServer server, String proof) {
        return server.browser().postForm(TOKEN, Map.of("grant_type", "client_credentials", "scope", "openid", "client_id", program.id(), "client_secret",
                OAuthProgram.SECRET), "DPoP", proof);
    }

    private static HttpResponse<String> userinfo(GatehouseServer server, String token, String proof) {
        HttpBrowser browser = server.browser();
        return browser.send(browser.request(USERINFO).GET().header("Authorization", "DPoP " + token).header("DPoP", proof));
    }

    private static void refused(HttpResponse<String> response, String error) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(HttpBrowser.json(response).getString("error")).isEqualTo(error);
        assertThat(response.headers().firstValue("cache-control").orElse("")).contains("no-store");
    }

    private static void refusedAtResource(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(401);
        assertThat(response.headers().allValues("www-authenticate"))
                .anyMatch(challenge -> challenge.startsWith("DPoP ") && challenge.contains("error=\"invalid_dpop_proof\"") && challenge.contains("algs=\""));
    }
}
