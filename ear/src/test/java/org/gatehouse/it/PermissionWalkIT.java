package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gatehouse.it.contract.Operation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Walks every operation of the API as a stranger, as somebody without a right who owns other things, as somebody who may see everything and
 * as the delegate of one object of each kind. The operations come from the published schema and from the product's own document, so that a
 * new one is walked without being named here; whatever is open to one of them is listed with its reason.
 */
@ExtendWith(GatehouseServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionWalkIT {

    private static final Set<String> TAGS = Set.of("core", "rbac", "crypto", "events", "managed", "admin", "root", "schema", "tasks", "tenants", "flows",
            "policies", "propertymappings", "stages", "authenticators", "providers", "oauth2", "sources", "outposts");
    private static final Set<Integer> REFUSED = Set.of(401, 403, 404, 405);
    private static final String SECRET = "the-walking-canary-the-walking-canary";
    /** What some operations look for before they ask who may. */
    private static final String BODY = "{\"key\":\"" + "k".repeat(40) + "\",\"password\":\"a long pass phrase\",\"email_stage\":\"00000000-0000-4000-8000-000000000000\"}";
    /** Operations that take no more than they know. */
    private static final Map<String, String> BODIES = Map.of(
            "POST /core/users/{id}/impersonate/", "{\"reason\":\"to walk\"}",
            "POST /providers/oauth2/{id}/rotate_secret/", "{}");
    private static final Map<String, String> QUERIES = Map.of(
            "DELETE /core/authenticated_sessions/bulk_delete/", "?user_pks=1",
            "GET /rbac/permissions/assigned_by_roles/", "?model=authentik_core.user");
    private static final String NOTHING = "00000000-0000-4000-8000-000000000000";

    /** What strangers may ask, by the beginning of {@code METHOD path}. */
    private static final Map<String, String> PUBLIC = Map.of(
            "GET /root/config/", "what every page needs before a login",
            "GET /core/brands/current/", "how the login page looks",
            "GET /schema/", "the document itself, which is the same everywhere",
            "GET /flows/executor/", "a running flow, which has rules of its own",
            "POST /flows/executor/", "a running flow, which has rules of its own");

    /** What everybody who is logged in may ask, as it is about themselves. */
    private static final Map<String, String> OWN = new TreeMap<>(Map.ofEntries(
            Map.entry("GET /core/users/me/", "oneself"),
            Map.entry("GET /core/applications/ ", "the applications one may enter"),
            Map.entry("GET /core/applications/{slug}/check_access/", "whether one may enter"),
            Map.entry("GET /core/user_consent/ ", "one's own"),
            Map.entry("GET /events/notifications/ ", "one's own"),
            Map.entry("POST /events/notifications/mark_all_seen/", "one's own"),
            Map.entry("GET /reports/exports/ ", "one's own"),
            Map.entry("POST /core/users/switch/", "accounts that this browser is logged in to"),
            Map.entry("GET /core/tokens/ ", "one's own"),
            Map.entry("POST /core/tokens/ ", "one's own"),
            Map.entry("GET /core/authenticated_sessions/ ", "one's own"),
            Map.entry("GET /core/users/impersonate_end/", "ends what somebody else began"),
            Map.entry("GET /admin/apps/", "names of the product's parts"),
            Map.entry("GET /admin/models/", "names of the kinds of objects"),
            Map.entry("GET /admin/version/", "the product's version"),
            Map.entry("GET /core/application_entitlements/requestable/", "what one may ask for"),
            Map.entry("GET /core/applications/requestable/", "what one may ask for"),
            Map.entry("GET /events/events/actions/", "names of actions"),
            Map.entry("GET /policies/geoip_iso3166/", "names of countries"),
            Map.entry("GET /rbac/permissions/roles/ ", "refused for its missing filter first"),
            Map.entry("GET /stages/all/user_settings/", "one's own settings"),
            Map.entry("PUT /core/transactional/applications/", "refused for its missing parts first; what it makes is asked for one by one"),
            Map.entry("GET /oauth2/", "one's own"),
            Map.entry("GET /authenticators/all/", "one's own"),
            Map.entry("GET /authenticators/", "one's own"),
            Map.entry("POST /core/users/account_lockdown/", "locks one's own account")));

    /** What only changes what is the caller's own, or nothing: not called with an empty body by somebody whose login the test needs. */
    private static final Map<String, String> NOT_WALKED = Map.of(
            "POST /core/users/account_lockdown/", "would lock the account that walks",
            "POST /core/users/me/", "is not there");

    private GatehouseServer server;
    private ApiClient admin;
    private String suffix;
    private List<Operation> operations;
    private final Map<String, Optional<JsonValue>> listed = new LinkedHashMap<>();

    private record Walker(int id, String role, ApiClient api) {
    }

    @BeforeAll
    void begin(GatehouseServer running) {
        server = running;
        admin = server.api();
        suffix = Long.toString(System.nanoTime(), 36);
        admin.oauthApplication("walk-" + suffix, SECRET, List.of("https://rp.example.com/"), "default-provider-authorization-implicit-consent");
        for (String kind : List.of("/core/groups/", "/rbac/roles/")) {
            for (int one = 1; one <= 2; one++) {
                admin.create(kind, Json.createObjectBuilder().add("name", "walked-" + one + "-" + suffix).build());
            }
        }
        operations = operations();
    }

    /** Both documents together, each operation once. */
    private List<Operation> operations() {
        Map<String, Operation> all = new LinkedHashMap<>();
        PublishedSchema.get().operations(TAGS).forEach(one -> all.put(one.method() + " " + one.path().replaceAll("\\{[a-z_]+}", "*"), one));
        JsonObject own = HttpBrowser.json(server.browser().get("/api/v3/schema/")).getJsonObject("paths");
        own.forEach((path, described) -> described.asJsonObject().keySet().stream()
                .filter(Set.of("get", "post", "put", "patch", "delete")::contains).map(String::toUpperCase)
                .forEach(method -> all.putIfAbsent(method + " " + path.replaceAll("\\{[a-z_]+}", "*"),
                        new Operation("own", method + path, method, path, 200, Map.of()))));
        assertThat(all).hasSizeGreaterThan(400);
        return List.copyOf(all.values());
    }

    private Walker walker(String name, String... permissions) {
        int id = admin.create("/core/users/", Json.createObjectBuilder().add("username", name + "-" + suffix).add("name", name).build()).getInt("pk");
        String role = admin.create("/rbac/roles/", Json.createObjectBuilder().add("name", name + "-" + suffix).build()).getString("pk");
        assertThat(admin.send("POST", "/rbac/roles/" + role + "/add_user/", "{\"pk\":" + id + "}").statusCode()).isEqualTo(204);
        if (permissions.length > 0) {
            JsonArrayBuilder named = Json.createArrayBuilder();
            Stream.of(permissions).forEach(named::add);
            assertThat(assign(role, Json.createObjectBuilder().add("permissions", named).build())).isEqualTo(200);
        }
        admin.create("/core/tokens/", Json.createObjectBuilder().add("identifier", name + "-" + suffix).add("intent", "api").add("user", id).build());
        return new Walker(id, role, new ApiClient(server.url(), admin.get("/core/tokens/" + name + "-" + suffix + "/view_key/").getString("key")));
    }

    private int assign(String role, JsonObject body) {
        return admin.send("POST", "/rbac/permissions/assigned_by_roles/" + role + "/assign/", body.toString()).statusCode();
    }

    @Test
    void aStrangerGetsNothing() {
        Set<String> open = new TreeSet<>();
        for (Operation operation : operations) {
            HttpResponse<String> answer = server.browser().send(server.browser().request("/api/v3" + address(operation))
                    .method(operation.method(), BodyPublishers.ofString("{}")).header("Content-Type", "application/json"));
            if (!REFUSED.contains(answer.statusCode()) && reason(PUBLIC, operation).isEmpty()) {
                open.add(line(operation, answer));
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void whoeverHasNoRightGetsNothingButTheirOwn() {
        Walker nobody = walker("nothing");
        Set<String> open = new TreeSet<>();
        for (Operation operation : walked()) {
            HttpResponse<String> answer = nobody.api().send(operation.method(), address(operation), BODIES.getOrDefault(name(operation), BODY));
            if (!REFUSED.contains(answer.statusCode()) && reason(PUBLIC, operation).isEmpty() && reason(OWN, operation).isEmpty()
                    || answer.body().contains(SECRET)) {
                open.add(line(operation, answer));
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void whoeverMayOnlySeeChangesNothingAndReadsNoSecret() {
        Walker viewer = walker("viewing", viewRights());
        Set<String> open = new TreeSet<>();
        Set<String> shown = new TreeSet<>();
        for (Operation operation : walked()) {
            HttpResponse<String> answer = viewer.api().send(operation.method(), address(operation), BODIES.getOrDefault(name(operation), BODY));
            boolean reads = operation.method().equals("GET");
            if (!reads && !REFUSED.contains(answer.statusCode()) && reason(PUBLIC, operation).isEmpty() && reason(OWN, operation).isEmpty()
                    || answer.body().contains(SECRET) || answer.body().contains("PRIVATE KEY") || answer.body().contains("$argon2")
                    || answer.body().contains(GatehouseServer.TOKEN)) {
                open.add(line(operation, answer));
            }
            if (reads && answer.statusCode() == 200) {
                shown.add(operation.path());
            }
        }
        assertThat(open).isEmpty();
        assertThat(shown).contains("/core/users/", "/core/groups/", "/flows/instances/", "/stages/all/", "/policies/all/", "/providers/all/", "/rbac/roles/");
        assertThat(refusedToViewers(viewer)).isEmpty();
    }

    /** Threats: what view rights were found to give elsewhere. */
    private Set<String> refusedToViewers(Walker viewer) {
        String pair = first("/crypto/certificatekeypairs/", "pk");
        Set<String> open = new TreeSet<>();
        for (String path : List.of("/crypto/certificatekeypairs/" + pair + "/view_private_key/", "/crypto/certificatekeypairs/" + pair + "/view_certificate/",
                "/core/tokens/nothing-" + suffix + "/view_key/", "/flows/instances/default-authentication-flow/export/",
                "/flows/instances/default-authentication-flow/execute/")) {
            HttpResponse<String> answer = viewer.api().send("GET", path, "");
            if (!Set.of(403, 404).contains(answer.statusCode())) {
                open.add(path + " " + answer.statusCode());
            }
        }
        return open;
    }

    @Test
    void aDelegateReachesTheOneObjectOfEachKindAndNoOther() {
        Set<String> wrong = new TreeSet<>();
        Set<String> compared = new TreeSet<>();
        Walker delegate = walker("delegate");
        for (Operation list : walked()) {
            Optional<String> model = list.method().equals("GET") && !list.path().contains("{") ? model(list.path()) : Optional.empty();
            List<JsonObject> rows = model.isPresent() ? rows(list.path()) : List.of();
            if (rows.size() >= 2) {
                compared.add(list.path());
                compare(delegate, list, model.get(), rows).ifPresent(wrong::add);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).contains("/core/users/", "/core/groups/", "/core/tokens/", "/flows/instances/", "/flows/bindings/", "/rbac/roles/",
                "/stages/prompt/prompts/", "/events/events/");
    }

    private Optional<String> compare(Walker delegate, Operation list, String model, List<JsonObject> rows) {
        JsonObject granted = rows.get(0);
        JsonObject hidden = rows.get(1);
        String name = model.substring(model.indexOf('.') + 1);
        String app = model.substring(0, model.indexOf('.') + 1);
        int given = assign(delegate.role(), Json.createObjectBuilder()
                .add("permissions", Json.createArrayBuilder().add(app + "view_" + name).add(app + "change_" + name))
                .add("model", model).add("object_pk", text(granted.get(granted.containsKey("pk") ? "pk" : keyField(list)))).build());
        if (given != 200) {
            return Optional.of(list.path() + " could not be delegated: " + given);
        }
        String key = keyField(list);
        HttpResponse<String> one = delegate.api().send("GET", list.path() + text(granted.get(key)) + "/", "");
        HttpResponse<String> other = delegate.api().send("GET", list.path() + text(hidden.get(key)) + "/", "");
        HttpResponse<String> changed = delegate.api().send("PATCH", list.path() + text(hidden.get(key)) + "/", "{}");
        HttpResponse<String> deleted = delegate.api().send("DELETE", list.path() + text(granted.get(key)) + "/", "");
        JsonObject page = HttpBrowser.json(delegate.api().send("GET", list.path() + "?page_size=100", ""));
        boolean leaks = page.getJsonArray("results").stream().map(row -> text(row.asJsonObject().get(key))).anyMatch(text(hidden.get(key))::equals);
        boolean counted = page.getJsonObject("pagination").getInt("count") == page.getJsonArray("results").size();
        boolean right = one.statusCode() == 200 && other.statusCode() == 404 && Set.of(404, 405).contains(changed.statusCode())
                && REFUSED.contains(deleted.statusCode()) && !leaks && counted;
        return right ? Optional.empty() : Optional.of(list.path() + " granted " + one.statusCode() + ", hidden " + other.statusCode() + ", changed "
                + changed.statusCode() + ", deleted " + deleted.statusCode() + (leaks ? ", leaks" : "") + (counted ? "" : ", counts more than it shows"));
    }

    /** The kind of object that a list shows, by the right that opens it. */
    private Optional<String> model(String path) {
        Map<String, String> known = Map.ofEntries(Map.entry("/core/users/", "authentik_core.user"), Map.entry("/core/groups/", "authentik_core.group"),
                Map.entry("/core/tokens/", "authentik_core.token"), Map.entry("/core/brands/", "authentik_brands.brand"),
                Map.entry("/crypto/certificatekeypairs/", "authentik_crypto.certificatekeypair"), Map.entry("/events/events/", "authentik_events.event"),
                Map.entry("/flows/instances/", "authentik_flows.flow"), Map.entry("/flows/bindings/", "authentik_flows.flowstagebinding"),
                Map.entry("/policies/bindings/", "authentik_policies.policybinding"), Map.entry("/rbac/roles/", "authentik_rbac.role"),
                Map.entry("/stages/prompt/prompts/", "authentik_stages_prompt.prompt"),
                Map.entry("/managed/blueprints/", "authentik_blueprints.blueprintinstance"));
        if (known.containsKey(path) || path.endsWith("/all/")) {
            return Optional.ofNullable(known.get(path));
        }
        return rows(path).stream().findFirst().filter(row -> row.containsKey("meta_model_name")).map(row -> row.getString("meta_model_name"));
    }

    private String keyField(Operation list) {
        return operations.stream().filter(one -> one.path().startsWith(list.path() + "{") && one.path().endsWith("}/")).findFirst()
                .map(one -> one.path().substring(one.path().indexOf('{') + 1, one.path().indexOf('}')))
                .filter(field -> rows(list.path()).get(0).containsKey(field)).orElse("pk");
    }

    private String[] viewRights() {
        List<String> rights = new ArrayList<>();
        int page = 1;
        JsonObject answer;
        do {
            answer = admin.get("/rbac/permissions/?page_size=100&page=" + page++);
            answer.getJsonArray("results").stream().map(JsonValue::asJsonObject)
                    .filter(one -> one.getString("codename").equals("view_" + one.getString("model")))
                    .forEach(one -> rights.add(one.getString("app_label") + "." + one.getString("codename")));
        } while (answer.getJsonObject("pagination").getInt("next") > 0);
        return rights.toArray(String[]::new);
    }

    private List<Operation> walked() {
        return operations.stream().filter(operation -> reason(NOT_WALKED, operation).isEmpty()).toList();
    }

    private static Optional<String> reason(Map<String, String> listed, Operation operation) {
        String name = operation.method() + " " + operation.path() + " ";
        if (listed == OWN && operation.path().startsWith("/authenticators/admin/")) {
            return Optional.empty();
        }
        return listed.entrySet().stream().filter(one -> name.startsWith(one.getKey())).map(Map.Entry::getValue).findFirst();
    }

    private static String name(Operation operation) {
        return operation.method() + " " + operation.path();
    }

    private static String line(Operation operation, HttpResponse<String> answer) {
        String body = answer.body();
        return operation.method() + " " + operation.path() + " " + answer.statusCode() + " " + body.substring(0, Math.min(160, body.length()));
    }

    /** The operation on an object that exists, so that "not found" is not taken for "refused"; one that is nobody's own. */
    private String address(Operation operation) {
        String path = operation.path();
        if (!path.contains("{")) {
            return path + QUERIES.getOrDefault(name(operation), "");
        }
        String collection = path.substring(0, path.indexOf('{'));
        String field = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
        String key = rows(collection).stream().filter(row -> row.containsKey(field) || row.containsKey("pk"))
                .map(row -> text(row.get(row.containsKey(field) ? field : "pk"))).findFirst().orElse(NOTHING);
        return path.replaceAll("\\{[a-z_]+}", key);
    }

    private String first(String collection, String field) {
        return text(rows(collection).get(0).get(field));
    }

    private List<JsonObject> rows(String collection) {
        Optional<JsonValue> answer = listed.computeIfAbsent(collection, path -> {
            HttpResponse<String> list = admin.send("GET", path + "?page_size=100", "");
            return list.statusCode() == 200 && list.body().startsWith("{") ? Optional.of(HttpBrowser.json(list)) : Optional.empty();
        });
        JsonArray results = answer.map(JsonValue::asJsonObject).filter(page -> page.containsKey("results") && page.get("results") instanceof JsonArray)
                .map(page -> page.getJsonArray("results")).orElse(JsonValue.EMPTY_JSON_ARRAY);
        return results.stream().filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject).toList();
    }

    private static String text(JsonValue key) {
        return key instanceof JsonString text ? text.getString() : String.valueOf(key);
    }
}
