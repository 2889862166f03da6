package org.gatehouse.provider.oauth2.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.model.registration.ClientPolicy;
import org.gatehouse.model.registration.ClientPolicyRepository;
import org.gatehouse.type.Default;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.RecordCodec;
import org.gatehouse.type.WireObject;

/** Client policies as administrators manage them. */
@ApplicationScoped
public class ClientPolicyModel extends EntityModel<ClientPolicy, ClientPolicyModel.Document> {

    /** The name of the model; clients are read anew when one of these changes. */
    public static final String NAME = "authentik_providers_oauth2.clientpolicy";

    /** The writable fields. */
    public record Document(
            @NotBlank @Size(max = 200) String name,
            @Default("true") boolean enabled,
            @NotNull @Valid @Default("{}") ClientConditions conditions,
            @NotNull @Valid @Default("{}") ClientDemands demands) {
    }

    @Inject
    private ClientPolicyRepository policies;

    @Inject
    private RecordCodec codec;

    public ClientPolicyModel() {
        super(Document.class, ClientPolicyRepository.COLUMNS);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String path() {
        return "providers/oauth2-client-policies";
    }

    @Override
    protected ClientPolicyRepository repository() {
        return policies;
    }

    @Override
    protected Optional<ClientPolicy> findByKey(String key) {
        return ObjectKey.uuid(key).flatMap(policies::find);
    }

    @Override
    protected String keyOf(ClientPolicy policy) {
        return policy.getId().toString();
    }

    @Override
    protected Document documentOf(ClientPolicy policy) {
        ClientPolicyRules rules = codec.fromStored(ClientPolicyRules.class, policy.getRules());
        return new Document(policy.getName(), policy.isEnabled(), rules.conditions(), rules.demands());
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<ClientPolicy> page) {
        return page.stream().map(policy -> WireObject.from(documentJson(policy)).put("pk", policy.getId()).build()).toList();
    }

    @Override
    protected ClientPolicy store(Actor actor, Optional<ClientPolicy> existing, Document document, FieldProblems problems) {
        document.conditions().check(problems);
        policies.findByName(document.name()).filter(other -> existing.filter(other::equals).isEmpty())
                .ifPresent(other -> problems.add("name", "There is a client policy of this name already."));
        problems.refuseIfAny();
        ClientPolicy policy = existing.orElseGet(ClientPolicyModel::made);
        policy.setName(document.name());
        policy.setEnabled(document.enabled());
        policy.setRules(codec.toStored(new ClientPolicyRules(document.conditions(), document.demands())));
        return existing.isPresent() ? policy : policies.add(policy);
    }

    private static ClientPolicy made() {
        ClientPolicy policy = new ClientPolicy();
        policy.setId(UUID.randomUUID());
        return policy;
    }
}
