package org.gatehouse.outgoing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/**
 * What the other side answered.
 *
 * @param status the HTTP status; a redirect that was not followed is one like any other
 * @param contentType as the other side says, or empty
 */
public record OutgoingResponse(int status, String contentType, byte[] body) {

    /** Whether the status is one of success. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** @throws OutgoingFailure when the body is not a JSON object */
    public JsonObject json() throws OutgoingFailure {
        try (JsonReader reader = Json.createReader(new StringReader(text()))) {
            return reader.readObject();
        } catch (RuntimeException malformed) {
            // Of no certain kind where the nesting is deeper than the parser likes.
            throw new OutgoingFailure(OutgoingFailure.Reason.MALFORMED, "The answer is not a JSON object.");
        }
    }

    /** Without the body: it may hold a secret. */
    @Override
    public String toString() {
        return "OutgoingResponse[" + status + "]";
    }
}
