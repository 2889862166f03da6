package org.gatehouse.provider.oauth2.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.provider.oauth2.ClientAuthenticationMethod;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.ClientCredentials;
import org.gatehouse.provider.oauth2.protocol.PresentedProofs;

/** The methods of client authentication there are: {@code none}, and those that a {@link ClientProof} judges. */
@ApplicationScoped
public class ClientProofs {

    private final Map<ClientAuthenticationMethod, ClientProof> proofs = new EnumMap<>(ClientAuthenticationMethod.class);

    /** For the container's proxy. */
    protected ClientProofs() {
    }

    @Inject
    ClientProofs(@Any Instance<ClientProof> proofs) {
        this((Iterable<ClientProof>) proofs);
    }

    public ClientProofs(Iterable<ClientProof> proofs) {
        proofs.forEach(proof -> proof.methods().forEach(method -> this.proofs.put(method, proof)));
    }

    /** Whether the request comes from the client, by the one method that it may use. */
    boolean prove(OAuthClient client, ClientCredentials credentials, PresentedProofs presented) {
        Optional<ClientAuthenticationMethod> method = used(client.settings().clientAuthentication().tokenEndpointAuthMethod(), credentials);
        if (method.isEmpty()) {
            return false;
        }
        if (method.get() == ClientAuthenticationMethod.NONE) {
            return client.settings().isPublic();
        }
        return proofs.containsKey(method.get()) && proofs.get(method.get()).proves(client, credentials, presented);
    }

    /**
     * The method that the request uses, if the client may: a client that has registered one may use no other, weaker or not. One that has
     * registered none uses those of the contract.
     */
    private static Optional<ClientAuthenticationMethod> used(ClientAuthenticationMethod registered, ClientCredentials credentials) {
        List<ClientAuthenticationMethod> possible = credentials.assertion().isPresent()
                ? List.of(ClientAuthenticationMethod.CLIENT_SECRET_JWT, ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                : credentials.secret().isPresent() ? List.of(sent(credentials))
                : List.of(ClientAuthenticationMethod.NONE, ClientAuthenticationMethod.TLS_CLIENT_AUTH,
                        ClientAuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH);
        if (registered == null) {
            return credentials.assertion().isPresent() ? Optional.empty() : Optional.of(possible.get(0));
        }
        return possible.contains(registered) ? Optional.of(registered) : Optional.empty();
    }

    private static ClientAuthenticationMethod sent(ClientCredentials credentials) {
        return credentials.basic() ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC : ClientAuthenticationMethod.CLIENT_SECRET_POST;
    }
}
