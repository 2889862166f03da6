package org.gatehouse.flow.password;

import org.gatehouse.model.WireName;

/** What a password can be; the names are the contract's. */
public enum PasswordBackend implements WireName {
    /** The user's password. */
    INBUILT("authentik.core.auth.InbuiltBackend"),
    /** One of the user's app passwords. */
    APP_PASSWORD("authentik.core.auth.TokenBackend"),
    /** The user's password in an LDAP source; no source of this kind exists yet, so it recognises nobody. */
    LDAP("authentik.sources.ldap.auth.LDAPBackend"),
    /** The user's password in a Kerberos source; no source of this kind exists yet, so it recognises nobody. */
    KERBEROS("authentik.sources.kerberos.auth.KerberosBackend");

    private final String wireName;

    PasswordBackend(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
