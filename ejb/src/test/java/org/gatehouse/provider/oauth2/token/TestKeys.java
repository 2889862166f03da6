package org.gatehouse.provider.oauth2.token;

import org.gatehouse.provider.oauth2.TestClients;

/** Keys of providers for tests of other packages. */
public final class TestKeys {

    private TestKeys() {
    }

    /** Signs with the client secret. */
    public static ProviderKeys provider() {
        return new ProviderKeys(null, TestClients.CIPHER);
    }
}
