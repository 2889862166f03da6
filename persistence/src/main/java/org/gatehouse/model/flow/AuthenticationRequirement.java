package org.gatehouse.model.flow;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;
import org.gatehouse.model.WireNameConverter;

/** Who may start a flow. */
public enum AuthenticationRequirement implements WireName {
    NONE,
    REQUIRE_AUTHENTICATED,
    REQUIRE_UNAUTHENTICATED,
    REQUIRE_SUPERUSER,
    REQUIRE_REDIRECT,
    REQUIRE_OUTPOST,
    REQUIRE_TOKEN;

    /** Stores the constant under its wire name. */
    @Converter
    public static class Stored extends WireNameConverter<AuthenticationRequirement>
            implements AttributeConverter<AuthenticationRequirement, String> {

        public Stored() {
            super(AuthenticationRequirement.class);
        }
    }
}
