package org.gatehouse.type;

import jakarta.json.JsonObject;

/**
 * The behaviour behind one type of configured object; one application-scoped bean per type, annotated with {@link ObjectType}.
 *
 * @param <S> the settings record
 */
public interface ConfigurableType<S extends Record> {

    /**
     * Called before an object of this type is stored, after Bean Validation passed: checks what annotations cannot say
     * (an expression compiles, two settings fit together). Complaints are added to {@code problems} by field.
     */
    default void check(S settings, FieldProblems problems) {
    }

    /**
     * Called before {@link #check}: fills in settings that were left out and whose default is not a constant, such as a generated
     * client id. Secrets of a stored object that were not sent are back in place by then.
     *
     * @return the settings to check and to store
     */
    default S complete(S settings) {
        return settings;
    }

    /**
     * What the form of a new object begins with where a person makes it: settings that are better than the defaults, which API and
     * blueprints have to keep.
     */
    default JsonObject suggestion() {
        return JsonObject.EMPTY_JSON_OBJECT;
    }
}
