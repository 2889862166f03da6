package org.gatehouse.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatehouse.access.Actor;
import org.gatehouse.directory.GroupModel;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.notification.NotificationRule;
import org.gatehouse.model.notification.NotificationRuleRepository;
import org.gatehouse.model.notification.NotificationTransport;
import org.gatehouse.model.notification.NotificationTransportRepository;
import org.gatehouse.model.notification.Severity;
import org.gatehouse.type.Default;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.Ref;
import org.gatehouse.type.WireObject;

/** Who is told of which events, as administrators manage it; policies that are bound to a rule say which events. */
@ApplicationScoped
public class RuleModel extends EntityModel<NotificationRule, RuleModel.Document> {

    /** The model's name. */
    public static final String NAME = "authentik_events.notificationrule";

    /** The writable fields. */
    public record Document(
            @NotBlank @Size(max = 200) String name,
            @Default("[]") @Size(max = 50) List<UUID> transports,
            @NotNull @Default("notice") Severity severity,
            Ref<Group> destinationGroup,
            @Default("false") boolean destinationEventUser) {
    }

    @Inject
    private NotificationRuleRepository rules;

    @Inject
    private NotificationTransportRepository transports;

    @Inject
    private GroupRepository groups;

    @Inject
    private GroupModel groupForms;

    public RuleModel() {
        super(Document.class, NotificationRuleRepository.COLUMNS);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String path() {
        return "events/rules";
    }

    @Override
    protected NotificationRuleRepository repository() {
        return rules;
    }

    @Override
    protected Optional<NotificationRule> findByKey(String key) {
        return ObjectKey.uuid(key).flatMap(rules::find);
    }

    @Override
    public String keyField() {
        return "pbm_uuid";
    }

    @Override
    protected String keyOf(NotificationRule rule) {
        return rule.getId().toString();
    }

    @Override
    protected Document documentOf(NotificationRule rule) {
        return new Document(rule.getName(), rule.getTransports().stream().map(NotificationTransport::getId).sorted().toList(), rule.getSeverity(),
                rule.getDestinationGroupId() == null ? null : Ref.to(rule.getDestinationGroupId()), rule.isDestinationEventUser());
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<NotificationRule> page) {
        Map<UUID, JsonValue> known = new HashMap<>();
        return page.stream().map(rule -> WireObject.from(documentJson(rule)).put("pk", rule.getId())
                .put("destination_group_obj", rule.getDestinationGroupId() == null ? JsonValue.NULL
                        : known.computeIfAbsent(rule.getDestinationGroupId(), id -> group(actor, id)))
                .build()).toList();
    }

    private JsonValue group(Actor actor, UUID id) {
        return groupForms.read(actor, id.toString()).<JsonValue>map(JsonValue.class::cast).orElse(JsonValue.NULL);
    }

    @Override
    protected NotificationRule store(Actor actor, Optional<NotificationRule> existing, Document document, FieldProblems problems) {
        NotificationRule rule = existing.orElseGet(RuleModel::made);
        String name = document.name().strip();
        rules.findByName(name).filter(other -> !other.getId().equals(rule.getId()))
                .ifPresent(other -> problems.add("name", "A rule with this name exists already."));
        Set<NotificationTransport> found = transports(document.transports(), problems);
        if (document.destinationGroup() != null && groups.find(document.destinationGroup().id()).isEmpty()) {
            problems.add("destination_group", FieldProblems.missing(document.destinationGroup().id()));
        }
        problems.refuseIfAny();
        rule.setName(name);
        rule.setTransports(found);
        rule.setSeverity(document.severity());
        rule.setDestinationGroupId(document.destinationGroup() == null ? null : document.destinationGroup().id());
        rule.setDestinationEventUser(document.destinationEventUser());
        return existing.isPresent() ? rule : rules.add(rule);
    }

    private Set<NotificationTransport> transports(List<UUID> ids, FieldProblems problems) {
        Map<UUID, NotificationTransport> found = transports.findAll(new LinkedHashSet<>(ids)).stream()
                .collect(Collectors.toMap(NotificationTransport::getId, transport -> transport));
        ids.stream().filter(id -> !found.containsKey(id)).forEach(id -> problems.add("transports", FieldProblems.missing(id)));
        return new LinkedHashSet<>(found.values());
    }

    private static NotificationRule made() {
        NotificationRule rule = new NotificationRule();
        rule.setId(UUID.randomUUID());
        return rule;
    }
}
