package org.gatehouse.policy.uniquepassword;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatehouse.directory.PasswordChanged;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Policy;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.policy.PasswordHistory;
import org.gatehouse.model.policy.PasswordHistoryRepository;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.ObjectChanged;

/**
 * The passwords users have had. When one is replaced its hash is kept, which costs no hashing; of each user as many as the strictest
 * unique password policy asks for, and none while there is no such policy.
 */
@ApplicationScoped
public class FormerPasswords {

    private static final String MODEL = "authentik_policies_unique_password.uniquepasswordpolicy";
    private static final String TYPE = "unique_password";
    private static final int MOST_POLICIES = 1000;

    @Inject
    private PasswordHistoryRepository history;

    @Inject
    private ConfiguredObjectRepository policies;

    @Inject
    private ConfiguredObjects objects;

    @Inject
    private Clock clock;

    public FormerPasswords() {
    }

    FormerPasswords(PasswordHistoryRepository history, ConfiguredObjectRepository policies, ConfiguredObjects objects, Clock clock) {
        this.history = history;
        this.policies = policies;
        this.objects = objects;
        this.clock = clock;
    }

    /** The hashes of the user's latest passwords, the present one first. */
    List<String> latest(User user, int count) {
        List<String> hashes = new ArrayList<>();
        if (user.hasUsablePassword()) {
            hashes.add(user.getPassword());
        }
        history.newest(user.getId(), count - hashes.size()).forEach(former -> hashes.add(former.getEncoded()));
        return hashes.subList(0, Math.min(hashes.size(), count));
    }

    void keep(@Observes PasswordChanged change) {
        int needed = longest();
        if (needed > 0) {
            history.add(PasswordHistory.of(change.userId(), change.former(), clock.instant()));
            history.flush();
            history.keepNewest(change.userId(), needed);
        }
    }

    /** Nothing is kept for policies that are gone. */
    void forget(@Observes ObjectChanged change) {
        if (change.change() == ObjectChanged.Change.DELETED && change.model().equals(MODEL) && longest() == 0) {
            history.clear();
        }
    }

    private int longest() {
        return policies.list(Policy.class, "o.type = :type", Map.of("type", TYPE), "o.id", 0, MOST_POLICIES).stream()
                .mapToInt(policy -> objects.settings(policy, UniquePasswordPolicySettings.class).numHistoricalPasswords()).max().orElse(0);
    }
}
