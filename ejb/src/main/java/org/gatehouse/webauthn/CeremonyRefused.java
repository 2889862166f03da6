package org.gatehouse.webauthn;

/** What a browser answered is not accepted. The message is for the log and the event, not for the person: it names a kind of fault only. */
public class CeremonyRefused extends Exception {

    private static final long serialVersionUID = 1;

    /** The fault of an answer that is right but for its sign count: the key may have been copied (section 6.1.1). */
    public static final String SIGN_COUNT = "sign count went back";

    public CeremonyRefused(String fault) {
        super(fault);
    }

    public CeremonyRefused(String fault, Throwable cause) {
        super(fault, cause);
    }

    /** Whether somebody seems to have a copy of the key. */
    public boolean hintsAtCopiedKey() {
        return getMessage().equals(SIGN_COUNT);
    }
}
