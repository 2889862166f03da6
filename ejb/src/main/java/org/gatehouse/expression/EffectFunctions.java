package org.gatehouse.expression;

import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatehouse.expression.ExpressionFunction.Parameter;

/**
 * The functions that know of the run they are called in:
 *
 * <ul>
 * <li>{@code message(text)}, {@code context_set(name, value)}, {@code event_create(action, data)}: only in scopes with that effect;
 * <li>{@code now()}: the moment of the evaluation;
 * <li>{@code find_user(username)}, {@code find_group(name)}, {@code find_application(slug)}: a map, or null when there is none;
 * <li>{@code direct_groups(user)}: the names of the groups the user is a member of itself.
 * </ul>
 */
final class EffectFunctions {

    private static final Parameter TEXT = new Parameter(SimpleType.STRING, String.class);
    private static final Parameter ANY = new Parameter(SimpleType.DYN, Object.class);
    private static final Parameter MAP = new Parameter(MapType.create(SimpleType.STRING, SimpleType.DYN), Map.class);

    private EffectFunctions() {
    }

    static List<ExpressionFunction> of(ExpressionScope scope, ExpressionLookups lookups) {
        List<ExpressionFunction> functions = new ArrayList<>(lookups(lookups));
        functions.add(ExpressionFunction.global("now", SimpleType.TIMESTAMP, List.of(), args -> Evaluation.current().now()));
        if (scope.effects().contains(ExpressionEffect.MESSAGES)) {
            functions.add(ExpressionFunction.global("message", SimpleType.BOOL, List.of(TEXT),
                    args -> Evaluation.current().message((String) args[0])));
        }
        if (scope.effects().contains(ExpressionEffect.CONTEXT)) {
            functions.add(ExpressionFunction.global("context_set", SimpleType.BOOL, List.of(TEXT, ANY),
                    args -> Evaluation.current().setFact((String) args[0], args[1])));
        }
        if (scope.effects().contains(ExpressionEffect.EVENTS)) {
            functions.add(ExpressionFunction.global("event_create", SimpleType.BOOL, List.of(TEXT, MAP),
                    args -> Evaluation.current().createEvent((String) args[0], args[1])));
        }
        return functions;
    }

    private static List<ExpressionFunction> lookups(ExpressionLookups lookups) {
        return List.of(
                ExpressionFunction.global("find_user", SimpleType.DYN, List.of(TEXT), args -> found(() -> lookups.user((String) args[0]))),
                ExpressionFunction.global("find_group", SimpleType.DYN, List.of(TEXT), args -> found(() -> lookups.group((String) args[0]))),
                ExpressionFunction.global("find_application", SimpleType.DYN, List.of(TEXT),
                        args -> found(() -> lookups.application((String) args[0]))),
                ExpressionFunction.global("direct_groups", ListType.create(SimpleType.STRING), List.of(MAP),
                        args -> directGroups((Map<?, ?>) args[0], lookups)));
    }

    private static Object found(Supplier<Optional<Map<String, Object>>> lookup) {
        Evaluation.current().countLookup();
        return lookup.get().<Object>map(ExpressionValues::in).orElse(NullValue.NULL_VALUE);
    }

    private static List<String> directGroups(Map<?, ?> user, ExpressionLookups lookups) {
        Evaluation.current().countLookup();
        return user.get("pk") instanceof Long pk ? lookups.directGroups(pk) : List.of();
    }
}
