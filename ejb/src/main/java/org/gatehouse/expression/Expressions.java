package org.gatehouse.expression;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.type.FieldProblems;

/**
 * Compiles and evaluates expressions (CEL, the Common Expression Language). Compiled expressions are kept, so that evaluating
 * one again costs microseconds. Thread-safe.
 */
@ApplicationScoped
public class Expressions {

    /** The longest source accepted, in code points. */
    public static final int MAX_SOURCE = 65_536;

    private static final int KEPT = 1_000;

    private record Key(ExpressionScope scope, String source) {
    }

    private final ExpressionLookups lookups;
    private final Clock clock;
    private final Map<ExpressionScope, ExpressionEnvironment> environments = new ConcurrentHashMap<>();
    private final Map<Key, CompiledExpression> compiled = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CompiledExpression> eldest) {
            return size() > KEPT;
        }
    };

    /** For the container's proxy, and where expressions look nothing up and ask for no time: those that do fail. */
    public Expressions() {
        this(new ExpressionLookups(), null);
    }

    @Inject
    public Expressions(ExpressionLookups lookups, Clock clock) {
        this.lookups = lookups;
        this.clock = clock;
    }

    /**
     * Makes sure that the text is an expression of the scope.
     *
     * @throws ExpressionInvalid with line, column and a sentence when it is not
     */
    public void check(ExpressionScope scope, String source) {
        compile(scope, source);
    }

    /** As {@link #check(ExpressionScope, String)}, for a settings field: the complaint is added to {@code problems}. */
    public void check(ExpressionScope scope, String source, String field, FieldProblems problems) {
        try {
            check(scope, source);
        } catch (ExpressionInvalid wrong) {
            problems.add(field, wrong.getMessage());
        }
    }

    /**
     * Evaluates an expression. It ends when the thread is interrupted.
     *
     * @param variables a value for every variable of the scope, as {@link ExpressionValues#in(Object)} accepts them, or a
     *     {@code Supplier} of one, which is asked only when the expression mentions the variable
     * @throws ExpressionInvalid when the text is not an expression of the scope
     * @throws ExpressionFailed when it yields nothing, or nothing of the scope's result type, or reaches a limit
     */
    public ExpressionResult evaluate(ExpressionScope scope, String source, Map<String, ?> variables) {
        return compile(scope, source).evaluate(variables, clock);
    }

    private CompiledExpression compile(ExpressionScope scope, String source) {
        Key key = new Key(scope, source);
        CompiledExpression known;
        synchronized (compiled) {
            known = compiled.get(key);
        }
        if (known != null) {
            return known;
        }
        if (source.codePointCount(0, source.length()) > MAX_SOURCE) {
            throw new ExpressionInvalid(1, 1, "the expression is longer than " + MAX_SOURCE + " characters.");
        }
        CompiledExpression fresh = environments.computeIfAbsent(scope, one -> new ExpressionEnvironment(one, lookups)).compile(source);
        synchronized (compiled) {
            compiled.put(key, fresh);
        }
        return fresh;
    }
}
