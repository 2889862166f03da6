package org.gatehouse.provider.oauth2.request;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.jose.ClientSignatures;

/** Which signatures of request objects are taken. */
public final class RequestObjectAlgorithms {

    private static final List<JWSAlgorithm> ASYMMETRIC = ClientSignatures.ALGORITHMS;
    private static final List<JWSAlgorithm> SYMMETRIC = List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512);

    private RequestObjectAlgorithms() {
    }

    /** Those that the client may use: the registered one alone, if one is registered. */
    static Set<JWSAlgorithm> of(OAuthClient client) {
        String registered = client.settings().authorizationRequests().requestObjectSigningAlg();
        return possible(client).filter(algorithm -> registered.isEmpty() || algorithm.getName().equals(registered)).collect(Collectors.toSet());
    }

    private static Stream<JWSAlgorithm> possible(OAuthClient client) {
        if (client.settings().authorizationRequests().securityProfile().isFapi()) {
            return client.settings().authorizationRequests().securityProfile().clientAlgorithms().stream();
        }
        return client.settings().isPublic() ? ASYMMETRIC.stream() : Stream.concat(ASYMMETRIC.stream(), SYMMETRIC.stream());
    }

    /** The names for the client's metadata; {@code none} only for the client that has registered it. */
    public static List<String> namesFor(OAuthClient client) {
        boolean unsigned = client.settings().authorizationRequests().requestObjectSigningAlg().equals("none")
                && !RequestObjectKeys.mustSign(client);
        return unsigned ? List.of("none") : of(client).stream().map(JWSAlgorithm::getName).sorted().toList();
    }

    /** Whether there is an algorithm of this name for request objects at all. */
    public static boolean isKnown(String name) {
        return name.equals("none") || Stream.concat(ASYMMETRIC.stream(), SYMMETRIC.stream()).anyMatch(known -> known.getName().equals(name));
    }
}
