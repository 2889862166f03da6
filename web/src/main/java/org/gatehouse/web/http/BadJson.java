package org.gatehouse.web.http;

/** A request body that is not the JSON object it should be. The message is for the client. */
public class BadJson extends RuntimeException {

    private final int status;

    BadJson(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status that says so: 400, or 413 when it is too long. */
    public int status() {
        return status;
    }
}
