package org.gatehouse.web.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gatehouse.application.PartsRefused;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectInUse;
import org.gatehouse.type.StaleWrite;
import org.gatehouse.type.WireObject;

/**
 * A failure as the client sees it.
 *
 * @param status the HTTP status
 * @param body the contract's error object
 */
record ApiError(int status, JsonObject body) {

    private static final int RETRY_AFTER_SECONDS = 2;

    /** An error of one sentence, with a code that programs can tell apart. */
    static ApiError of(int status, String detail, String code) {
        return new ApiError(status, WireObject.empty().put("detail", detail).put("code", code).build());
    }

    static ApiError notFound(String detail) {
        return of(404, detail, "not_found");
    }

    static ApiError notAuthenticated() {
        return of(403, "Authentication credentials were not provided.", "not_authenticated");
    }

    /** The problems by field, as lists of sentences. */
    static ApiError of(InvalidInput invalid) {
        WireObject body = WireObject.empty();
        invalid.problems().byField().forEach(body::put);
        return new ApiError(400, invalid.problems().isEmpty()
                ? Json.createObjectBuilder().add(FieldProblems.GENERAL, Json.createArrayBuilder().add("Invalid input.")).build() : body.build());
    }

    /** The problems by part and field. */
    static ApiError of(PartsRefused refused) {
        WireObject body = WireObject.empty();
        refused.parts().forEach((part, problems) -> {
            WireObject fields = WireObject.empty();
            problems.byField().forEach(fields::put);
            body.put(part, fields.build());
        });
        return new ApiError(400, body.build());
    }

    /** What keeps the object from being deleted. */
    static ApiError of(ObjectInUse inUse) {
        return new ApiError(409, WireObject.empty().put("detail", "The object is in use by other objects.").put("code", "in_use")
                .put("used_by", inUse.usedBy().stream().map(Wire::usedBy).toList()).build());
    }

    /** What the editor did not know of, beside what the editor wants. */
    static ApiError of(StaleWrite stale) {
        return new ApiError(409, WireObject.empty().put("detail", stale.getMessage()).put("code", "conflict")
                .put("current", stale.current()).put("yours", stale.yours()).build());
    }

    /** The response; with 503 it says when to come back (RFC 9110 section 10.2.3). */
    Response toResponse() {
        Response.ResponseBuilder answer = Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        return status == 503 ? answer.header("Retry-After", RETRY_AFTER_SECONDS).build() : answer.build();
    }
}
