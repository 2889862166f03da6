package org.gatehouse.it.conformance;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.it.HttpBrowser;

/** The suite's browser: finds its way through the pages by element ids alone, as the suite's configuration tells it to. */
final class SuiteBrowser {

    private static final int MOST_STEPS = 25;
    private static final Map<String, String> TYPED = Map.of("username", Suite.USER, "password", Suite.PASSWORD);

    private final HttpBrowser http;
    private final String client;
    private final List<String> answered = new ArrayList<>();
    private boolean refusing;

    /** @param client where addresses of the client begin */
    SuiteBrowser(HttpBrowser http, String client) {
        this.http = http;
        this.client = client;
    }

    /** From now on the user says no when asked for consent. */
    SuiteBrowser refusing() {
        refusing = true;
        return this;
    }

    /** How often a password was typed. */
    long logins() {
        return answered.stream().filter("password"::equals).count();
    }

    HttpBrowser http() {
        return http;
    }

    /** Opens an address and does what the pages ask for. */
    Arrival open(String address) {
        return walk(http.get(address), true);
    }

    /** Opens an address and goes where it leads, up to a page where one would have to log in. */
    Arrival visit(String address) {
        return walk(http.get(address), false);
    }

    /** The page that shows a text on the way that begins at an address. */
    String pageOf(String address, String text) {
        HttpResponse<String> response = http.get(address);
        for (int step = 0; step < MOST_STEPS && !response.body().contains(text); step++) {
            response = http.get(response.uri().resolve(response.headers().firstValue("location").orElseThrow()).toString());
        }
        return response.body();
    }

    /** The same for a form that a page of the client sends. */
    Arrival post(String address, Map<String, String> form) {
        return walk(http.postForm(address, form), true);
    }

    private Arrival walk(HttpResponse<String> first, boolean logsIn) {
        HttpResponse<String> response = first;
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<String> location = response.headers().firstValue("location");
            Optional<PageForm> form = location.isPresent() ? Optional.empty() : form(response.body());
            if (location.filter(to -> to.startsWith(client)).isPresent()) {
                return redirected(URI.create(location.get()), response.statusCode());
            } else if (location.isPresent()) {
                response = http.get(response.uri().resolve(location.get()).toString());
            } else if (form.isEmpty() || !logsIn && form.get().takes("username")) {
                return new Arrival(null, Map.of(), "page", response.statusCode(), response.body());
            } else if (form.get().action().startsWith(client)) {
                return new Arrival(URI.create(form.get().action()), form.get().fields(), "form_post", response.statusCode(), "");
            } else {
                response = http.postForm(response.uri().resolve(form.get().action()).toString(), answer(form.get()));
            }
        }
        throw new AssertionError("The pages lead nowhere: " + response.uri());
    }

    private static Optional<PageForm> form(String page) {
        return PageForm.with(page, "autosubmit").or(() -> PageForm.with(page, "submit"));
    }

    private Map<String, String> answer(PageForm form) {
        Map<String, String> sent = new LinkedHashMap<>(form.fields());
        TYPED.forEach((id, text) -> {
            if (form.takes(id)) {
                sent.put(form.names().get(id), text);
                answered.add(id);
            }
        });
        if (refusing && form.takes("deny")) {
            sent.put(form.names().get("deny"), "deny");
        }
        return sent;
    }

    private static Arrival redirected(URI to, int status) {
        boolean fragment = to.getRawFragment() != null;
        String carried = fragment ? to.getRawFragment() : to.getRawQuery();
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : carried == null ? new String[0] : carried.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        }
        return new Arrival(to, parameters, fragment ? "fragment" : "query", status, "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
