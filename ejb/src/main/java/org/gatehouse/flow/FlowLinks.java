package org.gatehouse.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.directory.AccountLocked;
import org.gatehouse.directory.PasswordChanged;
import org.gatehouse.model.flow.FlowToken;
import org.gatehouse.model.flow.FlowTokenRepository;

/**
 * Plans that wait in the database for somebody to open a link, such as one in an e-mail. A link works once, until it expires or is
 * taken back. Its secret is stored as a digest; the plan is sealed, as it may hold what the person has typed.
 */
@ApplicationScoped
public class FlowLinks {

    @Inject
    private FlowTokenRepository tokens;

    @Inject
    private RandomKeys keys;

    @Inject
    private SecretCipher cipher;

    @Inject
    private Clock clock;

    /**
     * Keeps a plan for a link.
     *
     * @param userId the user the plan is about, if it is about one: the link dies with the account
     */
    FlowLink save(FlowDefinition flow, FlowPlan plan, Optional<Long> userId, Duration validFor) {
        String key = keys.urlSafe();
        Instant now = clock.instant();
        FlowToken token = new FlowToken();
        token.setId(UUID.randomUUID());
        token.setKeyDigest(Digests.sha256(key));
        token.setFlowId(flow.id());
        token.setUserId(userId.orElse(null));
        token.setPlan(cipher.seal(FlowPlanCodec.write(plan)));
        token.setCreated(now);
        token.setExpires(now.plus(validFor));
        tokens.add(token);
        return new FlowLink(token.getId(), FlowAddress.of(flow.slug(), "", Optional.empty()) + "?flow_token=" + FlowAddress.encode(key));
    }

    /** The plan of a link to this flow, which is used up by this; empty when there is none any more. */
    Optional<FlowPlan> redeem(UUID flowId, String key) {
        Optional<FlowToken> token = tokens.findByDigest(Digests.sha256(key))
                .filter(found -> found.getFlowId().equals(flowId) && tokens.redeem(found.getId(), clock.instant()));
        return token.map(found -> FlowPlanCodec.read(cipher.open(found.getPlan())).arrivedBy(Digests.sha256(key)));
    }

    /** Takes a link back; nothing happens when it was used already. */
    public void revoke(UUID id) {
        tokens.revoke(id);
    }

    /** A link that was asked for before the password was changed may have been asked for by somebody else. */
    void forget(@Observes PasswordChanged change) {
        revokeAll(change.userId());
    }

    /** Nobody comes back by a letter into an account that was locked down, however the flow behind it is made. */
    void forget(@Observes AccountLocked lockdown) {
        revokeAll(lockdown.userId());
    }

    /** Takes back every link that goes on with a flow about this user, for when the account is disabled or recovered. */
    public void revokeAll(long userId) {
        tokens.revokeAll(userId);
    }
}
