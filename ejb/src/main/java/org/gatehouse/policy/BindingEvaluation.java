package org.gatehouse.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.gatehouse.metrics.Metrics;
import org.gatehouse.model.policy.PolicyBinding;

/**
 * Evaluates one binding: a user or group here, a policy on the {@link PolicyThreads}.
 *
 * <p>A binding that has expired never passes, whatever it binds and whether it is negated: an expired grant must not turn into
 * one for everybody. A policy that fails counts as the binding's failure result, and that is not negated either: with the
 * defaults, nothing that breaks lets anybody in.
 */
@ApplicationScoped
public class BindingEvaluation {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    @Inject
    private PolicyBehaviours behaviours;

    @Inject
    private PolicyThreads threads;

    @Inject
    private VerdictCache verdicts;

    @Inject
    private PolicyEvents events;

    @Inject
    private Metrics metrics;

    @Inject
    private Clock clock;

    public BindingEvaluation() {
    }

    BindingEvaluation(PolicyBehaviours behaviours, PolicyThreads threads, VerdictCache verdicts, PolicyEvents events, Metrics metrics,
            Clock clock) {
        this.behaviours = behaviours;
        this.threads = threads;
        this.verdicts = verdicts;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Starts the evaluation; what is returned waits for the verdict and never throws. */
    public Supplier<PolicyVerdict> start(PolicyBinding binding, PolicyRequest request) {
        if (binding.getExpires() != null && !binding.getExpires().isAfter(clock.instant())) {
            return PolicyVerdict::deny;
        }
        if (binding.getPolicy() == null) {
            PolicyVerdict verdict = new PolicyVerdict(covers(binding, request), List.of());
            return () -> negatedIfAsked(binding, verdict);
        }
        return startPolicy(binding, request);
    }

    private static boolean covers(PolicyBinding binding, PolicyRequest request) {
        if (binding.getUser() != null) {
            return request.user().filter(user -> binding.getUser().getId().equals(user.getId())).isPresent();
        }
        return request.user().isPresent()
                && request.groups().stream().anyMatch(group -> group.getId().equals(binding.getGroup().getId()));
    }

    private Supplier<PolicyVerdict> startPolicy(PolicyBinding binding, PolicyRequest request) {
        try {
            PreparedPolicy policy = behaviours.prepare(binding.getPolicy());
            Optional<Object> facts = policy.facts().apply(request);
            Optional<PolicyVerdict> known = facts.flatMap(same -> verdicts.find(policy.policy(), same));
            if (known.isPresent()) {
                return () -> decided(binding, request, policy, known.get());
            }
            PolicyRequest complete = policy.gathering().apply(request);
            PolicyThreads.Evaluation evaluation = threads.start(() -> timed(policy, complete), timeoutOf(binding));
            return () -> await(binding, request, policy, facts, evaluation);
        } catch (RejectedExecutionException full) {
            return () -> failure(binding, request, new IllegalStateException("Too many policies are being evaluated.", full));
        } catch (RuntimeException unusable) {
            return () -> failure(binding, request, unusable);
        }
    }

    /** The decision, also of a policy that nobody waits for any more; how long it takes is measured without the wait for a thread. */
    private PolicyVerdict timed(PreparedPolicy policy, PolicyRequest request) {
        long started = System.nanoTime();
        try {
            return policy.decision().apply(request);
        } finally {
            metrics.policyExecuted(Duration.ofNanos(System.nanoTime() - started));
        }
    }

    private static Duration timeoutOf(PolicyBinding binding) {
        return binding.getTimeout() > 0 ? Duration.ofSeconds(binding.getTimeout()) : DEFAULT_TIMEOUT;
    }

    private PolicyVerdict await(PolicyBinding binding, PolicyRequest request, PreparedPolicy policy, Optional<Object> facts,
            PolicyThreads.Evaluation evaluation) {
        try {
            PolicyVerdict verdict = evaluation.await();
            if (verdict.failed()) {
                return failure(binding, request, new IllegalStateException("The policy could not decide."));
            }
            facts.ifPresent(same -> verdicts.keep(policy.policy(), same, verdict));
            return decided(binding, request, policy, verdict);
        } catch (ExecutionException thrown) {
            return failure(binding, request, thrown.getCause());
        } catch (TimeoutException late) {
            return failure(binding, request, new IllegalStateException("The policy took longer than " + timeoutOf(binding).toSeconds() + " s."));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return failure(binding, request, stopped);
        } catch (RuntimeException broken) {
            return failure(binding, request, broken);
        }
    }

    private PolicyVerdict decided(PolicyBinding binding, PolicyRequest request, PreparedPolicy policy, PolicyVerdict verdict) {
        if (policy.logged()) {
            events.executed(binding, request, verdict);
        }
        return negatedIfAsked(binding, verdict);
    }

    private PolicyVerdict failure(PolicyBinding binding, PolicyRequest request, Throwable cause) {
        events.failed(binding, request, cause);
        return new PolicyVerdict(binding.isFailureResult(), true, List.of());
    }

    private static PolicyVerdict negatedIfAsked(PolicyBinding binding, PolicyVerdict verdict) {
        return binding.isNegate() ? verdict.negated() : verdict;
    }
}
