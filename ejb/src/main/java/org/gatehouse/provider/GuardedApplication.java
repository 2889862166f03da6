package org.gatehouse.provider;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.policy.PolicyEngineMode;

/**
 * What a protocol has to know of the application that it lets users into; can be kept.
 *
 * @param mode how the policies bound to it are combined
 */
public record GuardedApplication(UUID id, String name, String slug, PolicyEngineMode mode) {

    public static GuardedApplication of(Application application) {
        return new GuardedApplication(application.getId(), application.getName(), application.getSlug(), application.getPolicyEngineMode());
    }

    /** How events name it. */
    public JsonObject describe() {
        return Json.createObjectBuilder().add("app", "authentik_core").add("model_name", "application").add("pk", id.toString())
                .add("name", name).add("slug", slug).build();
    }
}
