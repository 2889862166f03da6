package org.gatehouse.notification;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.event.EventModel;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.event.AuditEvent;
import org.gatehouse.model.event.chain.EventChainTable;
import org.gatehouse.model.event.chain.LinkedEvent;
import org.gatehouse.model.notification.NotificationDeliveries;
import org.gatehouse.model.notification.NotificationRule;
import org.gatehouse.model.notification.NotificationRuleRepository;
import org.gatehouse.model.policy.PolicyEngineMode;
import org.gatehouse.policy.PolicyEngine;
import org.gatehouse.policy.PolicyRequest;

/**
 * Asks the rules about events, in the order of the chain. How far it has come is one row, which moves in the transaction of what follows
 * from the events: each rule is asked about each event once, on whichever node, and a node that dies has told nobody or everybody.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EventRules {

    @Inject
    private NotificationDeliveries progress;

    @Inject
    private EventChainTable chain;

    @Inject
    private NotificationRuleRepository rules;

    @Inject
    private UserRepository users;

    @Inject
    private PolicyEngine policies;

    @Inject
    private NotificationSending sending;

    /**
     * Asks about the next events.
     *
     * @param most how many at most
     * @return whether there may be more
     */
    public boolean ask(int most) {
        Optional<Long> last = progress.lockCursor();
        long end = chain.read().lastSeq();
        if (last.isEmpty() || last.get() >= end) {
            return false;
        }
        List<NotificationRule> telling = rules.findWithTransports();
        if (telling.isEmpty()) {
            progress.moveCursor(end);
            return false;
        }
        List<LinkedEvent> page = chain.after(last.get(), most);
        EchoGuard guard = new EchoGuard(telling);
        page.stream().flatMap(linked -> linked.event().stream()).filter(guard::admits).forEach(event -> ask(telling, event, guard));
        progress.moveCursor(page.isEmpty() ? end : page.get(page.size() - 1).link().seq());
        return page.size() == most;
    }

    /** Leaves out the next event, about which the rules could not be asked. */
    public void skip() {
        progress.lockCursor().ifPresent(last -> chain.after(last, 1).forEach(linked -> progress.moveCursor(linked.link().seq())));
    }

    private void ask(List<NotificationRule> telling, AuditEvent event, EchoGuard guard) {
        List<NotificationRule> guarded = telling.stream().filter(rule -> policies.isGuarded(rule.getId())).toList();
        if (guarded.isEmpty()) {
            return;
        }
        Optional<User> user = userOf(event);
        PolicyRequest request = new PolicyRequest(user, Optional.ofNullable(event.getClientIp()), "", Map.of("event", EventModel.wire(event)));
        for (NotificationRule rule : guarded) {
            if (policies.decide(rule.getId(), PolicyEngineMode.ANY, request).passing()) {
                sending.send(rule, event, user, guard);
            }
        }
    }

    private Optional<User> userOf(AuditEvent event) {
        return event.getActor().get("pk") instanceof JsonNumber pk ? users.find(pk.longValue()) : Optional.empty();
    }
}
