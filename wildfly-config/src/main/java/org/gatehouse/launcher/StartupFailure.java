package org.gatehouse.launcher;

/** Gatehouse could not be started; the message is the one line an operator needs, without a stack trace. */
public class StartupFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure explained by {@code message} alone. */
    public StartupFailure(String message) {
        super(message);
    }

    /** A failure explained by {@code message}, caused by {@code cause}. */
    public StartupFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
