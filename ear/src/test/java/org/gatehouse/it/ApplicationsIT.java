package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Applications made in one go, what they let people do, and what attributes people have. */
@ExtendWith(GatehouseServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplicationsIT {

    private ApiClient api;
    private String suffix;

    @BeforeAll
    void prepare(GatehouseServer server) {
        api = server.api();
        suffix = Long.toString(System.nanoTime(), 36);
    }

    private JsonObject order(String slug, String group, boolean broken) {
        JsonObjectBuilder provider = Json.createObjectBuilder().add("name", broken ? "" : slug).add("invalidation_flow",
                api.flowId("default-provider-invalidation-flow")).add("redirect_uris", Json.createArrayBuilder())
                .add("property_mappings", mapping());
        if (!broken) {
            provider.add("authorization_flow", api.flowId("default-provider-authorization-implicit-consent"));
        }
        return Json.createObjectBuilder()
                .add("app", Json.createObjectBuilder().add("name", slug).add("slug", broken ? "token" : slug))
                .add("provider_model", "authentik_providers_oauth2.oauth2provider").add("provider", provider)
                .add("policy_bindings", Json.createArrayBuilder().add(Json.createObjectBuilder().add("group", group).add("order", 0))).build();
    }

    private JsonArray mapping() {
        return Json.createArrayBuilder(api.get("/propertymappings/provider/scope/?scope_name=entitlements").getJsonArray("results").stream()
                .map(one -> one.asJsonObject().getString("pk")).toList()).build();
    }

    private String group(String name) {
        return api.create("/core/groups/", Json.createObjectBuilder().add("name", name).build()).getString("pk");
    }

    private HttpResponse<String> put(JsonObject order) {
        return api.send("PUT", "/core/transactional/applications/", order.toString());
    }

    @Test
    void anOrderMakesApplicationProviderAndBindings() {
        String slug = "ordered-" + suffix;
        String group = group(slug);

        HttpResponse<String> answer = put(order(slug, group, false));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(HttpBrowser.json(answer)).isEqualTo(Json.createObjectBuilder().add("applied", true).add("logs", Json.createArrayBuilder()).build());
        JsonObject application = api.get("/core/applications/" + slug + "/");
        assertThat(application.getJsonObject("provider_obj").getString("name")).isEqualTo(slug);
        assertThat(api.get("/policies/bindings/?target=" + application.getString("pbm_uuid")).getJsonArray("results").getJsonObject(0)
                .getString("group")).isEqualTo(group);
    }

    @Test
    void anOrderThatIsWrongSaysAllOfItAndStoresNothing() {
        String name = "wrong-" + suffix;
        HttpResponse<String> answer = put(order(name, "00000000-0000-4000-8000-000000000000", true));

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonObject problems = HttpBrowser.json(answer);
        assertThat(problems.getJsonObject("app")).containsKey("slug");
        assertThat(problems.getJsonObject("provider")).containsKeys("name", "authorization_flow");
        assertThat(problems.getJsonObject("policy_bindings.0")).containsKey("group");
        assertThat(api.get("/core/applications/?superuser_full_list=true&search=" + name).getJsonArray("results")).isEmpty();
        assertThat(api.get("/providers/all/?search=" + name).getJsonArray("results")).isEmpty();
    }

    @Test
    void anEntitlementIsToldToTheApplicationOfWhomItIsGivenTo() {
        String slug = "entitled-" + suffix;
        String group = group(slug);
        assertThat(put(order(slug, group, false)).statusCode()).isEqualTo(200);
        JsonObject application = api.get("/core/applications/" + slug + "/");
        JsonObject given = entitlement("editor", application);
        entitlement("nobody's", application);
        Person robin = Person.create(api, "entitled");
        api.create("/policies/bindings/", Json.createObjectBuilder().add("target", given.getString("pbm_uuid")).add("user", robin.pk())
                .add("order", 0).build());

        JsonObject claims = api.get("/providers/oauth2/" + application.getInt("provider") + "/preview_user/?for_user=" + robin.pk());
        JsonObject others = api.get("/providers/oauth2/" + application.getInt("provider") + "/preview_user/");

        assertThat(api.send("GET", "/core/applications/" + slug + "/used_by/", "").body()).contains("editor", "applicationentitlement", slug, "policybinding");
        assertThat(claims.toString()).contains("\"entitlements\":[\"editor\"]", "\"roles\":[\"editor\"]");
        assertThat(others.toString()).contains("\"entitlements\":[]");
        assertThat(api.get("/core/application_entitlements/?app=" + application.getString("pk")).getJsonArray("results")).hasSize(2);
    }

    private JsonObject entitlement(String name, JsonObject application) {
        return api.create("/core/application_entitlements/", Json.createObjectBuilder().add("name", name).add("app", application.getString("pk")).build());
    }

    @Test
    void noPolicyGivesAnEntitlement() {
        String slug = "plain-" + suffix;
        JsonObject application = api.create("/core/applications/", Json.createObjectBuilder().add("name", slug).add("slug", slug).build());
        String entitlement = entitlement("x", application).getString("pbm_uuid");
        String policy = api.create("/policies/dummy/", Json.createObjectBuilder().add("name", slug).build()).getString("pk");

        HttpResponse<String> refused = api.send("POST", "/policies/bindings/", Json.createObjectBuilder().add("target", entitlement)
                .add("policy", policy).add("order", 0).build().toString());
        HttpResponse<String> twin = api.send("POST", "/core/application_entitlements/", Json.createObjectBuilder().add("name", "x")
                .add("app", application.getString("pk")).build().toString());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(HttpBrowser.json(refused)).containsKey("policy");
        assertThat(twin.statusCode()).isEqualTo(400);
    }

    @Test
    void nobodyCanAskForApplicationsYet() {
        for (String path : List.of("/core/applications/requestable/", "/core/application_entitlements/requestable/")) {
            assertThat(api.get(path).getJsonArray("results")).isEmpty();
        }
    }

    @Test
    void attributesOfEntitlementsAreWhatTheirDefinitionsSay() {
        String key = "size-" + suffix;
        JsonObject definition = api.create("/core/object_attributes/", Json.createObjectBuilder().add("key", key).add("label", "Size")
                .add("type", "number").add("object_type", "authentik_core.applicationentitlement").add("is_unique", true).build());
        try {
            JsonObject application = api.create("/core/applications/", Json.createObjectBuilder().add("name", key).add("slug", key).build());
            assertThat(withSize(application, "a", key, Json.createObjectBuilder().add(key, "x")).statusCode()).isEqualTo(400);
            assertThat(withSize(application, "a", key, Json.createObjectBuilder().add(key, 5)).statusCode()).isEqualTo(201);
            HttpResponse<String> taken = withSize(application, "b", key, Json.createObjectBuilder().add(key, 5));
            assertThat(taken.statusCode()).isEqualTo(400);
            assertThat(taken.body()).contains("another object has this value already");
        } finally {
            assertThat(api.send("DELETE", "/core/object_attributes/" + definition.getString("attribute_id") + "/", "").statusCode()).isEqualTo(204);
        }
        assertThat(api.get("/core/object_attributes/?object_type__model=user&page_size=100").getJsonArray("results")).hasSizeGreaterThanOrEqualTo(12);
    }

    private HttpResponse<String> withSize(JsonObject application, String name, String key, JsonObjectBuilder attributes) {
        return api.send("POST", "/core/application_entitlements/", Json.createObjectBuilder().add("name", name)
                .add("app", application.getString("pk")).add("attributes", attributes).build().toString());
    }
}
