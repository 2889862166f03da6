package org.gatehouse.bench.micro;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gatehouse.expression.ExpressionResult;
import org.gatehouse.expression.ExpressionScope;
import org.gatehouse.expression.Expressions;
import org.gatehouse.expression.ValueType;
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
