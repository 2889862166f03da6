package org.gatehouse.policy.reputation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Set;
import org.gatehouse.access.Actor;
import org.gatehouse.model.policy.Reputation;
import org.gatehouse.model.policy.ReputationRepository;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.RowModel;
import org.gatehouse.type.WireObject;

/** The scores as administrators see them; deleting one forgives it. */
@ApplicationScoped
public class ReputationModel extends RowModel<Reputation> {

    @Inject
    private ReputationRepository scores;

    public ReputationModel() {
        super(ReputationRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_policies_reputation.reputation";
    }

    @Override
    public String path() {
        return "policies/reputation/scores";
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.DELETE);
    }

    @Override
    protected ReputationRepository repository() {
        return scores;
    }

    @Override
    protected String keyOf(Reputation score) {
        return score.getId().toString();
    }

    @Override
    protected JsonObject wire(Reputation score) {
        return WireObject.empty()
                .put("pk", score.getId())
                .put("identifier", score.getIdentifier())
                .put("ip", score.getIp())
                .put("ip_geo_data", score.getGeo())
                .put("ip_asn_data", score.getAsn())
                .put("score", score.getScore())
                .put("updated", score.getUpdated())
                .put("expires", score.getExpires())
                .build();
    }

    @Override
    public void delete(Actor actor, String key) {
        scores.remove(findByKey(key).orElseThrow(() -> new ObjectNotFound("No Reputation matches the given query.")));
    }
}
