package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** What curl with a cookie jar is: HTTP without redirects being followed, cookies kept. */
public final class HttpBrowser {

    private final String url;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(Duration.ofSeconds(5)).build();

    public HttpBrowser(String url) {
        this.url = url;
    }

    public HttpResponse<String> get(String pathOrUrl) {
        return send(request(pathOrUrl).GET().header("Accept", "text/html,application/json"));
    }

    public HttpResponse<String> postJson(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)).header("Content-Type", "application/json"));
    }

    public HttpResponse<String> postForm(String path, Map<String, String> fields, String... headers) {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(form(fields)))
                .header("Content-Type", "application/x-www-form-urlencoded");
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Logs the administrator in, and reads something so that it can write. */
    static HttpBrowser ofAdministrator(GatehouseServer server) {
        HttpBrowser browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        browser.get("/api/v3/core/users/me/");
        return browser;
    }

    /** Calls the API as a page does: by cookie, with the token against forged requests once there is one. */
    HttpResponse<String> api(String method, String path, String body) {
        String token = cookie("gatehouse_csrf");
        return send(request("/api/v3" + path).method(method, BodyPublishers.ofString(body)).header("Content-Type", "application/json")
                .header("X-authentik-CSRF", token == null ? "" : token));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public HttpRequest.Builder request(String pathOrUrl) {
        return HttpRequest.newBuilder(URI.create(pathOrUrl.startsWith("http") ? pathOrUrl : url + pathOrUrl));
    }

    /** The default flow's current challenge. */
    public JsonObject challenge(String flow) {
        return json(get("/api/v3/flows/executor/" + flow + "/"));
    }

    /** Answers the flow's current challenge. */
    public JsonObject answer(String flow, JsonObject answer) {
        return json(postJson("/api/v3/flows/executor/" + flow + "/", answer.toString()));
    }

    /** Logs in through the JSON executor, as curl would, and returns the last challenge. */
    public JsonObject login(String username, String password) {
        String flow = "default-authentication-flow";
        challenge(flow);
        answer(flow, Json.createObjectBuilder().add("component", "ak-stage-identification").add("uid_field", username).build());
        return answer(flow, Json.createObjectBuilder().add("component", "ak-stage-password").add("password", password).build());
    }

    /** The value of a cookie, or null. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue).findFirst().orElse(null);
    }

    /** Plants a cookie for the server's host. */
    public void plant(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(url), cookie);
    }

    /** All cookies as one header value. */
    public String cookieHeader() {
        return cookies.getCookieStore().getCookies().stream().map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** As {@link #json}, for an array. */
    public static JsonArray jsonArray(HttpResponse<String> response) {
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readArray();
        }
    }

    public static JsonObject json(HttpResponse<String> response) {
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        } catch (RuntimeException notJson) {
            throw new AssertionError(response.statusCode() + " " + response.uri() + " is not JSON: " + response.body(), notJson);
        }
    }

    /** A JSON object that came otherwise. */
    static JsonObject parse(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue())).collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
