package org.gatehouse.authenticator;

/** The classes of devices a test names. */
public final class KnownAuthenticators extends AuthenticatorTypes {

    public KnownAuthenticators add(AuthenticatorType type) {
        register(type, type.getClass());
        return this;
    }
}
