package org.gatehouse.policy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Policy;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.type.Family;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ManagedFamilies;
import org.gatehouse.type.Model;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;

/** Lets an administrator ask a policy about somebody, without anything hanging on the answer. */
@Stateless
public class PolicyTrials {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Inject
    private ConfiguredObjectRepository policies;

    @Inject
    private UserRepository users;

    @Inject
    private GroupRepository groups;

    @Inject
    private PolicyBehaviours behaviours;

    @Inject
    private PolicyThreads threads;

    @Inject
    private Permissions permissions;

    @Inject
    private ManagedFamilies families;

    @Inject
    private RequestOrigin origin;

    @Inject
    private Clock clock;

    /**
     * Asks a policy.
     *
     * @param key the policy
     * @param document {@code user}, a number, and {@code context}, an object, which may be left out
     * @throws InvalidInput when the document is not of that form, or there is no such user
     */
    public PolicyTrial run(Actor actor, String key, JsonObject document) {
        Model model = families.modelOf(actor, Family.POLICY, key);
        // Evaluating runs expressions: seeing a policy is not enough.
        permissions.require(actor, Permission.change(model.name()), key);
        Policy policy = ObjectKey.uuid(key).flatMap(id -> policies.find(Policy.class, id))
                .orElseThrow(() -> new ObjectNotFound("No Policy matches the given query."));
        User user = userIn(actor, document);
        PolicyRequest request = new PolicyRequest(Optional.of(user), Optional.ofNullable(origin.clientIp()), origin.userAgent(),
                PolicyFacts.of(contextIn(document))).withGroups(groups.findEffective(user.getId())).asTrial();
        return ask(policy, request);
    }

    private User userIn(Actor actor, JsonObject document) {
        if (!document.containsKey("user")) {
            throw new InvalidInput("user", "This field is required.");
        }
        Optional<Long> number = document.get("user") instanceof JsonNumber json ? ObjectKey.number(json.toString()) : Optional.empty();
        return number.flatMap(users::find).filter(user -> permissions.has(actor, Permission.view("authentik_core.user"), user.getId().toString()))
                .orElseThrow(() -> new InvalidInput("user", "There is no such user."));
    }

    private static JsonObject contextIn(JsonObject document) {
        JsonValue context = document.getOrDefault("context", JsonValue.NULL);
        if (context == JsonValue.NULL) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        if (context instanceof JsonObject object) {
            return object;
        }
        throw new InvalidInput("context", "Expected an object.");
    }

    private PolicyTrial ask(Policy policy, PolicyRequest request) {
        long started = System.nanoTime();
        try {
            PreparedPolicy prepared = behaviours.prepare(policy);
            PolicyRequest complete = prepared.gathering().apply(request);
            PolicyVerdict verdict = threads.start(() -> prepared.decision().apply(complete), LONGEST).await();
            String took = "Decided in " + Duration.ofNanos(System.nanoTime() - started).toMillis() + " ms.";
            return verdict == null || verdict.failed() ? failed(policy, "The policy could not decide.")
                    : new PolicyTrial(verdict, List.of(line(policy, "info", took)));
        } catch (TimeoutException late) {
            return failed(policy, "The policy took longer than " + LONGEST.toSeconds() + " s.");
        } catch (ExecutionException thrown) {
            return failed(policy, String.valueOf(thrown.getCause().getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return failed(policy, "The test was interrupted.");
        } catch (RuntimeException unusable) {
            return failed(policy, String.valueOf(unusable.getMessage()));
        }
    }

    private PolicyTrial failed(Policy policy, String why) {
        return new PolicyTrial(PolicyVerdict.failure(), List.of(line(policy, "error", why)));
    }

    private PolicyTrial.Line line(Policy policy, String level, String text) {
        return new PolicyTrial.Line(clock.instant(), level, policy.getName(), text);
    }
}
