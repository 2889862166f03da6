package org.gatehouse.flow.review;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.flow.FlowAddress;
import org.gatehouse.flow.FlowCatalog;
import org.gatehouse.flow.FlowDefinition;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.Family;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.TypeDescriptor;
import org.gatehouse.type.TypeRegistry;

/** What logged-in people can set up themselves: the stages that name a flow for it ({@code configure_flow}). */
@Stateless
public class OfferedSettings {

    private static final String FLOW = "configure_flow";

    @Inject
    private TypeRegistry types;

    @Inject
    private ConfiguredObjects objects;

    @Inject
    private FlowCatalog catalog;

    /**
     * One thing that can be set up.
     *
     * @param stage the stage's id
     * @param component what API clients show for it, such as {@code ak-user-settings-authenticator-totp}
     * @param title what it is called
     * @param address the page of the flow that sets it up
     */
    public record Offer(String stage, String component, String title, String address) {
    }

    /** What is offered to everybody who is logged in, by title. */
    public List<Offer> all() {
        return types.types(Family.STAGE).stream().filter(type -> type.fields().stream().anyMatch(field -> field.wireName().equals(FLOW)))
                .flatMap(type -> objects.list(Family.STAGE, Optional.of(type), ModelQuery.all()).rows().stream()
                        .flatMap(stage -> offer(type, stage).stream()))
                .sorted(Comparator.comparing(Offer::title)).toList();
    }

    private Optional<Offer> offer(TypeDescriptor<?> type, JsonObject stage) {
        Optional<FlowDefinition> flow = stage.get(FLOW) instanceof JsonString id ? ObjectKey.uuid(id.getString()).flatMap(catalog::find)
                : Optional.empty();
        return flow.map(found -> new Offer(stage.getString("pk"), "ak-user-settings-" + type.name().replace('_', '-'), title(type, stage),
                FlowAddress.of(found.slug(), "", Optional.empty())));
    }

    private static String title(TypeDescriptor<?> type, JsonObject stage) {
        return stage.get("friendly_name") instanceof JsonString name && !name.getString().isBlank() ? name.getString()
                : type.verboseName(Locale.ENGLISH);
    }
}
