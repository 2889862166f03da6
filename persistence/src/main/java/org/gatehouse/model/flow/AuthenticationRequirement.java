package org.gatehouse.model.flow;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;

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
    @Converter(autoApply = true)
    public static class Stored implements AttributeConverter<AuthenticationRequirement, String> {

        @Override
        public String convertToDatabaseColumn(AuthenticationRequirement constant) {
            return WireName.write(constant);
        }

        @Override
        public AuthenticationRequirement convertToEntityAttribute(String stored) {
            return WireName.read(AuthenticationRequirement.class, stored);
        }
    }
}
