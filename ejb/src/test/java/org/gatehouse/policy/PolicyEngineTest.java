package org.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.gatehouse.event.EventAction;
import org.gatehouse.fixture.RecordedEvents;
import org.gatehouse.metrics.Metrics;
import org.gatehouse.model.config.Policy;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.policy.PolicyBinding;
import org.gatehouse.model.policy.PolicyBindingRepository;
import org.gatehouse.model.policy.PolicyEngineMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PolicyEngineTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID TARGET = UUID.randomUUID();

    private final List<PolicyBinding> bound = new ArrayList<>();
    private final List<Group> effective = new ArrayList<>();
    private final Map<Policy, Function<PolicyRequest, PolicyVerdict>> policies = new HashMap<>();
    private final RecordedEvents events = new RecordedEvents();
    private final PolicyThreads threads = new PolicyThreads(Thread::new, 2, 16);
    private final List<Duration> measured = Collections.synchronizedList(new ArrayList<>());
    private final Metrics metrics = new Metrics() {
        @Override
        public void policyExecuted(Duration took) {
            measured.add(took);
        }
    };
    private boolean logged;

    @AfterEach
    void closeThreads() {
        threads.close();
    }

    @Test
    void passesWithoutBindings() {
        assertThat(decide(PolicyEngineMode.ALL).passing()).isTrue();
        assertThat(decide(PolicyEngineMode.ANY).passing()).isTrue();
    }

    @Test
    void oneOfManyIsEnoughForAnyButNotForAll() {
        bindPolicy(PolicyVerdict.deny());
        bindPolicy(PolicyVerdict.pass());

        assertThat(decide(PolicyEngineMode.ANY).passing()).isTrue();
        assertThat(decide(PolicyEngineMode.ALL).passing()).isFalse();
    }

    @Test
    void allPassesWhenEachDoes() {
        bindPolicy(PolicyVerdict.pass());
        bindUser(7L);

        assertThat(decide(PolicyEngineMode.ALL)).isEqualTo(PolicyVerdict.pass());
    }

    @Test
    void measuresEachPolicyAndNothingElse() {
        bindPolicy(PolicyVerdict.pass());
        bindPolicy(request -> {
            throw new IllegalArgumentException("broken");
        });
        bindUser(7L);

        decide(PolicyEngineMode.ALL);

        assertThat(measured).hasSize(2).allSatisfy(took -> assertThat(took).isPositive());
    }

    @Test
    void negatesDecisionsAndKeepsTheirMessages() {
        bindPolicy(PolicyVerdict.deny("No.")).setNegate(true);

        assertThat(decide(PolicyEngineMode.ALL)).isEqualTo(new PolicyVerdict(true, List.of("No.")));
    }

    @Test
    void collectsMessagesInTheOrderOfTheBindings() {
        bindPolicy(PolicyVerdict.deny("one", "two"));
        bindPolicy(PolicyVerdict.pass());
        bindPolicy(PolicyVerdict.deny("three"));

        assertThat(decide(PolicyEngineMode.ALL).messages()).containsExactly("one", "two", "three");
    }

    @Test
    void letsOnlyTheBoundUserIn() {
        bindUser(7L);
        assertThat(decide(PolicyEngineMode.ANY).passing()).isTrue();

        bound.clear();
        bindUser(8L);
        assertThat(decide(PolicyEngineMode.ANY).passing()).isFalse();
        assertThat(decide(PolicyEngineMode.ANY, anonymous()).passing()).isFalse();
    }

    @Test
    void countsMembershipThroughAncestors() {
        Group parent = group("staff");
        bindGroup(parent);
        assertThat(decide(PolicyEngineMode.ANY).passing()).isFalse();

        effective.add(group("developers"));
        effective.add(parent);
        assertThat(decide(PolicyEngineMode.ANY).passing()).isTrue();
    }

    @Test
    void throwingCountsAsFailureAndLeavesAnEvent() {
        bindPolicy(request -> {
            throw new IllegalArgumentException("broken");
        });

        PolicyVerdict verdict = decide(PolicyEngineMode.ANY);

        assertThat(verdict).isEqualTo(PolicyVerdict.failure());
        assertThat(events.actions()).containsExactly(EventAction.POLICY_EXCEPTION);
        assertThat(events.drafts().get(0).context().getString("message")).isEqualTo("broken");
    }

    @Test
    void evenAnErrorIsOnlyAFailure() {
        bindPolicy(request -> {
            throw new StackOverflowError();
        });

        assertThat(decide(PolicyEngineMode.ANY)).isEqualTo(PolicyVerdict.failure());
    }

    @Test
    void failureIsNeverNegated() {
        PolicyBinding binding = bindPolicy(request -> {
            throw new IllegalArgumentException("broken");
        });
        binding.setNegate(true);

        assertThat(decide(PolicyEngineMode.ANY).passing()).isFalse();

        binding.setFailureResult(true);
        assertThat(decide(PolicyEngineMode.ANY)).isEqualTo(PolicyVerdict.pass());
    }

    @Test
    void aPolicyThatAnswersNothingFails() {
        bindPolicy(request -> null).setNegate(true);

        assertThat(decide(PolicyEngineMode.ANY)).isEqualTo(PolicyVerdict.failure());
    }

    @Test
    void tellsADecisionFromAFailure() {
        bindPolicy(PolicyVerdict.deny());
        assertThat(decide(PolicyEngineMode.ALL).failed()).isFalse();

        bindPolicy(request -> {
            throw new IllegalArgumentException("broken");
        });
        assertThat(decide(PolicyEngineMode.ALL).failed()).isTrue();

        bindPolicy(PolicyVerdict.pass());
        assertThat(decide(PolicyEngineMode.ANY).failed()).isFalse();
    }

    @Test
    void interruptsAPolicyThatTakesTooLong() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        bindPolicy(request -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException expected) {
                interrupted.countDown();
            }
            return PolicyVerdict.pass();
        }).setTimeout(1);

        assertThat(decide(PolicyEngineMode.ANY)).isEqualTo(PolicyVerdict.failure());

        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(events.drafts().get(0).context().getString("message")).contains("longer than 1 s");
    }

    @Test
    void aFullQueueIsAFailure() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        for (int i = 0; i < 2 + 16 + 1; i++) {
            bindPolicy(request -> {
                try {
                    release.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                return PolicyVerdict.pass();
            }).setTimeout(1);
        }

        PolicyVerdict verdict = decide(PolicyEngineMode.ANY);

        assertThat(verdict).isEqualTo(PolicyVerdict.failure());
        assertThat(events.drafts()).filteredOn(draft -> draft.context().getString("message").startsWith("Too many")).hasSize(1);
    }

    @Test
    void timeoutZeroMeansTheDefaultAndNotNone() {
        bindPolicy(PolicyVerdict.pass()).setTimeout(0);

        assertThat(decide(PolicyEngineMode.ALL).passing()).isTrue();
    }

    @Test
    void anExpiredBindingNeverPasses() {
        bindUser(7L).setExpires(NOW);
        assertThat(decide(PolicyEngineMode.ANY).passing()).isFalse();

        bound.get(0).setNegate(true);
        bound.get(0).setFailureResult(true);
        assertThat(decide(PolicyEngineMode.ANY).passing()).isFalse();

        bound.get(0).setNegate(false);
        bound.get(0).setExpires(NOW.plusSeconds(1));
        assertThat(decide(PolicyEngineMode.ANY).passing()).isTrue();
    }

    @Test
    void logsDecisionsOfPoliciesThatAskForIt() {
        bindPolicy(PolicyVerdict.pass());
        decide(PolicyEngineMode.ALL);
        assertThat(events.drafts()).isEmpty();

        logged = true;
        decide(PolicyEngineMode.ALL);
        assertThat(events.actions()).containsExactly(EventAction.POLICY_EXECUTION);
    }

    @Test
    void aPolicyOfAnUnknownTypeIsAFailure() {
        PolicyBinding binding = bindPolicy(PolicyVerdict.pass());
        policies.clear();

        assertThat(decide(PolicyEngineMode.ANY)).isEqualTo(PolicyVerdict.failure());
        assertThat(binding.isFailureResult()).isFalse();
    }

    @Test
    void deniesWhenTheBindingsCannotBeRead() {
        PolicyEngine engine = new PolicyEngine(new EnabledBindings(new PolicyBindingRepository() {
            @Override
            public List<PolicyBinding> findEnabled(Collection<UUID> targets) {
                throw new IllegalStateException("no database");
            }
        }, clock()), new GroupRepository(), evaluation(), new PolicyEvents(events));

        assertThat(engine.decide(TARGET, PolicyEngineMode.ANY, alice())).isEqualTo(PolicyVerdict.failure());
        assertThat(events.actions()).containsExactly(EventAction.POLICY_EXCEPTION);
    }

    @Test
    void aFailingEventLogChangesNoVerdict() {
        bindPolicy(request -> {
            throw new IllegalArgumentException("broken");
        });
        PolicyEvents broken = new PolicyEvents(new RecordedEvents() {
            @Override
            public void record(org.gatehouse.event.EventDraft draft) {
                throw new IllegalStateException("no database");
            }
        });

        PolicyEngine engine = new PolicyEngine(bindings(), groups(), new BindingEvaluation(behaviours(), threads, broken, metrics, clock()), broken);

        assertThat(engine.decide(TARGET, PolicyEngineMode.ANY, alice())).isEqualTo(PolicyVerdict.failure());
    }

    @Test
    void decidesEachOfSeveralTargets() {
        UUID open = UUID.randomUUID();
        bindPolicy(PolicyVerdict.deny());

        Map<UUID, PolicyVerdict> verdicts = engine().decideEach(Map.of(TARGET, PolicyEngineMode.ANY, open, PolicyEngineMode.ANY), alice());

        assertThat(verdicts.get(TARGET).passing()).isFalse();
        assertThat(verdicts.get(open).passing()).isTrue();
    }

    // Fixture

    private PolicyVerdict decide(PolicyEngineMode mode) {
        return decide(mode, alice());
    }

    private PolicyVerdict decide(PolicyEngineMode mode, PolicyRequest request) {
        return engine().decide(TARGET, mode, request);
    }

    private PolicyEngine engine() {
        return new PolicyEngine(bindings(), groups(), evaluation(), new PolicyEvents(events));
    }

    private BindingEvaluation evaluation() {
        return new BindingEvaluation(behaviours(), threads, new PolicyEvents(events), metrics, clock());
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private EnabledBindings bindings() {
        return new EnabledBindings(new PolicyBindingRepository() {
            @Override
            public List<PolicyBinding> findEnabled(Collection<UUID> targets) {
                return bound;
            }
        }, clock());
    }

    private GroupRepository groups() {
        return new GroupRepository() {
            @Override
            public List<Group> findEffective(long userId) {
                return effective;
            }
        };
    }

    private PolicyBehaviours behaviours() {
        return new PolicyBehaviours() {
            @Override
            public PreparedPolicy prepare(Policy policy) {
                return new PreparedPolicy(policy, Optional.ofNullable(policies.get(policy)).orElseThrow(), logged);
            }
        };
    }

    private static PolicyRequest alice() {
        return new PolicyRequest(Optional.of(user(7L)), Optional.of("192.0.2.1"), "test", Map.of());
    }

    private static PolicyRequest anonymous() {
        return new PolicyRequest(Optional.empty(), Optional.empty(), "", Map.of());
    }

    private static User user(long id) {
        return new User() {
            @Override
            public Long getId() {
                return id;
            }
        };
    }

    private static Group group(String name) {
        Group group = new Group();
        group.setId(UUID.randomUUID());
        group.setName(name);
        return group;
    }

    private PolicyBinding bindPolicy(PolicyVerdict verdict) {
        return bindPolicy(request -> verdict);
    }

    private PolicyBinding bindPolicy(Function<PolicyRequest, PolicyVerdict> decision) {
        Policy policy = new Policy();
        policy.setId(UUID.randomUUID());
        policy.setName("policy " + policies.size());
        policy.setType("test");
        policies.put(policy, decision);
        PolicyBinding binding = bind();
        binding.setPolicy(policy);
        return binding;
    }

    private PolicyBinding bindUser(long id) {
        PolicyBinding binding = bind();
        binding.setUser(user(id));
        return binding;
    }

    private void bindGroup(Group group) {
        bind().setGroup(group);
    }

    private PolicyBinding bind() {
        PolicyBinding binding = new PolicyBinding();
        binding.setId(UUID.randomUUID());
        binding.setTargetId(TARGET);
        binding.setPosition(bound.size());
        bound.add(binding);
        return binding;
    }
}
