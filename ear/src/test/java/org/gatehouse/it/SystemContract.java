package org.gatehouse.it;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.gatehouse.it.contract.Particulars;

/** What the walk over the tags {@code admin}, {@code crypto}, {@code managed}, {@code root}, {@code schema}, {@code tasks} and {@code tenants} cannot find out by itself. */
final class SystemContract {

    private static final String BOUNDARY = "--------------------contract";

    private final GatehouseServer server;
    private final String file = "contract-" + System.nanoTime() + ".png";

    SystemContract(GatehouseServer server) {
        this.server = server;
    }

    Particulars particulars() {
        return new Particulars()
                .found("/admin/version/history/", () -> text(first("/admin/version/history/"), "id"))
                .found("/tasks/schedules/", () -> text(first("/tasks/schedules/"), "id"))
                .found("/tasks/tasks/", () -> text(first("/tasks/tasks/"), "message_id"))
                .call("managed_blueprints_import_create", () -> upload("/managed/blueprints/import/", "contract.yaml", "version: 1\nentries: []\n"))
                .call("admin_file_create", () -> upload("/admin/file/", file, "GIF89a"))
                .call("admin_file_destroy", () -> server.api().send("DELETE", "/admin/file/?usage=media&name=" + file, ""))
                .later("/admin/file/", "the part system")
                .later("/admin/system/", "the part system")
                .later("/tasks/schedules/{id}/send/", "the part system")
                .later("/tasks/tasks/{message_id}/", "the part system")
                .later("/tenants/", "the part system");
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
