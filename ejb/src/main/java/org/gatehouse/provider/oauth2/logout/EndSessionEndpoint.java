package org.gatehouse.provider.oauth2.logout;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.SessionEndStage;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowStart;
import org.gatehouse.flow.InMemoryStage;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.redirect.RedirectUriType;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.provider.oauth2.token.ProviderKeys;
import org.gatehouse.type.RecordCodec;

/**
 * OpenID Connect RP-Initiated Logout 1.0. Nothing is ended here: the request becomes the beginning of the provider's invalidation flow,
 * which the browser runs with the login it has then, or with none, in the language that the client asks for ({@code ui_locales}) if it is one
 * of ours.
 */
@Stateless
public class EndSessionEndpoint {

    @Inject
    private OAuthClients clients;

    @Inject
    private AskingClient asking;

    @Inject
    private ProviderKeys keys;

    @Inject
    private Issuers issuers;

    @Inject
    private RecordCodec codec;

    /**
     * The invalidation flow to run, leading to the client afterwards if it asked for that; empty when there is no such client.
     *
     * @throws OAuthRefusal to be shown to the user: a forged hint, another client's, an address that is not registered for logouts
     */
    public Optional<FlowStart> handle(String slug, RequestParameters parameters) {
        return clients.findBySlug(slug).map(client -> start(asking.of(client, parameters), parameters));
    }

    private FlowStart start(OAuthClient client, RequestParameters parameters) {
        parameters.refuseRepeated();
        Optional<JWTClaimsSet> hint = parameters.find("id_token_hint").map(token -> own(client, token));
        if (parameters.find("client_id").filter(id -> !id.equals(client.clientId())).isPresent()) {
            throw refused("The client is another one.");
        }
        PlanContext context = new PlanContext().put(ContextKeys.APPLICATION, client.application().slug());
        Optional<String> wayBack = wayBack(client, parameters);
        wayBack.ifPresent(uri -> context.put(ContextKeys.REDIRECT, uri));
        parameters.find("ui_locales").ifPresent(locales -> context.put(ContextKeys.UI_LOCALES, locales));
        LogoutRequest request = LogoutRequest.of(client, hint, parameters.find("logout_hint"));
        return new FlowStart(client.settings().invalidationFlow().id(), context,
                List.of(new InMemoryStage(LogoutRequestStage.NAME, codec.toStored(request))),
                wayBack.isPresent() ? List.of() : List.of(SessionEndStage.planned()));
    }

    /** Section 2: a hint that has expired is still one, as long as we have signed it for this client. */
    private JWTClaimsSet own(OAuthClient client, String hint) {
        return keys.verifyIdToken(client, hint)
                .filter(token -> issuers.issuer(client).equals(token.getIssuer()) && token.getAudience().contains(client.clientId()))
                .orElseThrow(() -> refused("The id_token_hint is not valid."));
    }

    private static Optional<String> wayBack(OAuthClient client, RequestParameters parameters) {
        Optional<String> uri = parameters.find("post_logout_redirect_uri");
        if (uri.isPresent() && !client.settings().registers(uri.get(), RedirectUriType.LOGOUT)) {
            throw refused("The post-logout redirect URI is not registered.");
        }
        return uri.map(found -> parameters.find("state").map(state -> withState(found, state)).orElse(found));
    }

    private static String withState(String uri, String state) {
        return uri + (uri.indexOf('?') < 0 ? "?" : "&") + "state=" + URLEncoder.encode(state, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static OAuthRefusal refused(String description) {
        return new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, description);
    }
}
