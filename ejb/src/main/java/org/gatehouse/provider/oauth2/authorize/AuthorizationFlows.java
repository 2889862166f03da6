package org.gatehouse.provider.oauth2.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatehouse.brand.Brands;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowStart;
import org.gatehouse.flow.InMemoryStage;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.Prompt;
import org.gatehouse.provider.oauth2.request.RequestResolution;
import org.gatehouse.provider.oauth2.request.StoredRequests;
import org.gatehouse.type.RecordCodec;

/** The flows an authorization request can lead through. */
@ApplicationScoped
public class AuthorizationFlows {

    private static final String AUTHORIZE = "/application/o/authorize/?";

    @Inject
    private FlowRepository flows;

    @Inject
    private Brands brands;

    @Inject
    private LoginMarker marker;

    @Inject
    private StoredRequests requests;

    @Inject
    private RecordCodec codec;

    /**
     * The flow that logs the user in and then leads back to the request.
     *
     * @param chosen the flow that leads to the authentication context that is asked for; empty for the usual one
     */
    FlowStart login(AuthorizationRequest request, OAuthClient client, Optional<UUID> chosen) {
        PlanContext context = context(request, client).put(ContextKeys.REDIRECT, AUTHORIZE + query(wayBack(request, client)));
        return new FlowStart(chosen.orElseGet(() -> authenticationFlow(client)), context, List.of());
    }

    /** The request once more; one that cannot be sent again as it is, as it was pushed or signed for one use, is put aside. */
    private Map<String, String> wayBack(AuthorizationRequest request, OAuthClient client) {
        Map<String, String> parameters = new LinkedHashMap<>(request.parameters());
        if (!request.delivery().direct() || request.access().resources().size() > 1) {
            parameters.clear();
            parameters.put("client_id", client.clientId());
            parameters.put(RequestResolution.ASIDE, requests.putAside(client, request));
        }
        parameters.put(LoginMarker.PARAMETER, marker.mark(request));
        return parameters;
    }

    private static PlanContext context(AuthorizationRequest request, OAuthClient client) {
        PlanContext context = new PlanContext().put(ContextKeys.APPLICATION, client.application().slug());
        request.uiLocales().ifPresent(locales -> context.put(ContextKeys.UI_LOCALES, locales));
        return context;
    }

    /** The provider's, else that of the brand the browser came to, else the first with the designation. */
    private UUID authenticationFlow(OAuthClient client) {
        if (client.settings().authenticationFlow() != null) {
            return client.settings().authenticationFlow().id();
        }
        return Optional.ofNullable(brands.current().getFlowAuthenticationId())
                .or(() -> flows.findByDesignation(FlowDesignation.AUTHENTICATION).stream().map(Flow::getId).findFirst())
                .orElseThrow(() -> new IllegalStateException("There is no authentication flow."));
    }

    /** The provider's authorization flow, which ends by answering the client. */
    FlowStart consent(AuthorizationRequest request, OAuthClient client, List<ConfiguredScope> shown, PendingAuthorization pending) {
        PlanContext context = context(request, client)
                .put(ContextKeys.CONSENT_HEADER, "You're about to sign into " + client.application().name() + ".")
                .put(ContextKeys.CONSENT_PERMISSIONS, permissions(shown))
                .put(ContextKeys.CONSENT_DENIABLE, true);
        ClientFacts.of(client, request.redirectUri()).ifPresent(facts -> context.put(ContextKeys.CONSENT_CLIENT, facts));
        if (request.prompt().contains(Prompt.CONSENT)) {
            context.put(ContextKeys.CONSENT_REQUIRED, true);
        }
        return new FlowStart(client.settings().authorizationFlow().id(), context,
                List.of(new InMemoryStage(CodeStage.NAME, codec.toStored(pending))));
    }

    private static JsonObject permissions(List<ConfiguredScope> shown) {
        JsonArrayBuilder permissions = Json.createArrayBuilder();
        shown.forEach(scope -> permissions.add(Json.createObjectBuilder().add("id", scope.name()).add("name", scope.description())));
        return Json.createObjectBuilder().add("permissions", permissions).build();
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
