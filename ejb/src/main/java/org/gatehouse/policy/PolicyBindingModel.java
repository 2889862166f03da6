package org.gatehouse.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatehouse.access.Actor;
import org.gatehouse.directory.GroupWire;
import org.gatehouse.directory.UserWire;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Policy;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.policy.PolicyBinding;
import org.gatehouse.model.policy.PolicyBindingRepository;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.Default;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.WireObject;

/** What guards what: a policy, a group or a user bound to a flow, a stage binding, an application … */
@ApplicationScoped
public class PolicyBindingModel extends EntityModel<PolicyBinding, PolicyBindingModel.Document> {

    private static final String ENTITLEMENT = "application_entitlement";

    /** The writable fields; exactly one of policy, group and user is set. */
    public record Document(
            UUID policy,
            UUID group,
            Long user,
            @NotNull UUID target,
            @Default("false") boolean negate,
            @Default("true") boolean enabled,
            @NotNull Integer order,
            @Default("30") @PositiveOrZero int timeout,
            @Default("false") boolean failureResult) {

        /** Adds a problem unless exactly one subject is named. */
        void requireOneSubject(FieldProblems problems) {
            long subjects = Stream.of(policy, group, user).filter(Objects::nonNull).count();
            if (subjects != 1) {
                problems.add(FieldProblems.GENERAL, subjects == 0 ? "One of 'policy', 'group' or 'user' must be set."
                        : "Only one of 'policy', 'group' or 'user' can be set.");
            }
        }
    }

    @Inject
    private PolicyBindingRepository bindings;

    @Inject
    private ConfiguredObjectRepository objects;

    @Inject
    private ConfiguredObjects policies;

    @Inject
    private GroupRepository groups;

    @Inject
    private UserRepository users;

    public PolicyBindingModel() {
        super(Document.class, PolicyBindingRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_policies.policybinding";
    }

    @Override
    public String path() {
        return "policies/bindings";
    }

    @Override
    protected PolicyBindingRepository repository() {
        return bindings;
    }

    @Override
    protected Optional<PolicyBinding> findByKey(String key) {
        return ObjectKey.uuid(key).flatMap(bindings::find);
    }

    @Override
    protected String keyOf(PolicyBinding binding) {
        return binding.getId().toString();
    }

    @Override
    protected Document documentOf(PolicyBinding binding) {
        return new Document(binding.getPolicy() == null ? null : binding.getPolicy().getId(),
                binding.getGroup() == null ? null : binding.getGroup().getId(),
                binding.getUser() == null ? null : binding.getUser().getId(),
                binding.getTargetId(), binding.isNegate(), binding.isEnabled(), binding.getPosition(), binding.getTimeout(),
                binding.isFailureResult());
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<PolicyBinding> page) {
        Map<UUID, JsonObject> policyForms = policyForms(page);
        return page.stream().map(binding -> WireObject.from(documentJson(binding))
                .put("pk", binding.getId())
                .put("policy_obj", binding.getPolicy() == null ? null : policyForms.get(binding.getPolicy().getId()))
                .put("group_obj", binding.getGroup() == null ? null : GroupWire.partial(binding.getGroup()))
                .put("user_obj", binding.getUser() == null ? null : UserWire.partial(binding.getUser()))
                .put("expires", binding.getExpires())
                .put("expiring", binding.getExpires() != null)
                .build()).toList();
    }

    private Map<UUID, JsonObject> policyForms(List<PolicyBinding> page) {
        List<Policy> distinct = page.stream().map(PolicyBinding::getPolicy).filter(Objects::nonNull).distinct().toList();
        List<JsonObject> forms = policies.toWire(Family.POLICY, distinct);
        Map<UUID, JsonObject> byId = new HashMap<>();
        for (int i = 0; i < forms.size(); i++) {
            byId.put(distinct.get(i).getId(), forms.get(i));
        }
        return byId;
    }

    @Override
    protected PolicyBinding store(Actor actor, Optional<PolicyBinding> existing, Document document, FieldProblems problems) {
        PolicyBinding binding = existing.orElseGet(PolicyBindingModel::newBinding);
        document.requireOneSubject(problems);
        bindSubject(binding, document, problems);
        checkTarget(document, problems);
        problems.refuseIfAny();
        binding.setTargetId(document.target());
        binding.setNegate(document.negate());
        binding.setEnabled(document.enabled());
        binding.setPosition(document.order());
        binding.setTimeout(document.timeout());
        binding.setFailureResult(document.failureResult());
        return existing.isPresent() ? binding : bindings.add(binding);
    }

    /** What an application lets somebody do is given to people, so that anybody can say who has it. */
    private void checkTarget(Document document, FieldProblems problems) {
        Optional<String> kind = bindings.findTargetKind(document.target());
        if (kind.isEmpty()) {
            problems.add("target", FieldProblems.missing(document.target()));
        } else if (kind.get().equals(ENTITLEMENT) && document.policy() != null) {
            problems.add("policy", "Only users and groups can be bound to an entitlement.");
        }
    }

    private void bindSubject(PolicyBinding binding, Document document, FieldProblems problems) {
        binding.setPolicy(existing("policy", document.policy(), id -> objects.find(Policy.class, id), problems));
        binding.setGroup(existing("group", document.group(), groups::find, problems));
        binding.setUser(existing("user", document.user(), users::find, problems));
    }

    private static <K, T> T existing(String field, K key, Function<K, Optional<T>> find, FieldProblems problems) {
        if (key == null) {
            return null;
        }
        return find.apply(key).orElseGet(() -> {
            problems.add(field, FieldProblems.missing(key));
            return null;
        });
    }

    private static PolicyBinding newBinding() {
        PolicyBinding binding = new PolicyBinding();
        binding.setId(UUID.randomUUID());
        return binding;
    }
}
