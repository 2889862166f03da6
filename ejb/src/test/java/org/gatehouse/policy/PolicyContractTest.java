package org.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.reflect.Constructor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.event.EventAction;
import org.gatehouse.fixture.RecordedEvents;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.metrics.Metrics;
import org.gatehouse.model.config.Policy;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.policy.PolicyBinding;
import org.gatehouse.model.policy.PolicyBindingRepository;
import org.gatehouse.model.policy.PolicyEngineMode;
import org.gatehouse.type.ObjectType;
import org.gatehouse.type.RecordCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens inside a policy of whatever type, the engine answers in time, and nobody gets further because of it. */
class PolicyContractTest {

    private static final JsonObject EVERYTHING = Json.createObjectBuilder()
            .add("expression", "user.username == 'x'").add("days", 1).add("action", "login").add("check_static_rules", true)
            .add("check_have_i_been_pwned", true).add("num_historical_passwords", 5).add("check_zxcvbn", true).add("zxcvbn_score_threshold", 0)
            .add("countries", Json.createArrayBuilder().add("DE")).add("check_impossible_travel", true)
            .add("wait_min", 20).add("wait_max", 20).build();

    private final RecordedEvents events = new RecordedEvents();
    private final PolicyThreads threads = new PolicyThreads(Thread::new, 4, 16);
    private final RecordCodec codec = new RecordCodec(new SecretCipher(List.of("a secret of the installation")));

    @AfterEach
    void closeThreads() {
        threads.close();
    }

    static Stream<Class<?>> types() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.gatehouse.policy").stream()
                .filter(type -> type.isAnnotatedWith(ObjectType.class)).map(JavaClass::reflect);
    }

    /** A bean that got none of the others it needs stands for a database, a service or a file that is not there. */
    @ParameterizedTest
    @MethodSource("types")
    void whatThrowsNeverPasses(Class<?> type) throws ReflectiveOperationException {
        PolicyVerdict verdict = decide(type, new PolicyRequest(Optional.of(new BrokenUser()), Optional.of("192.0.2.1"), "",
                Map.of("prompt_data", Map.of("password", "Some passw0rd that breaks no rule"), "event", "none")), false);

        assertThat(verdict.passing()).isFalse();
        assertThat(events.actions()).allMatch(EventAction.POLICY_EXCEPTION::equals).hasSize(verdict.failed() ? 1 : 0);
        assertThat(events.drafts().toString()).doesNotContain("passw0rd");
    }

    @ParameterizedTest
    @MethodSource("types")
    void aFailureCountsAsTheBindingSays(Class<?> type) throws ReflectiveOperationException {
        PolicyVerdict failed = decide(type, request -> {
            throw new IllegalStateException("broken");
        }, true);

        assertThat(failed.passing()).isTrue();
        assertThat(events.actions()).containsExactly(EventAction.POLICY_EXCEPTION);
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatHangsIsLeftBehind(Class<?> type) throws ReflectiveOperationException {
        CountDownLatch never = new CountDownLatch(1);
        long started = System.nanoTime();

        PolicyVerdict verdict = decide(type, request -> {
            while (true) {
                try {
                    if (never.await(100, TimeUnit.SECONDS)) {
                        return PolicyVerdict.pass();
                    }
                } catch (InterruptedException ignored) {
                    // A policy that does not listen.
                    if (never.getCount() == 0) {
                        return PolicyVerdict.pass();
                    }
                }
            }
        }, false);
        never.countDown();

        assertThat(verdict).isEqualTo(PolicyVerdict.failure());
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
        assertThat(events.drafts().get(0).context().getString("message")).contains("longer than 1 s");
    }

    // Fixture

    private PolicyVerdict decide(Class<?> type, PolicyRequest request, boolean failureResult) throws ReflectiveOperationException {
        return decide(type, prepared(type)::apply, request, failureResult);
    }

    private PolicyVerdict decide(Class<?> type, Function<PolicyRequest, PolicyVerdict> decision, boolean failureResult)
            throws ReflectiveOperationException {
        return decide(type, decision, new PolicyRequest(Optional.of(TestUsers.alice()), Optional.empty(), "", Map.of()), failureResult);
    }

    private PolicyVerdict decide(Class<?> type, Function<PolicyRequest, PolicyVerdict> decision, PolicyRequest request,
            boolean failureResult) {
        Policy policy = new Policy();
        policy.setId(UUID.randomUUID());
        policy.setName(type.getSimpleName());
        policy.setType(type.getAnnotation(ObjectType.class).name());
        PolicyBinding binding = new PolicyBinding();
        binding.setId(UUID.randomUUID());
        binding.setTargetId(UUID.randomUUID());
        binding.setPolicy(policy);
        binding.setTimeout(1);
        binding.setFailureResult(failureResult);
        return engine(binding, new PreparedPolicy(policy, decision, false)).decide(binding.getTargetId(), PolicyEngineMode.ALL, request);
    }

    @SuppressWarnings("unchecked")
    private Function<PolicyRequest, PolicyVerdict> prepared(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        PolicyType<Record> behaviour = (PolicyType<Record>) constructor.newInstance();
        Class<? extends Record> settings = settingsOf(type);
        Record read = codec.fromStored(settings, EVERYTHING);
        return request -> behaviour.decide(request, read);
    }

    private static Class<? extends Record> settingsOf(Class<?> type) {
        return Stream.of(type.getDeclaredMethods()).filter(method -> method.getName().equals("decide") && !method.isBridge())
                .filter(method -> method.getParameterCount() == 2 && method.getParameterTypes()[0] == PolicyRequest.class)
                .map(method -> method.getParameterTypes()[1]).filter(Class::isRecord).findFirst().orElseThrow().asSubclass(Record.class);
    }

    private PolicyEngine engine(PolicyBinding binding, PreparedPolicy prepared) {
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
        PolicyEvents recorder = new PolicyEvents(events);
        PolicyBehaviours behaviours = new PolicyBehaviours() {
            @Override
            public PreparedPolicy prepare(Policy policy) {
                return prepared;
            }
        };
        Metrics metrics = new Metrics() {
            @Override
            public void policyExecuted(Duration took) {
                // nobody looks
            }
        };
        return new PolicyEngine(new EnabledBindings(new PolicyBindingRepository() {
            @Override
            public List<PolicyBinding> findEnabled(Collection<UUID> targets) {
                return List.of(binding);
            }
        }, clock), new GroupRepository() {
            @Override
            public List<Group> findEffective(long userId) {
                return List.of();
            }
        }, new BindingEvaluation(behaviours, threads, new VerdictCache(clock), recorder, metrics, clock), recorder);
    }

    /** Somebody about whom nothing can be found out. */
    private static final class BrokenUser extends User {

        @Override
        public Long getId() {
            return 7L;
        }

        @Override
        public boolean hasUsablePassword() {
            throw new IllegalStateException("the row is damaged");
        }

        @Override
        public Instant getPasswordChangeDate() {
            throw new IllegalStateException("the row is damaged");
        }
    }
}
