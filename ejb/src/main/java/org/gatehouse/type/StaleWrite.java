package org.gatehouse.type;

import jakarta.ejb.ApplicationException;
import jakarta.json.JsonObject;

/** Somebody has changed the object since the editor read it; the API answers 409 with both versions, so that nothing is lost unseen. */
@ApplicationException(rollback = true)
public class StaleWrite extends RuntimeException {

    private final transient JsonObject current;
    private final transient JsonObject yours;

    /**
     * @param current the writable fields as they are stored now
     * @param yours the fields that were sent, without secrets
     */
    public StaleWrite(JsonObject current, JsonObject yours) {
        super("The object was changed by somebody else meanwhile.");
        this.current = current;
        this.yours = yours;
    }

    public JsonObject current() {
        return current;
    }

    public JsonObject yours() {
        return yours;
    }
}
