package org.gatehouse.it.conformance;

import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;

/** A static client of a plan, as its configuration in the suite names it. */
record SuiteClient(String id, String secret, String redirectUri) {

    ClientID clientId() {
        return new ClientID(id);
    }

    ClientSecretBasic basic() {
        return new ClientSecretBasic(clientId(), new Secret(secret));
    }

    ClientSecretPost post() {
        return new ClientSecretPost(clientId(), new Secret(secret));
    }
}
