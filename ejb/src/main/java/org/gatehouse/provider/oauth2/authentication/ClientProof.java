package org.gatehouse.provider.oauth2.authentication;

import java.util.Set;
import org.gatehouse.provider.oauth2.ClientAuthenticationMethod;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.ClientCredentials;
import org.gatehouse.provider.oauth2.protocol.PresentedProofs;

/** A way in which clients prove who they are; every bean of this type stands for the methods it names. */
public interface ClientProof {

    /** The methods this judges; no other bean has one of them. */
    Set<ClientAuthenticationMethod> methods();

    /**
     * Whether the request comes from the client. Called by {@link ClientAuthenticator} once it is clear that the request uses one of the
     * methods and that the client may.
     *
     * @param credentials as presented: a secret, an assertion or neither, as befits the method
     * @param proofs what else came with the request
     */
    boolean proves(OAuthClient client, ClientCredentials credentials, PresentedProofs proofs);
}
