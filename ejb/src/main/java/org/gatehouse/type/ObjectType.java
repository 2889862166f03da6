package org.gatehouse.type;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a behaviour bean as a type that {@link TypeRegistry} offers, and carries its names on the wire. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ObjectType {

    Family family();

    /** The name in the database, unique in the family, such as {@code identification}. */
    String name();

    /** The path below the family's folder of the API, such as {@code identification} or {@code provider/scope}; empty: the name. */
    String path() default "";

    /** The model name that blueprints and events use, such as {@code authentik_stages_identification.identificationstage}. */
    String model();

    /** The name of the form that edits it, which API clients expect, such as {@code ak-stage-identification-form}. */
    String component();

    /**
     * Whether objects of this type exist only inside a running flow plan: no table row, no API, no form.
     */
    boolean internal() default false;
}
