package org.gatehouse.mapping;

import java.util.Map;
import org.gatehouse.expression.ExpressionScope;
import org.gatehouse.type.ConfigurableType;

/**
 * The behaviour of one type of property mapping.
 *
 * @param <S> its settings
 */
public interface MappingType<S extends Record> extends ConfigurableType<S> {

    /** What expressions of this type see and yield. */
    ExpressionScope scope();

    /**
     * Evaluates the mapping.
     *
     * @param variables values by name, as the type's expressions declare them
     * @return what it yields; a map for most types
     * @throws org.gatehouse.expression.ExpressionFailed when it cannot be evaluated
     */
    Object evaluate(S settings, Map<String, Object> variables);
}
