package org.gatehouse.policy.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonArray;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventRecorded;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.UsualSettings;
import org.gatehouse.fixture.Wired;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.geo.GeoDatabases;
import org.gatehouse.model.policy.ReputationRepository;
import org.gatehouse.model.policy.ReputationRules;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.reputation.ReputationChanges.Source;
import org.gatehouse.type.FieldProblems;
import org.junit.jupiter.api.Test;

class ReputationPolicyTest {

    private final Table table = new Table();
    private final Reputations reputations = new Reputations(table, Wired.with(new ReputationLimits(), new UsualSettings()), new GeoDatabases(), new MovableClock());
    private final ReputationPolicy policy = new ReputationPolicy(reputations);

    @Test
    void passesForABadReputationOnly() {
        fail("alice", "192.0.2.1", 4);
        assertThat(passes("alice", "192.0.2.1", true, true)).isFalse();

        fail("alice", "192.0.2.1", 1);
        assertThat(passes("alice", "192.0.2.1", true, true)).isTrue();
    }

    @Test
    void countsBeforeAndAfterWriting() {
        fail("alice", "192.0.2.1", 3);
        reputations.write();
        assertThat(table.statements).isEqualTo(1);
        fail("alice", "192.0.2.1", 2);

        assertThat(reputations.score(Optional.of("192.0.2.1"), Optional.empty())).isEqualTo(-5);
        reputations.write();
        reputations.write();
        assertThat(table.statements).isEqualTo(2);
        assertThat(reputations.score(Optional.of("192.0.2.1"), Optional.empty())).isEqualTo(-5);
    }

    @Test
    void judgesByAddressOrNameAsToldTo() {
        fail("alice", "192.0.2.1", 5);

        assertThat(passes("bob", "192.0.2.1", true, false)).isTrue();
        assertThat(passes("bob", "192.0.2.1", false, true)).isFalse();
        assertThat(passes("ALICE", "198.51.100.1", false, true)).isTrue();
        assertThat(passes("alice", "198.51.100.1", true, false)).isFalse();
    }

    @Test
    void aLoginThatSucceedsGainsAPoint() {
        fail("alice", "192.0.2.1", 5);
        reputations.count(new EventRecorded(EventAction.LOGIN, "x", "alice", "192.0.2.1"));

        assertThat(reputations.score(Optional.empty(), Optional.of("alice"))).isEqualTo(-4);
    }

    @Test
    void knowsANameThatWasTypedAndBelongsToNobody() {
        fail("mallory", "192.0.2.1", 5);
        PolicyRequest request = new PolicyRequest(Optional.empty(), Optional.empty(), "", Map.of("pending_user_identifier", "Mallory"));

        assertThat(policy.decide(policy.gather(request, settings(false, true)), settings(false, true)).passing()).isTrue();
    }

    @Test
    void otherEventsAndEventsFromNowhereCountForNothing() {
        reputations.count(new EventRecorded(EventAction.LOGOUT, "x", "alice", "192.0.2.1"));
        reputations.count(new EventRecorded(EventAction.LOGIN_FAILED, "x", "", "192.0.2.1"));
        reputations.count(new EventRecorded(EventAction.LOGIN_FAILED, "x", "alice", null));

        reputations.write();

        assertThat(table.statements).isZero();
    }

    @Test
    void nothingIsLostWhenTheDatabaseDoesNotAnswer() {
        fail("alice", "192.0.2.1", 2);
        table.broken = true;
        assertThatThrownBy(reputations::write).isInstanceOf(IllegalStateException.class);
        table.broken = false;

        assertThat(reputations.score(Optional.empty(), Optional.of("alice"))).isEqualTo(-2);
    }

    @Test
    void remembersABoundedNumberOfNames() {
        ReputationChanges changes = new ReputationChanges(2);
        changes.add(new Source("a", "1"), -1);
        changes.add(new Source("b", "1"), -1);
        changes.add(new Source("c", "1"), -1);
        changes.add(new Source("a", "1"), -1);

        assertThat(changes.take()).hasSize(2).containsEntry(new Source("a", "1"), -2L);
    }

    @Test
    void anIpv6CustomerCannotChangeAddressToGetAway() {
        assertThat(ClientNetwork.of("2001:db8:1:2:3:4:5:6")).isEqualTo(ClientNetwork.of("2001:db8:1:2::1")).isNotEqualTo(ClientNetwork.of("2001:db8:1:3::1"));
        assertThat(ClientNetwork.of("192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void longNamesAreCut() {
        fail("x".repeat(5000), "192.0.2.1", 1);
        reputations.write();
        assertThat(table.scores.keySet().iterator().next().identifier()).hasSize(254);
    }

    @Test
    void namesThatTheDatabaseKeepsAsOneAreOne() {
        String cut = "x".repeat(253);
        fail(cut + "\uD83D\uDE00", "192.0.2.1", 1);
        fail(cut + "?", "192.0.2.1", 1);
        fail("a\0lice", "192.0.2.1", 1);
        fail("alice", "192.0.2.1", 1);

        reputations.write();

        assertThat(table.rows).isEqualTo(2);
        assertThat(table.scores).containsOnly(Map.entry(new Source(cut + "?", "192.0.2.1"), -2L), Map.entry(new Source("alice", "192.0.2.1"), -2L));
    }

    @Test
    void somethingHasToBeChecked() {
        FieldProblems problems = new FieldProblems();
        policy.check(settings(false, false), problems);
        assertThat(problems.isEmpty()).isFalse();
    }

    private boolean passes(String username, String ip, boolean checkIp, boolean checkName) {
        var user = TestUsers.alice();
        user.setUsername(username);
        PolicyRequest request = new PolicyRequest(Optional.of(user), Optional.of(ip), "", Map.of("reputation.score", -100L));
        ReputationPolicySettings settings = settings(checkIp, checkName);
        return policy.decide(policy.gather(request, settings), settings).passing();
    }

    private static ReputationPolicySettings settings(boolean checkIp, boolean checkName) {
        return new ReputationPolicySettings(false, checkIp, checkName, -5);
    }

    private void fail(String username, String ip, int times) {
        for (int i = 0; i < times; i++) {
            reputations.count(new EventRecorded(EventAction.LOGIN_FAILED, "x", username, ip));
        }
    }

    private static final class Table extends ReputationRepository {

        private final Map<Source, Long> scores = new HashMap<>();
        private int statements;
        private int rows;
        private boolean broken;

        @Override
        public void apply(JsonArray changes, ReputationRules rules, Instant now) {
            if (broken) {
                throw new IllegalStateException("no database");
            }
            statements++;
            rows += changes.size();
            changes.forEach(json -> scores.merge(new Source(json.asJsonObject().getString("identifier"), json.asJsonObject().getString("ip")),
                    (long) json.asJsonObject().getInt("change"), Long::sum));
        }

        @Override
        public long score(String ip, String identifier, ReputationRules rules, Instant now) {
            return scores.entrySet().stream().filter(row -> row.getKey().ip().equals(ip) || row.getKey().identifier().equals(identifier))
                    .mapToLong(Map.Entry::getValue).sum();
        }
    }
}
