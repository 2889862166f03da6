package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
                .later("/core/users/export/", "exports");
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

    private HttpResponse<String> endOfImpersonation() {
        HttpBrowser administrator = administrator();
        send(administrator, "POST", "/core/users/" + samples.key("@member") + "/impersonate/", "{\"reason\":\"For the contract\"}");
        return send(administrator, "GET", "/core/users/impersonate_end/", "");
    }

    private HttpResponse<String> bySession(String method, String path, String body) {
        return send(administrator(), method, path, body);
    }

    private HttpBrowser administrator() {
        HttpBrowser browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        browser.get("/api/v3/core/users/me/");
        return browser;
    }

    private static HttpResponse<String> send(HttpBrowser browser, String method, String path, String body) {
        String token = browser.cookie("gatehouse_csrf");
        return browser.send(browser.request("/api/v3" + path).method(method, BodyPublishers.ofString(body)).header("Content-Type", "application/json")
                .header("X-authentik-CSRF", token == null ? "" : token));
    }
}
