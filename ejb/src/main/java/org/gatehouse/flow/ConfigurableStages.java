package org.gatehouse.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatehouse.model.config.ConfiguredObject;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Stage;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.type.Family;
import org.gatehouse.type.TypeDescriptor;
import org.gatehouse.type.TypeRegistry;

/**
 * What users can set up for themselves: the stages, of whatever type, whose settings name a flow for that
 * ({@code configure_flow}). Whether the user may run that flow is decided when they come to it.
 */
@ApplicationScoped
public class ConfigurableStages {

    private static final String CONFIGURE_FLOW = "configure_flow";
    private static final String FRIENDLY_NAME = "friendly_name";
    private static final int MOST_LISTED = 200;

    @Inject
    private TypeRegistry types;

    @Inject
    private ConfiguredObjectRepository objects;

    @Inject
    private FlowRepository flows;

    /**
     * One thing to set up: the contract's {@code UserSetting}.
     *
     * @param objectUid the stage
     * @param component what the contract's own pages show it with
     * @param title what people are told it is; the name its administrator gave it, else that of its type
     * @param configureUrl the path of the flow; {@code ?next=} may be added
     */
    public record UserSetting(String objectUid, String component, String title, String configureUrl) {
    }

    /** All of them, by title, in the language. */
    public List<UserSetting> all(Locale locale) {
        Map<String, TypeDescriptor<?>> configurable = types.types(Family.STAGE).stream()
                .filter(type -> type.fields().stream().anyMatch(field -> field.wireName().equals(CONFIGURE_FLOW)))
                .collect(Collectors.toMap(TypeDescriptor::name, Function.identity()));
        if (configurable.isEmpty()) {
            return List.of();
        }
        List<Stage> stages = objects.list(Stage.class, "o.type in :types", Map.of("types", List.copyOf(configurable.keySet())), "o.name", 0, MOST_LISTED);
        Set<UUID> ids = stages.stream().flatMap(stage -> flowOf(stage).stream()).collect(Collectors.toSet());
        Map<UUID, Flow> known = flows.findAll(ids).stream().collect(Collectors.toMap(Flow::getId, Function.identity()));
        return stages.stream()
                .flatMap(stage -> flowOf(stage).map(known::get).map(flow -> describe(stage, configurable.get(stage.getType()), flow, locale)).stream())
                .toList();
    }

    private static Optional<UUID> flowOf(ConfiguredObject stage) {
        return stage.getSettings().get(CONFIGURE_FLOW) instanceof JsonString id ? Optional.of(UUID.fromString(id.getString())) : Optional.empty();
    }

    private static UserSetting describe(Stage stage, TypeDescriptor<?> type, Flow flow, Locale locale) {
        String friendly = stage.getSettings().get(FRIENDLY_NAME) instanceof JsonString name ? name.getString() : "";
        return new UserSetting(stage.getId().toString(), "ak-user-settings-" + type.name().replace('_', '-'),
                friendly.isBlank() ? type.message("device", locale).orElse(type.verboseName(locale)) : friendly,
                FlowAddress.of(flow.getSlug(), "", Optional.empty()));
    }
}
