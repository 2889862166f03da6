package org.gatehouse.type;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A name that stands in URLs as it is: letters, digits, hyphens and underscores. */
@Constraint(validatedBy = {})
@Pattern(regexp = "[-a-zA-Z0-9_]*")
@ReportAsSingleViolation
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, PARAMETER, RECORD_COMPONENT})
public @interface Slug {

    String message() default "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
