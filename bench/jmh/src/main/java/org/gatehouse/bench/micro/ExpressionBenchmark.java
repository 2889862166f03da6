package org.gatehouse.bench.micro;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.gatehouse.expression.ExpressionResult;
import org.gatehouse.expression.ExpressionScope;
import org.gatehouse.expression.Expressions;
import org.gatehouse.expression.ValueType;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.User;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.policy.expression.ExpressionPolicy;
import org.gatehouse.policy.expression.ExpressionPolicySettings;
import org.gatehouse.policy.expression.PolicyVariables;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Evaluating an expression that is compiled already. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ExpressionBenchmark {

    private static final ExpressionScope POLICY = ExpressionScope.yielding(ValueType.BOOLEAN).with("user", ValueType.MAP);
    private static final ExpressionScope MAPPING = ExpressionScope.yielding(ValueType.MAP).with("user", ValueType.MAP);

    private final Expressions expressions = new Expressions();
    private final Map<String, Object> variables = Map.of("user", Map.of("username", "user0000042", "email", "user42@bench.example",
            "is_active", true, "group_names", List.of("staff", "admins")));

    private final ExpressionPolicy policy = new ExpressionPolicy(expressions, new PolicyVariables(), null);
    private final ExpressionPolicySettings settings = new ExpressionPolicySettings(false,
            "user.is_active && is_group_member(user, \"staff\") && ip_in_network(client_ip, \"192.0.2.0/24\") "
            + "&& !(\"user_backend\" in context) && user.email.endsWith(\"@bench.example\")");
    private final PolicyRequest request = request();

    /** A user with ten groups and ten attributes, in a flow that knows a handful of facts. */
    private static PolicyRequest request() {
        User user = new User();
        user.setUuid(new UUID(1, 2));
        user.setUsername("user0000042");
        user.setName("User 42");
        user.setEmail("user42@bench.example");
        user.setDateJoined(Instant.EPOCH);
        JsonObjectBuilder attributes = Json.createObjectBuilder();
        IntStream.range(0, 10).forEach(i -> attributes.add("attribute" + i, "value" + i));
        user.setAttributes(attributes.build());
        Map<String, Object> context = Map.of("prompt_data", Json.createObjectBuilder().add("email", "a@b.example").add("name", "A").build(),
                "auth_method", Json.createValue("password"), "application", Json.createValue("wiki"), "is_sso", JsonValue.FALSE);
        return new PolicyRequest(Optional.of(user), Optional.of("192.0.2.17"), "Mozilla/5.0", context)
                .withGroups(IntStream.range(0, 10).mapToObj(i -> group(i == 9 ? "staff" : "group" + i)).toList());
    }

    private static Group group(String name) {
        Group group = new Group();
        group.setId(new UUID(3, name.hashCode()));
        group.setName(name);
        return group;
    }

    /** What the policy engine calls: the variables are made, the expression is evaluated. */
    @Benchmark
    public PolicyVerdict expressionPolicy() {
        return policy.decide(request, settings);
    }

    @Benchmark
    public ExpressionResult policy() {
        return expressions.evaluate(POLICY, "user.is_active && user.username.startsWith(\"user\")", variables);
    }

    @Benchmark
    public ExpressionResult scopeMapping() {
        return expressions.evaluate(MAPPING,
                "{\"name\": user.username, \"email\": user.email, \"groups\": user.group_names.filter(g, g != \"admins\")}", variables);
    }
}
