package org.gatehouse.expression;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.util.List;

/**
 * One function of the language: how it is declared and what it does. Work is bounded. Nothing is done to the installation: what a
 * function leaves is collected in the {@link Evaluation}.
 */
record ExpressionFunction(CelFunctionDecl declaration, CelFunctionBinding binding) {

    /** One parameter: its type in the language and the class its values have here. */
    record Parameter(CelType type, Class<?> valueClass) {
    }

    /** A function that is called as {@code name(…)}. */
    static ExpressionFunction global(String name, CelType result, List<Parameter> parameters, CelFunctionOverload body) {
        String overload = name + "_" + parameters.size();
        return new ExpressionFunction(CelFunctionDecl.newFunctionDeclaration(name,
                CelOverloadDecl.newGlobalOverload(overload, result, typesOf(parameters))), bind(overload, parameters, body));
    }

    /** A function that is called on its first parameter: {@code first.name(…)}. */
    static ExpressionFunction member(String name, CelType result, List<Parameter> parameters, CelFunctionOverload body) {
        String overload = "member_" + name + "_" + parameters.size();
        return new ExpressionFunction(CelFunctionDecl.newFunctionDeclaration(name,
                CelOverloadDecl.newMemberOverload(overload, result, typesOf(parameters))), bind(overload, parameters, body));
    }

    private static List<CelType> typesOf(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::type).toList();
    }

    private static CelFunctionBinding bind(String overload, List<Parameter> parameters, CelFunctionOverload body) {
        List<Class<?>> classes = parameters.stream().<Class<?>>map(Parameter::valueClass).toList();
        return CelFunctionBinding.from(overload, classes, body);
    }
}
