package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Predicate;

/**
 * The product's example blueprints, applied over the API as an administrator would. What they made the default brand and login lead
 * to is taken back when the tests are over.
 */
final class ExampleBlueprints implements AutoCloseable {

    private static final String BOUNDARY = "example-blueprints-boundary";

    private final GatehouseServer server;
    private final String brand;
    private final JsonObject brandBefore;
    private final String identification;
    private final JsonObject identificationBefore;

    ExampleBlueprints(GatehouseServer server) {
        this.server = server;
        brandBefore = find("/core/brands/", brand -> brand.getBoolean("default"));
        brand = "/core/brands/" + brandBefore.getString("brand_uuid") + "/";
        identificationBefore = find("/stages/identification/?name=default-authentication-identification", stage -> true);
        identification = "/stages/identification/" + identificationBefore.getString("pk") + "/";
    }

    private JsonObject find(String path, Predicate<JsonObject> fits) {
        return server.api().get(path).getJsonArray("results").stream().map(JsonValue::asJsonObject).filter(fits).findFirst().orElseThrow();
    }

    /** Applies {@code example/<name>.yaml}; with {@code use} the default brand or login leads to its flow. */
    void apply(String name, boolean use) {
        apply(name, Json.createObjectBuilder().add("use", use).build());
    }

    /** Applies {@code example/<name>.yaml} with these values for its context. */
    void apply(String name, JsonObject context) {
        HttpBrowser http = server.browser();
        HttpResponse<String> answer = http.send(http.request("/api/v3/managed/blueprints/import/")
                .header("Authorization", "Bearer " + GatehouseServer.TOKEN)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(part("path", "example/" + name + ".yaml") + part("context", context.toString())
                        + "--" + BOUNDARY + "--\r\n")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(HttpBrowser.json(answer).getBoolean("success")).as(answer.body()).isTrue();
    }

    private static String part(String name, String text) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n";
    }

    /** Makes the default login lead to no other flow any more; the brand stays as it is. */
    void unlinkLogin() {
        server.api().patch(identification, only(identificationBefore, List.of("enrollment_flow", "recovery_flow", "passwordless_flow")));
    }

    @Override
    public void close() {
        server.api().patch(brand, only(brandBefore, List.of("flow_authentication", "flow_recovery", "flow_unenrollment")));
        unlinkLogin();
    }

    private static JsonObject only(JsonObject object, List<String> fields) {
        JsonObjectBuilder some = Json.createObjectBuilder();
        fields.forEach(field -> some.add(field, object.getOrDefault(field, JsonValue.NULL)));
        return some.build();
    }
}
