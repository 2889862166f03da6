package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds for the whole installation: settings, pictures, versions, jobs. */
@ExtendWith(GatehouseServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstallationIT {

    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"9\" height=\"9\"/></svg>";

    private GatehouseServer server;
    private ApiClient api;
    private String token;
    private String suffix;

    @BeforeAll
    void prepare(GatehouseServer given) {
        server = given;
        api = given.api();
        suffix = Long.toString(System.nanoTime(), 36);
        String identifier = "installation-" + suffix;
        api.create("/core/tokens/", Json.createObjectBuilder().add("identifier", identifier).add("intent", "api").build());
        token = api.get("/core/tokens/" + identifier + "/view_key/").getString("key");
    }

    @Test
    void aSettingHoldsAtOnceAndLeavesAnEvent() {
        JsonObject before = api.get("/admin/settings/");
        try {
            api.patch("/admin/settings/", Json.createObjectBuilder().add("pagination_default_page_size", 3).add("footer_links",
                    Json.createArrayBuilder().add(Json.createObjectBuilder().add("name", "Help " + suffix).add("href", "https://example.com/help"))).build());

            assertThat(api.get("/propertymappings/all/").getJsonObject("pagination").getInt("end_index")).isEqualTo(3);
            assertThat(server.browser().get("/api/v3/core/brands/current/").body()).contains("Help " + suffix);
            assertThat(api.get("/events/events/?action=model_updated&ordering=-created").toString()).contains("footer_links", "Help " + suffix);
        } finally {
            assertThat(api.send("PUT", "/admin/settings/", before.toString()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theSwitchForOpenApplicationsCloses() {
        String slug = "closed-" + suffix;
        api.create("/core/applications/", Json.createObjectBuilder().add("name", slug).add("slug", slug).build());
        Person robin = Person.create(api, "closed");
        String check = "/core/applications/" + slug + "/check_access/?for_user=" + robin.pk();
        assertThat(api.get(check).getBoolean("passing")).isTrue();
        try {
            api.patch("/admin/settings/", flag(false));
            assertThat(api.get(check).getBoolean("passing")).isFalse();
        } finally {
            api.patch("/admin/settings/", flag(true));
        }
        assertThat(api.get(check).getBoolean("passing")).isTrue();
    }

    private static JsonObject flag(boolean on) {
        return Json.createObjectBuilder().add("flags", Json.createObjectBuilder().add("core_default_app_access", on)).build();
    }

    @Test
    void settingsThatMakeNoSenseAreRefusedAllAtOnce() {
        HttpResponse<String> refused = api.send("PATCH", "/admin/settings/", "{\"avatars\":\"gravatar\",\"base_url\":\"javascript:1\",\"flags\":{\"x\":true}}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(HttpBrowser.json(refused)).containsOnlyKeys("avatars", "base_url", "flags");
        assertThat(api.send("PATCH", "/admin/settings/", "{\"unknown\":1,\"default_token_length\":1}").statusCode()).isEqualTo(400);
    }

    @Test
    void aPictureIsServedSoThatNothingInItRuns() {
        String name = "icons/plain-" + suffix + ".svg";
        assertThat(upload(name, SVG.getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(200);
        String slug = "pictured-" + suffix;
        JsonObject application = api.create("/core/applications/", Json.createObjectBuilder().add("name", slug).add("slug", slug)
                .add("meta_icon", name).build());

        HttpResponse<String> served = server.browser().get("/media/" + name);

        assertThat(application.getString("meta_icon_url")).isEqualTo("/media/" + name);
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.body()).isEqualTo(SVG);
        assertThat(served.headers().firstValue("Content-Security-Policy")).hasValue("default-src 'none'; style-src 'unsafe-inline'; sandbox");
        assertThat(served.headers().firstValue("Content-Disposition")).hasValue("attachment");
        assertThat(served.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(served.headers().firstValue("Cache-Control")).hasValue("public, max-age=3600");
        assertThat(list("/admin/file/?search=" + suffix)).isNotEmpty();
        assertThat(list("/admin/file/used_by/?name=" + name).toString()).contains(slug);
        assertThat(upload(name, SVG.getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(400);
        assertThat(api.send("DELETE", "/admin/file/?name=" + name, "").statusCode()).isEqualTo(409);
        api.send("DELETE", "/core/applications/" + slug + "/", "");
        assertThat(api.send("DELETE", "/admin/file/?name=" + name, "").statusCode()).isEqualTo(200);
        assertThat(server.browser().get("/media/" + name).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoPictureDoesNotGetIn() {
        byte[] script = SVG.replace("<rect", "<script>alert(1)</script><rect").getBytes(StandardCharsets.UTF_8);

        assertThat(upload("a-" + suffix + ".svg", script).body()).contains("script");
        assertThat(upload("a-" + suffix + ".png", SVG.getBytes(StandardCharsets.UTF_8)).body()).contains("image/svg+xml");
        assertThat(upload("a-" + suffix + ".png", "<?php".getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(400);
        assertThat(upload("a-" + suffix + ".exe", new byte[] {'M', 'Z'}).statusCode()).isEqualTo(400);
        assertThat(upload("../../a-" + suffix + ".svg", SVG.getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(400);
        assertThat(upload("big-" + suffix + ".svg", new byte[3 * 1024 * 1024]).statusCode()).isEqualTo(400);
        assertThat(server.browser().get("/media/..%2f..%2fWEB-INF/web.xml").statusCode()).isIn(400, 404);
    }

    private HttpResponse<String> upload(String name, byte[] content) {
        String start = "--cut\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n" + name
                + "\r\n--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        byte[] head = start.getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + content.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(content, 0, body, head.length, content.length);
        System.arraycopy(tail, 0, body, head.length + content.length, tail.length);
        HttpBrowser http = server.browser();
        return http.send(http.request("/api/v3/admin/file/").POST(BodyPublishers.ofByteArray(body)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=cut"));
    }

    private JsonArray list(String path) {
        HttpResponse<String> response = api.send("GET", path, "");
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return HttpBrowser.jsonArray(response);
    }

    @Test
    void aRequestThatIsSentAgainUnderItsKeyDoesNothingAgain() {
        String group = Json.createObjectBuilder().add("name", "again-" + suffix).build().toString();
        HttpResponse<String> first = again("k-" + suffix, group);
        HttpResponse<String> second = again("k-" + suffix, group);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(HttpBrowser.json(second)).isEqualTo(HttpBrowser.json(first));
        assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(again("k-" + suffix, "{\"name\":\"other\"}").statusCode()).isEqualTo(422);
        assertThat(again("other-" + suffix, group).statusCode()).isEqualTo(400);
        assertThat(again("x".repeat(300), group).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> again(String key, String body) {
        HttpBrowser http = server.browser();
        return http.send(http.request("/api/v3/core/groups/").POST(BodyPublishers.ofString(body)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").header("Idempotency-Key", key));
    }

    @Test
    void tellsWhatRunsHere() {
        assertThat(list("/admin/apps/").toString()).contains("authentik_core");
        assertThat(list("/admin/models/?filter_has_attributes=true")).hasSize(3);
        JsonObject version = list("/admin/version/history/").getJsonObject(0);
        assertThat(version.getString("version")).isEqualTo(api.get("/admin/version/").getString("version_current"));
        assertThat(api.get("/admin/version/history/" + version.getInt("id") + "/")).isEqualTo(version);
        assertThat(api.send("GET", "/admin/version/history/x/", "").statusCode()).isEqualTo(404);
        assertThat(api.get("/admin/system/").getJsonObject("http_headers").toString().toLowerCase(java.util.Locale.ROOT)).doesNotContain("bearer");
        assertThat(api.get("/root/config/").getJsonArray("capabilities").toString()).contains("can_save_media", "can_impersonate");
    }

    @Test
    void jobsRunOnDemandAndSayHowItWent() {
        JsonObject schedule = await(() -> api.get("/tasks/schedules/?actor_name=certificate-expiry").getJsonArray("results"), found -> !found.isEmpty())
                .getJsonObject(0);
        String path = "/tasks/schedules/" + schedule.getString("id") + "/";

        assertThat(api.patch(path, Json.createObjectBuilder().add("crontab", "0 3 * * 1").build()).getString("next_run")).contains("T03:00");
        assertThat(api.send("PATCH", path, "{\"crontab\":\"x\"}").statusCode()).isEqualTo(400);
        assertThat(api.send("DELETE", path, "").statusCode()).isEqualTo(405);
        assertThat(api.send("POST", path + "send/", "").statusCode()).isEqualTo(204);
        JsonObject run = await(() -> api.get("/tasks/tasks/?actor_name=certificate-expiry&state=done").getJsonArray("results"), found -> !found.isEmpty())
                .getJsonObject(0);
        assertThat(run.getString("aggregated_status")).isIn("info", "warning");
        assertThat(run.getJsonArray("logs")).isNotEmpty();
        assertThat(api.send("POST", "/tasks/tasks/" + run.getString("message_id") + "/retry/", "").statusCode()).isEqualTo(204);
        await(() -> Json.createArrayBuilder().add(api.get("/tasks/tasks/" + run.getString("message_id") + "/")).build(),
                found -> found.getJsonObject(0).getInt("retries") == 1 && found.getJsonObject(0).getString("state").equals("done"));
        assertThat(api.get("/tasks/tasks/status/").getInt("queued")).isGreaterThanOrEqualTo(0);
        assertThat(list("/tasks/workers/").getJsonObject(0).get("version_matching")).isEqualTo(JsonValue.TRUE);
    }

    @Test
    void theCleanUpIsAJobLikeOthers() {
        JsonObject schedule = await(() -> api.get("/tasks/schedules/?actor_name=clean-expired").getJsonArray("results"), found -> !found.isEmpty())
                .getJsonObject(0);
        assertThat(api.send("POST", "/tasks/schedules/" + schedule.getString("id") + "/send/", "").statusCode()).isEqualTo(204);
        JsonObject run = await(() -> api.get("/tasks/tasks/?actor_name=clean-expired&state=done").getJsonArray("results"), found -> !found.isEmpty())
                .getJsonObject(0);
        assertThat(run.getString("aggregated_status")).as(run.toString()).isEqualTo("info");
    }

    private static JsonArray await(java.util.function.Supplier<JsonArray> read, Predicate<JsonArray> until) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        JsonArray found = read.get();
        while (!until.test(found)) {
            assertThat(System.nanoTime()).as(found.toString()).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            found = read.get();
        }
        return found;
    }

    @Test
    void whoManagesNothingSeesNothingOfIt() {
        Person robin = Person.create(api, "nobody");
        String identifier = "nobody-" + suffix;
        api.create("/core/tokens/", Json.createObjectBuilder().add("identifier", identifier).add("intent", "api").add("user", robin.pk()).build());
        ApiClient nobody = new ApiClient(server.url(), api.get("/core/tokens/" + identifier + "/view_key/").getString("key"));

        for (String path : List.of("/admin/settings/", "/admin/file/", "/admin/file/used_by/?name=x.png", "/admin/system/", "/admin/version/history/",
                "/tasks/schedules/", "/tasks/tasks/", "/tasks/tasks/status/", "/tasks/workers/", "/core/object_attributes/", "/core/application_entitlements/")) {
            assertThat(nobody.send("GET", path, "").statusCode()).as(path).isEqualTo(403);
            assertThat(server.browser().get("/api/v3" + path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(nobody.send("PATCH", "/admin/settings/", "{}").statusCode()).isEqualTo(403);
        assertThat(nobody.send("PUT", "/core/transactional/applications/", "{\"app\":{},\"provider\":{},\"provider_model\":\"x\"}").statusCode()).isEqualTo(403);
    }
}
