package org.gatehouse.flow.password;

/** What a password check says. */
public enum PasswordVerdict {
    /** The user has authenticated. */
    RECOGNISED,
    /** Not the password of this user, or no user, or one who may not log in: on purpose the same. */
    WRONG,
    /** Too many attempts; nothing was checked. */
    TOO_EARLY,
    /** Wrong once too often in this run of the flow. */
    EXHAUSTED;

    /** What the person is told. */
    public String message() {
        return switch (this) {
            case RECOGNISED -> "";
            case WRONG -> "Invalid password";
            case TOO_EARLY -> "Too many attempts. Please wait a while and try again.";
            case EXHAUSTED -> "Too many wrong passwords.";
        };
    }
}
