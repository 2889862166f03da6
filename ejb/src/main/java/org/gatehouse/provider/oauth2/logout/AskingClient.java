package org.gatehouse.provider.oauth2.logout;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.model.config.Provider;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.type.Ref;

/**
 * Who asks for a logout at an issuer's endpoint: the issuer's own client, or one that has registered itself there and so knows no other
 * endpoint (RFC 7591). The hint is only asked whom it was made for; that it is genuine is looked at afterwards, by that client's keys.
 */
@ApplicationScoped
public class AskingClient {

    private OAuthClients clients;

    /** For the container's proxy. */
    protected AskingClient() {
    }

    @Inject
    public AskingClient(OAuthClients clients) {
        this.clients = clients;
    }

    /** The client that asks; the endpoint's own unless the request names one that has registered with it. */
    OAuthClient of(OAuthClient own, RequestParameters parameters) {
        Stream<String> named = Stream.concat(parameters.find("client_id").stream(),
                parameters.find("id_token_hint").stream().flatMap(hint -> audience(hint).stream()));
        return named.filter(id -> !id.equals(own.clientId())).map(clients::find).flatMap(Optional::stream)
                .filter(client -> hasRegisteredWith(client, own)).findFirst().orElse(own);
    }

    private static boolean hasRegisteredWith(OAuthClient client, OAuthClient own) {
        Ref<Provider> registeredWith = client.settings().registration().registeredWith();
        return registeredWith != null && registeredWith.id().equals(own.providerId());
    }

    private static List<String> audience(String hint) {
        try {
            JWTClaimsSet claims = JWTParser.parse(hint).getJWTClaimsSet();
            return claims == null ? List.of() : claims.getAudience();
        } catch (ParseException | IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
