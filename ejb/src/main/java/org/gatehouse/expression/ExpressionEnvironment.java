package org.gatehouse.expression;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelListsExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The language as one scope offers it: parser, checker and runtime. Building one is costly; {@link Expressions} keeps them. */
final class ExpressionEnvironment {

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(Expressions.MAX_SOURCE)
            .maxParseRecursionDepth(100)
            .maxParseErrorRecoveryLimit(5)
            .comprehensionMaxIterations(100_000)
            .maxRegexProgramSize(2_000)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    // join and replace are ours (bounded); range and flatten could build huge lists in one step.
    private static final Set<CelStringExtensions.Function> TEXT_FUNCTIONS = EnumSet.complementOf(
            EnumSet.of(CelStringExtensions.Function.JOIN, CelStringExtensions.Function.REPLACE));
    private static final Set<CelListsExtensions.Function> LIST_FUNCTIONS = EnumSet.of(CelListsExtensions.Function.SLICE,
            CelListsExtensions.Function.DISTINCT, CelListsExtensions.Function.REVERSE, CelListsExtensions.Function.SORT,
            CelListsExtensions.Function.SORT_BY);

    private final ExpressionScope scope;
    private final Cel cel;

    ExpressionEnvironment(ExpressionScope scope, ExpressionLookups lookups) {
        this.scope = scope;
        this.cel = build(scope, lookups);
    }

    private static Cel build(ExpressionScope scope, ExpressionLookups lookups) {
        var texts = CelExtensions.strings(TEXT_FUNCTIONS);
        var lists = CelExtensions.lists(LIST_FUNCTIONS);
        var math = CelExtensions.math(OPTIONS);
        CelBuilder builder = CelFactory.standardCelBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addCompilerLibraries(texts, lists, math, CelExtensions.bindings(), CelExtensions.optional())
                .addRuntimeLibraries(texts, lists, math, CelExtensions.optional())
                .setResultType(celType(scope.result()));
        scope.variables().forEach((name, type) -> builder.addVar(name, celType(type)));
        Stream.concat(ExpressionFunctions.all().stream(), EffectFunctions.of(scope, lookups).stream()).forEach(
                function -> builder.addFunctionDeclarations(function.declaration()).addFunctionBindings(function.binding()));
        return builder.build();
    }

    private static CelType celType(ValueType type) {
        return switch (type) {
            case TEXT -> SimpleType.STRING;
            case INTEGER -> SimpleType.INT;
            case BOOLEAN -> SimpleType.BOOL;
            case LIST -> ListType.create(SimpleType.DYN);
            case MAP -> MapType.create(SimpleType.STRING, SimpleType.DYN);
            case ANY -> SimpleType.DYN;
        };
    }

    CompiledExpression compile(String source) {
        try {
            return compiled(source);
        } catch (StackOverflowError deep) {
            throw new ExpressionInvalid(1, 1, "the expression is nested too deeply.");
        }
    }

    private CompiledExpression compiled(String source) {
        CelValidationResult result = cel.compile(source);
        if (result.hasError()) {
            throw invalid(result.getErrors().get(0));
        }
        try {
            return new CompiledExpression(scope, source, cel.createProgram(result.getAst()), used(result.getAst()));
        } catch (CelValidationException | CelEvaluationException refused) {
            throw new ExpressionInvalid(1, 1, refused.getMessage());
        }
    }

    /** The variables that the expression mentions: nobody has to find out the others. */
    private Set<String> used(CelAbstractSyntaxTree expression) {
        return expression.getReferenceMap().values().stream().map(CelReference::name).filter(scope.variables()::containsKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static ExpressionInvalid invalid(CelIssue issue) {
        CelSourceLocation location = issue.getSourceLocation();
        return new ExpressionInvalid(Math.max(location.getLine(), 1), Math.max(location.getColumn(), 0) + 1, sentence(issue.getMessage()));
    }

    /** The parser's list of everything that could have come instead helps nobody; neither does its name for the end of the text. */
    private static String sentence(String message) {
        String shortened = message.replaceAll("(?s) expecting .*", "").replace(" (in container '')", "");
        return shortened.replace("mismatched input '<EOF>'", "the expression ends too early") + ".";
    }
}
