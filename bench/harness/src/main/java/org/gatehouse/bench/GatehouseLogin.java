package org.gatehouse.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;

/** Gatehouse's login through the flow executor's JSON. */
record GatehouseLogin(String url) implements LoginPages {

    private static final String FLOW = "default-authentication-flow";
    private static final int MOST_HOPS = 8;

    @Override
    public String answer(Browser browser, RelyingParty client, String username) {
        String location = client.authorizationRequest();
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            URI target = URI.create(url).resolve(location);
            if (target.getPath().startsWith("/if/flow/" + FLOW)) {
                location = logIn(browser, String.valueOf(target.getRawQuery()), username);
            } else {
                HttpResponse<String> response = browser.get(target.toString());
                location = response.headers().firstValue("location")
                        .orElseThrow(() -> new IllegalStateException(response.statusCode() + " from " + target));
            }
            if (client.isAnswer(location)) {
                return location;
            }
        }
        throw new IllegalStateException("too many redirects");
    }

    /** Answers the two challenges and returns where the flow leads. */
    String logIn(Browser browser, String query, String username) {
        String executor = url + "/api/v3/flows/executor/" + FLOW + "/?query=" + Browser.encode(query);
        Browser.json(browser.get(executor), 200);
        Browser.json(browser.postJson(executor, Json.createObjectBuilder().add("component", "ak-stage-identification")
                .add("uid_field", username).build()), 200);
        JsonObject last = Browser.json(browser.postJson(executor, Json.createObjectBuilder().add("component", "ak-stage-password")
                .add("password", Product.PASSWORD).build()), 200);
        if (!last.getString("component").equals("xak-flow-redirect")) {
            throw new IllegalStateException("not logged in: " + last);
        }
        return last.getString("to");
    }
}
