package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.util.List;

/** Somebody who is no superuser but has a role, with an API token of their own. */
final class Delegate {

    private final ApiClient administrator;
    private final Person person;
    private final String role;
    private final ApiClient own;

    private Delegate(GatehouseServer server, String name) {
        administrator = server.api();
        person = Person.create(administrator, name);
        role = administrator.create("/rbac/roles/", Json.createObjectBuilder().add("name", person.username()).build()).getString("pk");
        expect(204, administrator.send("POST", "/rbac/roles/" + role + "/add_user/", Json.createObjectBuilder().add("pk", person.pk()).build().toString()));
        administrator.create("/core/tokens/", Json.createObjectBuilder().add("identifier", person.username()).add("intent", "api").add("user", person.pk())
                .add("expiring", false).build());
        own = new ApiClient(server.url(), administrator.get("/core/tokens/" + person.username() + "/view_key/").getString("key"));
    }

    /** Somebody who has these rights for all objects, such as {@code authentik_core.view_user}. */
    static Delegate with(GatehouseServer server, String name, String... rights) {
        Delegate delegate = new Delegate(server, name);
        if (rights.length > 0) {
            delegate.assign(Json.createObjectBuilder(), rights);
        }
        return delegate;
    }

    /** Adds rights for one object; the model is written like {@code authentik_core.user}. */
    Delegate on(String model, String key, String... rights) {
        assign(Json.createObjectBuilder().add("model", model).add("object_pk", key), rights);
        return this;
    }

    private void assign(JsonObjectBuilder object, String... rights) {
        expect(200, administrator.send("POST", "/rbac/permissions/assigned_by_roles/" + role + "/assign/",
                object.add("permissions", Json.createArrayBuilder(List.of(rights))).build().toString()));
    }

    private static void expect(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.request().uri() + " " + response.body()).isEqualTo(status);
    }

    /** The API with their token. */
    ApiClient api() {
        return own;
    }

    Person person() {
        return person;
    }

    String role() {
        return role;
    }
}
