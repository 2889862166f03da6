package org.gatehouse.provider.oauth2.authentication;

import com.nimbusds.jose.Header;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTParser;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.Optional;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.protocol.ClientCredentials;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;

/**
 * Reads what the client of a request publishes before the request's transaction begins: a client whose server is slow makes only itself
 * wait, and holds no connection to the database meanwhile. Nothing is decided here; whoever is refused is refused later.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ClientKeysAhead {

    @Inject
    private OAuthClients clients;

    @Inject
    private ClientKeys keys;

    /** Called with each request that names a client by its own words. */
    public void read(Optional<String> authorization, RequestParameters parameters) {
        named(authorization, parameters).flatMap(clients::find)
                .filter(client -> !client.settings().clientAuthentication().jwksUri().isEmpty())
                .ifPresent(client -> read(client, parameters));
    }

    private void read(OAuthClient client, RequestParameters parameters) {
        keys.of(client);
        for (String signed : new String[] {"client_assertion", "request"}) {
            parameters.findAll(signed).stream().findFirst().flatMap(ClientKeysAhead::keyId).ifPresent(id -> keys.withKey(client, id));
        }
    }

    private static Optional<String> named(Optional<String> authorization, RequestParameters parameters) {
        try {
            return Optional.of(ClientCredentials.parse(authorization, parameters).clientId());
        } catch (OAuthRefusal refused) {
            return Optional.empty();
        }
    }

    private static Optional<String> keyId(String jwt) {
        try {
            Header header = JWTParser.parse(jwt).getHeader();
            return header instanceof JWSHeader signed ? Optional.ofNullable(signed.getKeyID()) : Optional.empty();
        } catch (ParseException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
