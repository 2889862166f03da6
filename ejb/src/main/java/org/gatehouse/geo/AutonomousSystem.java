package org.gatehouse.geo;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * Whose network an address is in.
 *
 * @param number the autonomous system's number (RFC 6793)
 * @param organization its holder, or empty
 */
public record AutonomousSystem(long number, String organization) {

    /** The contract's form: asn, as_org. */
    public JsonObject toJson() {
        return Json.createObjectBuilder().add("asn", number).add("as_org", organization).build();
    }
}
