package org.gatehouse.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.model.config.ConfiguredObject;
import org.gatehouse.type.Family;
import org.gatehouse.type.WireExtras;

/** Shows with each provider the application it is assigned to. */
@ApplicationScoped
public class AssignedApplications implements WireExtras {

    @Inject
    private ApplicationRepository applications;

    @Override
    public Family family() {
        return Family.PROVIDER;
    }

    @Override
    public Map<UUID, JsonObject> of(Collection<? extends ConfiguredObject> objects) {
        List<UUID> ids = objects.stream().map(ConfiguredObject::getId).toList();
        Map<UUID, Application> assigned = applications.findByProviders(ids).stream()
                .collect(Collectors.toMap(found -> found.getProvider().getId(), Function.identity(), (one, other) -> one));
        return ids.stream().collect(Collectors.toMap(Function.identity(), id -> describe(Optional.ofNullable(assigned.get(id)))));
    }

    private static JsonObject describe(Optional<Application> application) {
        return Json.createObjectBuilder()
                .add("assigned_application_slug", text(application.map(Application::getSlug)))
                .add("assigned_application_name", text(application.map(Application::getName)))
                .add("assigned_backchannel_application_slug", JsonValue.NULL)
                .add("assigned_backchannel_application_name", JsonValue.NULL)
                .build();
    }

    private static JsonValue text(Optional<String> value) {
        return value.<JsonValue>map(Json::createValue).orElse(JsonValue.NULL);
    }
}
