package org.gatehouse.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An expression that passed all checks, ready to run. Thread-safe. */
final class CompiledExpression {

    private static final Pattern ENGINE_MESSAGE = Pattern.compile("evaluation error(?: at <input>:(\\d+))?: (.*)", Pattern.DOTALL);

    private final ExpressionScope scope;
    private final String source;
    private final CelRuntime.Program program;
    private final Set<String> used;

    /** @param used the variables that the expression mentions */
    CompiledExpression(ExpressionScope scope, String source, CelRuntime.Program program, Set<String> used) {
        this.scope = scope;
        this.source = source;
        this.program = program;
        this.used = used;
    }

    ExpressionResult evaluate(Map<String, ?> variables, Clock clock) {
        Evaluation evaluation = new Evaluation(clock);
        Map<String, Object> entered = border(variables);
        Object value = evaluation.during(() -> run(entered));
        return evaluation.result(checked(ExpressionValues.out(value)));
    }

    private Map<String, Object> border(Map<String, ?> variables) {
        if (!variables.keySet().containsAll(scope.variables().keySet())) {
            throw new ExpressionFailed("Not all variables of the expression's scope have values.");
        }
        Map<String, Object> entered = new HashMap<>();
        try {
            used.forEach(name -> entered.put(name, ExpressionValues.in(supplied(variables.get(name)))));
            return entered;
        } catch (IllegalArgumentException foreign) {
            throw new ExpressionFailed("A variable cannot be used: " + foreign.getMessage() + ".", foreign);
        }
    }

    /** A value that is costly to find out can be given as what finds it out. */
    private static Object supplied(Object value) {
        return value instanceof Supplier<?> later ? later.get() : value;
    }

    private Object run(Map<String, Object> variables) {
        try {
            return program.trace(variables, new EvaluationBudget());
        } catch (EvaluationStopped limit) {
            throw new ExpressionFailed("The expression was stopped: " + limit.getMessage() + ".");
        } catch (CelEvaluationException | RuntimeException failed) {
            // Without the cause: its message may repeat what somebody has typed, a password even, and logs show causes.
            throw new ExpressionFailed(sentence(failed));
        } catch (StackOverflowError deep) {
            throw new ExpressionFailed("The expression is nested too deeply.");
        }
    }

    /** What is declared dynamic in the expression shows its type only now. */
    private Object checked(Object value) {
        boolean fits = switch (scope.result()) {
            case TEXT -> value instanceof String;
            case INTEGER -> value instanceof Long;
            case BOOLEAN -> value instanceof Boolean;
            case LIST -> value instanceof List<?>;
            case MAP -> value instanceof Map<?, ?>;
            case ANY -> true;
        };
        if (!fits) {
            throw new ExpressionFailed("The expression does not yield a " + scope.result().name().toLowerCase(java.util.Locale.ROOT) + ".");
        }
        return value;
    }

    private String sentence(Exception failed) {
        Matcher matcher = ENGINE_MESSAGE.matcher(String.valueOf(failed.getMessage()));
        if (!matcher.matches()) {
            return "The expression cannot be evaluated: " + EngineMessage.discreet(String.valueOf(failed.getMessage()), source);
        }
        String problem = problem(matcher.group(2), failed);
        String place = matcher.group(1) == null ? "" : place(Integer.parseInt(matcher.group(1)));
        return "The expression cannot be evaluated" + place + ": " + problem;
    }

    /** A function's own complaint says more than the engine's, which repeats all arguments instead. */
    private String problem(String engine, Exception failed) {
        if (!engine.startsWith("Function '")) {
            return EngineMessage.discreet(engine, source);
        }
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException complaint && isOurs(complaint) && complaint.getMessage() != null) {
                return complaint.getMessage();
            }
        }
        return EngineMessage.discreet(engine.replaceFirst("(?s) failed with arg.*", " failed"), source);
    }

    private static boolean isOurs(Throwable complaint) {
        return complaint.getStackTrace().length > 0 && complaint.getStackTrace()[0].getClassName().startsWith("org.gatehouse.");
    }

    private String place(int offset) {
        String before = source.substring(0, Math.min(source.length(), source.offsetByCodePoints(0,
                Math.min(offset, source.codePointCount(0, source.length())))));
        int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
        int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
        return " at line " + line + ", column " + column;
    }
}
