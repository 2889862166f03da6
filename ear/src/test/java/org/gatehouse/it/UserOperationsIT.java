package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What administrators do with accounts beside their fields, and what happens when two edit the same. */
@ExtendWith(GatehouseServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserOperationsIT {

    private GatehouseServer server;
    private ApiClient api;

    @BeforeAll
    void prepare(GatehouseServer running) {
        server = running;
        api = running.api();
    }

    @Test
    void aPasswordComesByItsHashAndTheFormerLoginsEnd() {
        Person person = Person.create(api, "hash");
        HttpBrowser loggedIn = server.browser();
        loggedIn.login(person.username(), Person.PASSWORD);
        String path = "/core/users/" + person.pk() + "/set_password_hash/";

        for (String bad : List.of("", "pencil", "$2b$99$x", "pbkdf2_sha256$1000$salt$!", "{SSHA}short")) {
            assertThat(api.send("POST", path, Json.createObjectBuilder().add("password", bad).build().toString()).statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(loggedIn.get("/api/v3/core/users/me/").statusCode()).isEqualTo(200);
        String hash = "{SSHA}" + Base64.getEncoder().encodeToString(ssha("pencil", "salt"));
        assertThat(api.send("POST", path, Json.createObjectBuilder().add("password", hash).build().toString()).statusCode()).isEqualTo(204);

        assertThat(loggedIn.get("/api/v3/core/users/me/").statusCode()).isEqualTo(403);
        assertThat(person.canLogIn(server, "pencil")).isTrue();
        assertThat(person.canLogIn(server, Person.PASSWORD)).isFalse();
    }

    private static byte[] ssha(String password, String salt) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(password.getBytes(StandardCharsets.US_ASCII));
            byte[] hash = digest.digest(salt.getBytes(StandardCharsets.US_ASCII));
            byte[] both = Arrays.copyOf(hash, hash.length + salt.length());
            System.arraycopy(salt.getBytes(StandardCharsets.US_ASCII), 0, both, hash.length, salt.length());
            return both;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void aRecoveryLinkNeedsTheBrandsFlowAndLetsInOnce() {
        Person person = Person.create(api, "lost");
        String path = "/core/users/" + person.pk() + "/recovery/";
        JsonObject brand = api.get("/core/brands/?default=true").getJsonArray("results").getJsonObject(0);
        String brandPath = "/core/brands/" + brand.getString("brand_uuid") + "/";
        api.patch(brandPath, Json.createObjectBuilder().addNull("flow_recovery").build());
        assertThat(api.send("POST", path, "").statusCode()).as("no recovery flow").isEqualTo(400);
        JsonObject flow = api.create("/flows/instances/", Json.createObjectBuilder().add("name", "R").add("slug", "recovery-" + person.pk())
                .add("title", "R").add("designation", "recovery").add("authentication", "require_token").build());
        api.patch(brandPath, Json.createObjectBuilder().add("flow_recovery", flow.getString("pk")).build());
        try {
            String login = api.get("/stages/user_login/").getJsonArray("results").getJsonObject(0).getString("pk");
            api.create("/flows/bindings/", Json.createObjectBuilder().add("target", flow.getString("pk")).add("stage", login).add("order", 0).build());
            for (String bad : List.of("{\"token_duration\":\"x\"}", "{\"token_duration\":5}", "{\"token_duration\":\"days=4000\"}", "{\"token_duration\":\"\"}")) {
                assertThat(api.send("POST", path, bad).statusCode()).as(bad).isEqualTo(400);
            }
            HttpResponse<String> answer = api.send("POST", path, "{\"token_duration\":\"minutes=5\"}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            String link = HttpBrowser.json(answer).getString("link");

            HttpBrowser owner = server.browser();
            open(owner, link);
            assertThat(HttpBrowser.json(owner.get("/api/v3/core/users/me/")).getJsonObject("user").getString("username")).isEqualTo(person.username());
            HttpBrowser late = server.browser();
            open(late, link);
            assertThat(late.get("/api/v3/core/users/me/").statusCode()).isEqualTo(403);
            assertThat(HttpBrowser.json(api.send("POST", path, "")).getString("link")).as("the body may be missing").contains("flow_token=");
        } finally {
            api.patch(brandPath, Json.createObjectBuilder().add("flow_recovery", brand.get("flow_recovery")).build());
        }
    }

    /** Opens the link, says yes to its question, and follows as far as redirects lead. */
    private static void open(HttpBrowser browser, String link) {
        String question = browser.get(link).body();
        HttpResponse<String> answer = browser.postForm(link.substring(0, link.indexOf('?')), HiddenFields.of(question));
        for (int hop = 0; hop < 5 && answer.statusCode() / 100 == 3; hop++) {
            answer = browser.get(answer.headers().firstValue("Location").orElseThrow());
        }
    }

    @Test
    void aRecoveryLetterNeedsAnAddressAndAnEmailStage() {
        Person person = Person.create(api, "letter");
        String path = "/core/users/" + person.pk() + "/recovery_email/";
        String dummy = api.create("/stages/dummy/", Json.createObjectBuilder().add("name", "d" + person.pk()).build()).getString("pk");

        assertThat(api.send("POST", path, "{}").statusCode()).isEqualTo(400);
        assertThat(api.send("POST", path, "{\"email_stage\":\"x\"}").statusCode()).isEqualTo(400);
        assertThat(api.send("POST", path, "{\"email_stage\":\"" + dummy + "\"}").statusCode()).as("another kind of stage").isEqualTo(400);
    }

    @Test
    void allLoginsOfSeveralUsersEndAtOnce() {
        Person one = Person.create(api, "bulk1");
        Person two = Person.create(api, "bulk2");
        HttpBrowser first = server.browser();
        HttpBrowser second = server.browser();
        first.login(one.username(), Person.PASSWORD);
        second.login(two.username(), Person.PASSWORD);

        assertThat(api.send("DELETE", "/core/authenticated_sessions/bulk_delete/", "").statusCode()).isEqualTo(400);
        assertThat(api.send("DELETE", "/core/authenticated_sessions/bulk_delete/?user_pks=x", "").statusCode()).isEqualTo(400);
        HttpResponse<String> answer = api.send("DELETE", "/core/authenticated_sessions/bulk_delete/?user_pks=" + one.pk() + "&user_pks=" + two.pk(), "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(HttpBrowser.json(answer).getInt("deleted")).isEqualTo(2);
        assertThat(first.get("/api/v3/core/users/me/").statusCode()).isEqualTo(403);
        assertThat(second.get("/api/v3/core/users/me/").statusCode()).isEqualTo(403);
    }

    @Test
    void whoWritesWhatSomebodyElseHasChangedMeanwhileIsToldBothVersions() {
        Person person = Person.create(api, "edited");
        String path = "/core/users/" + person.pk() + "/";
        String seen = api.send("GET", path, "").headers().firstValue("ETag").orElseThrow();
        api.patch(path, Json.createObjectBuilder().add("name", "Theirs").build());

        HttpResponse<String> refused = match("PATCH", path, "{\"name\":\"Mine\"}", seen);

        assertThat(refused.statusCode()).isEqualTo(409);
        JsonObject body = HttpBrowser.json(refused);
        assertThat(body.getJsonObject("current").getString("name")).isEqualTo("Theirs");
        assertThat(body.getJsonObject("yours").getString("name")).isEqualTo("Mine");
        assertThat(api.get(path).getString("name")).isEqualTo("Theirs");
        String fresh = api.send("GET", path, "").headers().firstValue("ETag").orElseThrow();
        assertThat(match("PATCH", path, "{\"name\":\"Mine\"}", fresh).statusCode()).isEqualTo(200);
        assertThat(match("PATCH", path, "{\"name\":\"Any\"}", "*").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> match(String method, String path, String body, String tag) {
        HttpBrowser http = server.browser();
        return http.send(http.request("/api/v3" + path).method(method, BodyPublishers.ofString(body)).header("If-Match", tag)
                .header("Authorization", "Bearer " + GatehouseServer.TOKEN).header("Content-Type", "application/json"));
    }

    @Test
    void findsUsersByPartsOfWordsAndShortTextsAtTheirBeginning() {
        Person person = Person.create(api, "quxfinder");
        api.patch("/core/users/" + person.pk() + "/", Json.createObjectBuilder().add("name", "Zoe Ürxa").build());

        assertThat(found("search=uxfind")).contains(person.username());
        assertThat(found("search=QUXFINDER")).contains(person.username());
        assertThat(found("search=%C3%BCrx")).contains(person.username());
        assertThat(found("search=%C3%BCr")).contains(person.username());
        assertThat(found("search=rx")).as("two letters, not at the beginning of a word").doesNotContain(person.username());
        assertThat(found("search=Robin%20Field&username=" + person.username())).as("the former name").isEmpty();
        assertThat(found("search=" + person.username() + "&ordering=-username&is_superuser=false")).containsExactly(person.username());
        assertThat(found("search=" + person.username() + "&is_superuser=true")).isEmpty();
        assertThat(found("path_startswith=users&search=" + person.username())).containsExactly(person.username());
        assertThat(api.get("/core/users/?include_groups=false&page_size=1").getJsonArray("results").getJsonObject(0).isNull("groups_obj")).isTrue();
        for (String odd : List.of("%25", "_", "!", "%27%3B--", "%00", "a%5C")) {
            assertThat(api.send("GET", "/core/users/?search=" + odd, "").statusCode()).as(odd).isEqualTo(200);
        }
        api.send("DELETE", "/core/users/" + person.pk() + "/", "");
        assertThat(found("search=quxfinder")).isEmpty();
    }

    private List<String> found(String query) {
        return api.get("/core/users/?" + query).getJsonArray("results").stream().map(row -> row.asJsonObject().getString("username")).toList();
    }
}
