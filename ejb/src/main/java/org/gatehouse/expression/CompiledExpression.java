package org.gatehouse.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelLateFunctionBindings;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An expression that passed all checks, ready to run. Thread-safe. */
final class CompiledExpression {

    private static final Pattern ENGINE_MESSAGE = Pattern.compile("evaluation error(?: at <input>:(\\d+))?: (.*)", Pattern.DOTALL);
    private static final int MAX_MESSAGES = 20;
    private static final int MAX_MESSAGE_LENGTH = 1_000;

    private final ExpressionScope scope;
    private final String source;
    private final CelRuntime.Program program;

    CompiledExpression(ExpressionScope scope, String source, CelRuntime.Program program) {
        this.scope = scope;
        this.source = source;
        this.program = program;
    }

    ExpressionResult evaluate(Map<String, ?> variables) {
        List<String> messages = new ArrayList<>();
        Object value = run(border(variables), messages);
        return new ExpressionResult(checked(ExpressionValues.out(value)), messages);
    }

    private Map<String, Object> border(Map<String, ?> variables) {
        if (!variables.keySet().containsAll(scope.variables().keySet())) {
            throw new ExpressionFailed("Not all variables of the expression's scope have values.");
        }
        try {
            return ExpressionValues.in(variables);
        } catch (IllegalArgumentException foreign) {
            throw new ExpressionFailed("A variable cannot be used: " + foreign.getMessage() + ".", foreign);
        }
    }

    private Object run(Map<String, Object> variables, List<String> messages) {
        try {
            return scope.messages() ? program.trace(variables, messageFunction(messages), new EvaluationBudget())
                    : program.trace(variables, new EvaluationBudget());
        } catch (EvaluationStopped limit) {
            throw new ExpressionFailed("The expression was stopped: " + limit.getMessage() + ".");
        } catch (CelEvaluationException | RuntimeException failed) {
            throw new ExpressionFailed(sentence(failed), failed);
        } catch (StackOverflowError deep) {
            throw new ExpressionFailed("The expression is nested too deeply.");
        }
    }

    private static CelLateFunctionBindings messageFunction(List<String> messages) {
        return CelLateFunctionBindings.from(CelFunctionBinding.from(ExpressionEnvironment.MESSAGE_OVERLOAD, String.class, text -> {
            if (messages.size() < MAX_MESSAGES) {
                messages.add(text.substring(0, Math.min(text.length(), MAX_MESSAGE_LENGTH)));
            }
            return false;
        }));
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
            return "The expression cannot be evaluated: " + failed.getMessage();
        }
        String problem = matcher.group(2).isBlank() ? "a value does not fit" : matcher.group(2);
        String place = matcher.group(1) == null ? "" : place(Integer.parseInt(matcher.group(1)));
        return "The expression cannot be evaluated" + place + ": " + problem;
    }

    private String place(int offset) {
        String before = source.substring(0, Math.min(source.length(), source.offsetByCodePoints(0,
                Math.min(offset, source.codePointCount(0, source.length())))));
        int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
        int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
        return " at line " + line + ", column " + column;
    }
}
