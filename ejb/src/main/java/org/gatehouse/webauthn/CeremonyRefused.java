package org.gatehouse.webauthn;

/** What a browser answered is not accepted. The message is for the log and the event, not for the person: it names a kind of fault only. */
public class CeremonyRefused extends Exception {

    private static final long serialVersionUID = 1;

    public CeremonyRefused(String fault) {
        super(fault);
    }

    public CeremonyRefused(String fault, Throwable cause) {
        super(fault, cause);
    }
}
