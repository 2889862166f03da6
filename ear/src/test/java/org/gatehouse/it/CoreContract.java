package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.function.Supplier;
import org.gatehouse.it.contract.Particulars;
import org.gatehouse.it.contract.Samples;

/** What the walk over the tag {@code core} cannot find out by itself. */
final class CoreContract {

    private static final String PASSWORD = "nine-nimble-newts-nod";

    private final GatehouseServer server;
    private final Samples samples;

    CoreContract(GatehouseServer server, Samples samples) {
        this.server = server;
        this.samples = samples;
    }

    Particulars particulars() {
        return new Particulars()
                .found("/core/user_consent/", () -> new IssuedThings(server).consent())
                .found("/core/authenticated_sessions/", this::session)
                .call("core_users_impersonate_create", () -> bySession("POST", "/core/users/" + samples.key("@member") + "/impersonate/",
                        Json.createObjectBuilder().add("reason", "For the contract").build().toString()))
                .call("core_users_impersonate_end_retrieve", this::endOfImpersonation)
                .call("core_users_recovery_create", () -> recovering(() -> server.api().send("POST", "/core/users/" + samples.key("@member") + "/recovery/", "{}")))
                .call("core_users_recovery_email_create", () -> recovering(this::letter))
                .call("core_users_switch_create", () -> server.api().send("POST", "/core/users/switch/", Json.createObjectBuilder()
                        .add("user_pk", server.api().get("/core/users/me/").getJsonObject("user").getInt("pk")).build().toString()))
                .later("/core/users/export/", "exports of users");
    }

    private String session() {
        String name = person();
        return server.api().get("/core/authenticated_sessions/?user__username=" + name).getJsonArray("results").getJsonObject(0).getString("uuid");
    }

    /** Somebody who has just logged in. */
    private String person() {
        String name = "contract-" + System.nanoTime();
        JsonObject user = server.api().create("/core/users/", Json.createObjectBuilder().add("username", name).add("name", "Somebody").build());
        server.api().send("POST", "/core/users/" + user.getInt("pk") + "/set_password/",
                Json.createObjectBuilder().add("password", PASSWORD).build().toString());
        server.browser().login(name, PASSWORD);
        return name;
    }

    /** While the brand has a flow for it. */
    private HttpResponse<String> recovering(Supplier<HttpResponse<String>> call) {
        ApiClient api = server.api();
        JsonObject brand = api.get("/core/brands/?default=true").getJsonArray("results").getJsonObject(0);
        String path = "/core/brands/" + brand.getString("brand_uuid") + "/";
        String slug = "contract-recovery-" + System.nanoTime();
        JsonObject flow = api.create("/flows/instances/", Json.createObjectBuilder().add("name", "R").add("slug", slug)
                .add("title", "R").add("designation", "recovery").add("authentication", "require_token").build());
        api.patch(path, Json.createObjectBuilder().add("flow_recovery", flow.getString("pk")).build());
        try {
            return call.get();
        } finally {
            api.patch(path, Json.createObjectBuilder().add("flow_recovery", brand.get("flow_recovery")).build());
        }
    }

    private HttpResponse<String> letter() {
        ApiClient api = server.api();
        String name = "contract-letter-" + System.nanoTime();
        int user = api.create("/core/users/", Json.createObjectBuilder().add("username", name).add("name", "L")
                .add("email", name + "@example.com").build()).getInt("pk");
        String stage = api.create("/stages/email/", Json.createObjectBuilder().add("name", name).build()).getString("pk");
        return api.send("POST", "/core/users/" + user + "/recovery_email/", Json.createObjectBuilder().add("email_stage", stage).build().toString());
    }

    private HttpResponse<String> endOfImpersonation() {
        HttpBrowser administrator = HttpBrowser.ofAdministrator(server);
        administrator.api("POST", "/core/users/" + samples.key("@member") + "/impersonate/", "{\"reason\":\"For the contract\"}");
        return administrator.api("GET", "/core/users/impersonate_end/", "");
    }

    private HttpResponse<String> bySession(String method, String path, String body) {
        return HttpBrowser.ofAdministrator(server).api(method, path, body);
    }

}
