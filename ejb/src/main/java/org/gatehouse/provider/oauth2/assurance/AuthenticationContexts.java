package org.gatehouse.provider.oauth2.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.gatehouse.model.WireName;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.session.LiveSession;

/** Knows which authentication contexts a client can ask for, which of them a login is of, and how a user gets to one. */
@ApplicationScoped
public class AuthenticationContexts {

    private FlowRepository flows;

    /** For the container's proxy. */
    protected AuthenticationContexts() {
    }

    @Inject
    public AuthenticationContexts(FlowRepository flows) {
        this.flows = flows;
    }

    /** Every value of {@code acr} that this client can get, those of the common scheme first, the weakest at the beginning. */
    public List<String> supported(OAuthClient client) {
        return Stream.concat(Stream.of(AuthenticationContext.values()).map(AuthenticationContext::wireName),
                own(client).stream().map(AcrFlow::acr)).distinct().toList();
    }

    /** Those of the wanted contexts that there are. */
    public List<String> known(WantedContexts wanted, OAuthClient client) {
        List<String> supported = supported(client);
        return wanted.values().stream().filter(supported::contains).toList();
    }

    /** Whether the login is of this context. */
    public boolean isMet(OAuthClient client, LiveSession session, String acr) {
        Optional<AuthenticationContext> common = WireName.find(AuthenticationContext.class, acr);
        return common.isPresent() ? common.get().isMetBy(session.methods())
                : own(client).stream().filter(entry -> entry.acr().equals(acr)).anyMatch(entry -> cameThrough(session, entry));
    }

    private boolean cameThrough(LiveSession session, AcrFlow entry) {
        return flows.find(entry.flow().id()).map(Flow::getSlug).filter(session.flow()::equals).isPresent();
    }

    /** What to say of the login: the first wanted context that it is of, else the strongest of the common scheme. */
    public String achieved(OAuthClient client, LiveSession session, List<String> wanted) {
        return wanted.stream().filter(acr -> isMet(client, session, acr)).findFirst()
                .orElseGet(() -> AuthenticationContext.of(session.methods()).wireName());
    }

    /** The flow that leads to the first of the wanted contexts that has one; empty when the usual one has to do. */
    public Optional<UUID> flowTo(OAuthClient client, List<String> wanted) {
        return wanted.stream().flatMap(acr -> own(client).stream().filter(entry -> entry.acr().equals(acr)))
                .map(entry -> entry.flow().id()).findFirst();
    }

    private static List<AcrFlow> own(OAuthClient client) {
        return client.settings().authorizationRequests().acrFlows();
    }
}
