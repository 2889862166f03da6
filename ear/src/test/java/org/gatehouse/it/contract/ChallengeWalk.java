package org.gatehouse.it.contract;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.gatehouse.it.ApiClient;
import org.gatehouse.it.GatehouseServer;
import org.gatehouse.it.HttpBrowser;

/** Runs a flow for each type of stage as somebody who is logged in, and checks the challenges; and inspects one half-way. */
public final class ChallengeWalk {

    private static final String PASSWORD = "seven-slow-snails-sing";

    private final Walk walk;
    private final ApiClient api;
    private final Samples samples;
    private final Supplier<HttpBrowser> browsers;
    private final Set<String> shown = new TreeSet<>();

    public ChallengeWalk(Walk walk, GatehouseServer server, Samples samples) {
        this.walk = walk;
        this.api = server.api();
        this.samples = samples;
        this.browsers = server::browser;
    }

    /** The components of the challenges that were checked. */
    public Set<String> shown() {
        return shown;
    }

    /** Shows each challenge and answers it with nothing; then looks at what the person has set up by that. */
    public void challenges() {
        HttpBrowser person = person();
        for (String path : samples.asking()) {
            String stage = api.create(path, samples.most(path)).getString("pk");
            String flow = flow(List.of(stage));
            walk.account(walk.operation("flows_executor_get"), person.get(executor(flow))).map(JsonValue::asJsonObject).ifPresent(challenge -> {
                shown.add(challenge.getString("component"));
                walk.account(walk.operation("flows_executor_solve"), person.postJson(executor(flow), answerTo(challenge)));
            });
            api.send("DELETE", "/flows/instances/" + flow + "/", "");
            api.send("DELETE", path + stage + "/", "");
        }
        walk.account(walk.operation("authenticators_all_list"), person.get("/api/v3/authenticators/all/"));
        walk.account(walk.operation("authenticators_static_list"), person.get("/api/v3/authenticators/static/"));
        walk.call(walk.operation("authenticators_admin_static_list"), "", "", "");
        walk.call(walk.operation("authenticators_admin_all_list"), "", "", "");
    }

    private static String executor(String flow) {
        return "/api/v3/flows/executor/" + flow + "/?query=";
    }

    private static String answerTo(JsonObject challenge) {
        return Json.createObjectBuilder().add("component", challenge.get("component")).build().toString();
    }

    private HttpBrowser person() {
        String name = "contract-" + System.nanoTime();
        JsonObject user = api.create("/core/users/", Json.createObjectBuilder().add("username", name).add("name", "Somebody")
                .add("email", name + "@gatehouse.example").build());
        api.send("POST", "/core/users/" + user.getInt("pk") + "/set_password/", Json.createObjectBuilder().add("password", PASSWORD).build().toString());
        HttpBrowser browser = browsers.get();
        browser.login(name, PASSWORD);
        return browser;
    }

    private String flow(List<String> stages) {
        JsonObject flow = api.create("/flows/instances/", Json.createObjectBuilder(samples.least("/flows/instances/"))
                .add("designation", "stage_configuration").build());
        for (int i = 0; i < stages.size(); i++) {
            api.create("/flows/bindings/", Json.createObjectBuilder().add("target", flow.get("pk")).add("stage", stages.get(i)).add("order", i).build());
        }
        return flow.getString("slug");
    }

    /** In the middle of a flow there is something before, something now and something to come. */
    public void inspection() {
        List<String> stages = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            stages.add(api.create("/stages/dummy/", samples.least("/stages/dummy/")).getString("pk"));
        }
        String flow = flow(stages);
        HttpBrowser browser = browsers.get();
        browser.challenge(flow);
        browser.answer(flow, Json.createObjectBuilder().add("component", "ak-stage-dummy").build());
        walk.account(walk.operation("flows_inspector_get"), browser.send(browser.request("/api/v3/flows/inspector/" + flow + "/")
                .method("GET", BodyPublishers.noBody()).header("Authorization", "Bearer " + GatehouseServer.TOKEN)));
    }
}
