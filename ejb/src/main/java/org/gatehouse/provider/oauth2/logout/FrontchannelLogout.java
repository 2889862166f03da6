package org.gatehouse.provider.oauth2.logout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gatehouse.flow.InMemoryStage;
import org.gatehouse.flow.LoggingOut;
import org.gatehouse.model.logout.SessionClient;
import org.gatehouse.model.logout.SessionClients;
import org.gatehouse.provider.oauth2.LogoutMethod;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.type.RecordCodec;

/**
 * Shows the logout pages of the clients a login was used for in frames (OpenID Connect Front-Channel Logout 1.0). That takes the user's
 * browser, so it happens when the user logs out there; a login that ends elsewhere ends for such clients with their own sessions.
 */
@ApplicationScoped
public class FrontchannelLogout {

    @Inject
    private SessionClients participants;

    @Inject
    private OAuthClients clients;

    @Inject
    private RecordCodec codec;

    void loggingOut(@Observes LoggingOut logout) {
        List<FrontchannelLogoutStage.Frame> frames = participants.of(logout.session().id()).stream()
                .map(this::frame).flatMap(Optional::stream).toList();
        if (!frames.isEmpty()) {
            logout.flow().insertNext(new InMemoryStage(FrontchannelLogoutStage.NAME,
                    codec.toStored(new FrontchannelLogoutStage.Frames(frames))));
        }
    }

    private Optional<FrontchannelLogoutStage.Frame> frame(SessionClient participant) {
        return clients.find(participant.providerId()).filter(FrontchannelLogout::isShown)
                .map(client -> new FrontchannelLogoutStage.Frame(address(client, participant), client.application().name()));
    }

    private static boolean isShown(OAuthClient client) {
        return client.settings().logoutMethod() == LogoutMethod.FRONTCHANNEL && !client.settings().logoutUri().isEmpty();
    }

    /** Section 2: {@code iss} and {@code sid} go together, to the query that the client's address may have already. */
    static String address(OAuthClient client, SessionClient participant) {
        String uri = client.settings().logoutUri();
        return client.settings().logout().sessionRequired()
                ? uri + (uri.indexOf('?') < 0 ? "?" : "&") + "iss=" + encode(participant.issuer()) + "&sid=" + encode(participant.sid()) : uri;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
