package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody who manages nothing can do and see; {@link PermissionWalkIT} walks every operation. */
@ExtendWith(GatehouseServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionIT {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final Pattern KEY = Pattern.compile("\\{([a-z_]+)}");
    private static final String SECRET = "the-permission-canary-the-permission-canary";

    private GatehouseServer server;
    private ApiClient admin;
    private ApiClient user;
    private int userId;
    private String ownToken;
    private String suffix;

    /** One operation on an object that exists, so that "not found" cannot be mistaken for "refused". */
    private record Operation(String method, String path) {
    }

    @BeforeAll
    void makeAUserAndSecrets(GatehouseServer running) {
        server = running;
        admin = server.api();
        suffix = Long.toString(System.nanoTime(), 36);
        userId = admin.create("/core/users/", Json.createObjectBuilder().add("username", "nobody-" + suffix).add("name", "N").build()).getInt("pk");
        ownToken = token("own-" + suffix, userId, "api");
        user = new ApiClient(server.url(), key(ownToken));
        token("others-" + suffix, 0, "api");
        admin.oauthApplication("guarded-" + suffix, SECRET, List.of("https://rp.example.com/"), "default-provider-authorization-implicit-consent");
        JsonObject application = admin.get("/core/applications/guarded-" + suffix + "/?superuser_full_list=true");
        String group = admin.get("/core/groups/").getJsonArray("results").getJsonObject(0).getString("pk");
        admin.create("/policies/bindings/", Json.createObjectBuilder().add("target", application.getString("pk"))
                .add("group", group).add("order", 0).build());
    }

    private String token(String identifier, int owner, String intent) {
        var token = Json.createObjectBuilder().add("identifier", identifier).add("intent", intent);
        if (owner != 0) {
            token.add("user", owner);
        }
        return admin.create("/core/tokens/", token.build()).getString("identifier");
    }

    private String key(String identifier) {
        return admin.get("/core/tokens/" + identifier + "/view_key/").getString("key");
    }

    @Test
    void operationsBesideTheModelsAreRefusedToo() {
        String pair = admin.get("/crypto/certificatekeypairs/").getJsonArray("results").getJsonObject(0).getString("pk");
        assertThat(admin.get("/crypto/certificatekeypairs/" + pair + "/view_certificate/").getString("data")).contains("BEGIN CERTIFICATE");
        String group = admin.get("/core/groups/").getJsonArray("results").getJsonObject(0).getString("pk");
        for (Operation operation : List.of(
                new Operation("GET", "/core/tokens/others-" + suffix + "/view_key/"),
                new Operation("GET", "/core/tokens/there-is-no-such-token/view_key/"),
                new Operation("POST", "/core/tokens/" + ownToken + "/set_key/"),
                new Operation("GET", "/core/users/paths/"),
                new Operation("POST", "/core/users/service_account/"),
                new Operation("POST", "/core/users/" + userId + "/set_password/"),
                new Operation("POST", "/core/groups/" + group + "/add_user/"),
                new Operation("POST", "/core/groups/" + group + "/remove_user/"),
                new Operation("GET", "/crypto/certificatekeypairs/" + pair + "/view_private_key/"),
                new Operation("POST", "/crypto/certificatekeypairs/generate/"),
                new Operation("GET", "/core/applications/?for_user=1"),
                new Operation("GET", "/stages/all/types/"),
                new Operation("GET", "/policies/all/"),
                new Operation("GET", "/propertymappings/all/types/"),
                new Operation("GET", "/providers/all/"))) {
            String body = "{\"pk\":" + userId + ",\"key\":\"" + "k".repeat(40) + "\",\"password\":\"a long password\",\"name\":\"x-" + suffix
                    + "\",\"common_name\":\"x\"}";
            HttpResponse<String> response = user.send(operation.method(), operation.path(), body);
            assertThat(response.statusCode()).as(operation + " " + response.body()).isEqualTo(403);
        }
    }

    @Test
    void aUserSeesOnlyWhatIsTheirOwn() {
        assertThat(user.get("/core/users/" + userId + "/").getInt("pk")).isEqualTo(userId);
        assertThat(user.send("PATCH", "/core/users/" + userId + "/", "{\"groups\":[]}").statusCode()).isEqualTo(403);
        assertThat(user.send("PATCH", "/core/tokens/" + ownToken + "/", "{\"user\":1}").statusCode()).isEqualTo(403);
        assertThat(user.get("/core/applications/?superuser_full_list=true").toString()).doesNotContain("guarded-" + suffix);
        admin.oauthApplication("open-" + suffix, SECRET, List.of("https://rp.example.com/"), "default-provider-authorization-implicit-consent");
        assertThat(user.get("/core/applications/?search=open-" + suffix).toString()).contains("open-" + suffix)
                .doesNotContain("redirect_uris", "client_id", "signing_key", SECRET);
        assertThat(user.get("/core/applications/guarded-" + suffix + "/check_access/").getBoolean("passing")).isFalse();
    }

    /** Only the operations that are made to show one do, and they leave an event. */
    @Test
    void noSecretIsEverPartOfAnObject() {
        String own = key(ownToken);
        for (Operation operation : operations()) {
            if (operation.method().equals("get") && !operation.path().contains("/view_")) {
                String seen = admin.send("GET", operation.path() + (operation.path().endsWith("s/") ? "?page_size=100" : ""), "").body();
                assertThat(seen).as(operation.path()).doesNotContain(SECRET, own, "$argon2", "PRIVATE KEY", GatehouseServer.TOKEN);
            }
        }
    }

    @Test
    void anAppPasswordIsNoApiToken() {
        String password = key(token("app-password-" + suffix, userId, "app_password"));

        assertThat(new ApiClient(server.url(), password).send("GET", "/core/users/me/", "").statusCode()).isEqualTo(403);
        assertThat(server.browser().login("nobody-" + suffix, key(ownToken)).getString("component")).isEqualTo("ak-stage-password");
        assertThat(server.browser().login("nobody-" + suffix, password).getString("component")).isEqualTo("xak-flow-redirect");
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        JsonObject paths = HttpBrowser.json(server.browser().get("/api/v3/schema/")).getJsonObject("paths");
        paths.forEach((path, described) -> METHODS.stream().filter(described.asJsonObject()::containsKey)
                .forEach(method -> operations.add(new Operation(method, named(path)))));
        assertThat(operations).hasSizeGreaterThan(100);
        return operations;
    }

    /** Some collections are pages, some are plain arrays, and some paths are none at all. */
    private JsonArray listed(String collection) {
        String body = admin.send("GET", collection + "?page_size=100", "").body();
        if (body.startsWith("[")) {
            return Json.createReader(new StringReader(body)).readArray();
        }
        return body.startsWith("{") ? HttpBrowser.parse(body).getOrDefault("results", JsonValue.EMPTY_JSON_ARRAY).asJsonArray() : JsonValue.EMPTY_JSON_ARRAY;
    }

    /** The path of an object that exists and is nobody's own. */
    private String named(String path) {
        Matcher key = KEY.matcher(path);
        if (!key.find()) {
            return path;
        }
        String found = listed(path.substring(0, key.start())).stream().map(JsonValue::asJsonObject).filter(row -> row.containsKey(key.group(1)))
                .filter(row -> !String.valueOf(row.get("user")).equals(String.valueOf(userId))).map(row -> row.get(key.group(1)))
                .map(value -> value instanceof jakarta.json.JsonString text ? text.getString() : value.toString())
                .filter(value -> !value.equals(ownToken) && !value.equals(String.valueOf(userId))).findFirst()
                .orElse("00000000-0000-4000-8000-000000000000");
        return path.replace(key.group(), found).replaceAll("\\{[^}]*}", "none");
    }
}
