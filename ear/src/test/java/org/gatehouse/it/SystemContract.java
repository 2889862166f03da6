package org.gatehouse.it;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gatehouse.it.contract.Particulars;

/** What the walk over the tags {@code admin}, {@code crypto}, {@code managed}, {@code root}, {@code schema}, {@code tasks} and {@code tenants} cannot find out by itself. */
final class SystemContract {

    private static final String BOUNDARY = "--------------------contract";

    private final GatehouseServer server;
    private final String file = "contract-" + System.nanoTime() + ".gif";

    SystemContract(GatehouseServer server) {
        this.server = server;
    }

    Particulars particulars() {
        return new Particulars()
                .found("/admin/version/history/", () -> text(first("/admin/version/history/"), "id"))
                .found("/tasks/schedules/", () -> text(first("/tasks/schedules/"), "id"))
                .found("/tasks/tasks/", this::run)
                .call("managed_blueprints_import_create", () -> upload("/managed/blueprints/import/", "contract.yaml", "version: 1\nentries: []\n"))
                .call("admin_file_create", () -> upload("/admin/file/", file, "GIF89a"))
                .call("admin_file_destroy", () -> server.api().send("DELETE", "/admin/file/?usage=media&name=" + file, ""))
                .later("/tenants/", "an installation is one tenant");
    }

    /** A run that has ended, so that it can be done again. */
    private String run() {
        String schedule = text(server.api().get("/tasks/schedules/?actor_name=certificate-discovery").getJsonArray("results").getJsonObject(0), "id");
        server.api().send("POST", "/tasks/schedules/" + schedule + "/send/", "");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        JsonArray ended = JsonValue.EMPTY_JSON_ARRAY;
        while (ended.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            ended = server.api().get("/tasks/tasks/?state=done").getJsonArray("results");
        }
        return text(ended.getJsonObject(0), "message_id");
    }

    private JsonObject first(String collection) {
        String text = server.api().send("GET", collection, "").body().strip();
        JsonObject list = HttpBrowser.parse(text.startsWith("[") ? "{\"results\":" + text + "}" : text);
        return list.getJsonArray("results").getJsonObject(0);
    }

    private static String text(JsonObject object, String field) {
        return object.get(field).toString().replace("\"", "");
    }

    private HttpResponse<String> upload(String path, String name, String content) {
        HttpBrowser http = server.browser();
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n";
        return http.send(http.request("/api/v3" + path).POST(BodyPublishers.ofString(body)).header("Authorization", "Bearer " + GatehouseServer.TOKEN)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
    }
}
