package org.gatehouse.provider.oauth2.issued;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.access.Actor;
import org.gatehouse.application.ApplicationForms;
import org.gatehouse.directory.UserWire;
import org.gatehouse.model.consent.UserConsent;
import org.gatehouse.model.consent.UserConsentRepository;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.RowModel;
import org.gatehouse.type.WireObject;

/** What users have allowed applications: the contract's {@code core/user_consent}. Taking it back ends what came of it. */
@ApplicationScoped
public class ConsentModel extends RowModel<UserConsent> {

    @Inject
    private UserConsentRepository consents;

    @Inject
    private ApplicationForms applications;

    @Inject
    private UserWire users;

    @Inject
    private AccessEnd end;

    public ConsentModel() {
        super(UserConsentRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_core.userconsent";
    }

    @Override
    public String path() {
        return "core/user_consent";
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.DELETE);
    }

    @Override
    public Set<Operation> ownOperations() {
        return Set.of(Operation.DELETE);
    }

    @Override
    protected UserConsentRepository repository() {
        return consents;
    }

    @Override
    protected Optional<UserConsent> findByKey(String key) {
        return ObjectKey.number(key).flatMap(consents::findByNumber);
    }

    @Override
    protected String keyOf(UserConsent consent) {
        return consent.getNumPk().toString();
    }

    @Override
    public boolean isOwn(Actor actor, String key) {
        return findByKey(key).filter(consent -> actor.is(consent.getUser())).isPresent();
    }

    @Override
    public Optional<ModelQuery> ownPart(Actor actor, ModelQuery query) {
        return OwnRows.of(actor, query);
    }

    @Override
    protected JsonObject wire(UserConsent consent) {
        return wire(List.of(consent)).get(0);
    }

    @Override
    protected List<JsonObject> wire(List<UserConsent> page) {
        Map<Long, JsonObject> userForms = users.full(page.stream().map(UserConsent::getUser).distinct().toList());
        List<JsonObject> applicationForms = applications.full(page.stream().map(UserConsent::getApplication).toList(), Optional.empty());
        List<JsonObject> forms = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            UserConsent consent = page.get(i);
            forms.add(WireObject.empty()
                    .put("pk", consent.getNumPk())
                    .put("expires", consent.getExpires())
                    .put("expiring", consent.getExpires() != null)
                    .put("user", userForms.get(consent.getUser().getId()))
                    .put("application", applicationForms.get(i))
                    .put("permissions", consent.getPermissions())
                    .build());
        }
        return forms;
    }

    @Override
    public void delete(Actor actor, String key) {
        UserConsent consent = findByKey(key).orElseThrow(() -> new ObjectNotFound("No UserConsent matches the given query."));
        end.of(consent.getUser().getId(), consent.getApplication());
    }
}
