package org.gatehouse.provider.oauth2.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.SuspiciousRequests;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.type.ObjectKey;

/** For whom a client may get tokens: itself, and every client whose provider says that it trusts this one. */
@ApplicationScoped
public class ExchangeTargets {

    @Inject
    private OAuthClients clients;

    @Inject
    private ApplicationRepository applications;

    @Inject
    private SuspiciousRequests suspicious;

    /**
     * The target that a request names.
     *
     * @param audience a {@code client_id} or the id of an application; empty for the client itself
     * @throws OAuthRefusal {@code invalid_target}, the same whether there is no such target or it does not trust the client
     */
    public OAuthClient require(OAuthClient client, Optional<String> audience) {
        if (audience.isEmpty()) {
            return client;
        }
        Optional<OAuthClient> named = clients.find(audience.get()).or(() -> byApplication(audience.get()));
        return named.filter(target -> target.providerId().equals(client.providerId()) || target.settings().trusts(client))
                .orElseThrow(() -> {
                    named.ifPresent(target -> suspicious.foreignTarget(client, target));
                    return new OAuthRefusal(OAuthErrorCode.INVALID_TARGET, "The audience is not known or does not trust the client.");
                });
    }

    private Optional<OAuthClient> byApplication(String text) {
        Optional<UUID> id = ObjectKey.uuid(text);
        return id.flatMap(applications::find).map(Application::getSlug).flatMap(clients::findBySlug);
    }
}
