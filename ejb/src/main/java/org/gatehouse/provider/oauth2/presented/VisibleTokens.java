package org.gatehouse.provider.oauth2.presented;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.IssuedTokens;

/**
 * Which tokens a client may ask about: its own, and if it can keep a secret those of each provider that says it trusts this
 * one. Everybody else's do not exist for it.
 */
@ApplicationScoped
public class VisibleTokens {

    @Inject
    private IssuedTokens issued;

    @Inject
    private OAuthClients clients;

    /**
     * A token, in whatever state it is.
     *
     * @param owner whose token it is
     */
    public record Visible(OAuthToken row, OAuthClient owner) {
    }

    /**
     * The {@code token} of a request. The hint about its kind is not needed to find it, so it is ignored whether it is right, wrong or
     * unknown (RFC 7009 section 2.1, RFC 7662 section 2.1).
     */
    public Optional<Visible> find(OAuthClient client, TokenRequest request) {
        return issued.find(request.parameters().require("token")).flatMap(row -> visible(client, row));
    }

    private Optional<Visible> visible(OAuthClient client, OAuthToken row) {
        if (row.getProviderId().equals(client.providerId())) {
            return Optional.of(new Visible(row, client));
        }
        return client.settings().isPublic() ? Optional.empty()
                : clients.find(row.getProviderId()).filter(owner -> owner.settings().trusts(client)).map(owner -> new Visible(row, owner));
    }
}
