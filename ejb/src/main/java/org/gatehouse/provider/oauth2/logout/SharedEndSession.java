package org.gatehouse.provider.oauth2.logout;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.brand.Brands;
import org.gatehouse.flow.FlowStart;
import org.gatehouse.flow.InMemoryStage;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.model.brand.Brand;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.provider.oauth2.IssuerMode;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.type.RecordCodec;

/**
 * RP-initiated logout at the address that the clients of the shared issuer have in common. Here is only found out which client asks;
 * whether it may is decided by {@link EndSessionEndpoint}, which also verifies the hint that is merely read here.
 */
@Stateless
public class SharedEndSession {

    @Inject
    private OAuthClients clients;

    @Inject
    private Brands brands;

    @Inject
    private FlowRepository flows;

    @Inject
    private RecordCodec codec;

    /** The slug of the application that the request names by {@code client_id} or in its {@code id_token_hint}; empty when it names none. */
    public Optional<String> application(RequestParameters parameters) {
        return parameters.find("client_id").flatMap(this::sharing)
                .or(() -> parameters.find("id_token_hint").stream().flatMap(hint -> audience(hint).stream())
                        .map(this::sharing).flatMap(Optional::stream).findFirst())
                .map(client -> client.application().slug());
    }

    private Optional<OAuthClient> sharing(String clientId) {
        return clients.find(clientId).filter(client -> client.settings().issuerMode() == IssuerMode.GLOBAL);
    }

    private static List<String> audience(String hint) {
        try {
            return Optional.ofNullable(JWTParser.parse(hint).getJWTClaimsSet()).map(JWTClaimsSet::getAudience).orElse(List.of());
        } catch (ParseException | IllegalArgumentException malformed) {
            return List.of();
        }
    }

    /**
     * What ends the login when no client is named: it leads to nobody's page, and the user is asked first, as anybody could have made
     * the link (RP-Initiated Logout 1.0 section 2).
     */
    public FlowStart anonymous() {
        Brand brand = brands.current();
        UUID flow = Optional.ofNullable(brand.getFlowInvalidationId())
                .or(() -> flows.findByDesignation(FlowDesignation.INVALIDATION).stream().map(Flow::getId).findFirst())
                .orElseThrow(() -> new IllegalStateException("There is no invalidation flow."));
        LogoutRequest request = LogoutRequest.ofNobody(brand.getTitle());
        return new FlowStart(flow, new PlanContext(), List.of(new InMemoryStage(LogoutRequestStage.NAME, codec.toStored(request))), List.of());
    }
}
