package org.gatehouse.provider.oauth2.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.model.WireName;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;

/** The grants there are: those that have a {@link GrantHandler}. */
@ApplicationScoped
public class SupportedGrants {

    private final Map<GrantType, GrantHandler> handlers = new EnumMap<>(GrantType.class);

    /** For the container's proxy. */
    protected SupportedGrants() {
    }

    @Inject
    SupportedGrants(@Any Instance<GrantHandler> handlers) {
        this((Iterable<GrantHandler>) handlers);
    }

    SupportedGrants(Iterable<GrantHandler> handlers) {
        handlers.forEach(handler -> this.handlers.put(handler.grantType(), handler));
    }

    /** The handler of a {@code grant_type}; empty for names that nobody handles. */
    Optional<GrantHandler> find(String grantType) {
        return WireName.find(GrantType.class, grantType).map(handlers::get);
    }

    /** The values of {@code grant_type} that the client may use, for its metadata. */
    public List<String> of(OAuthClient client) {
        return handlers.values().stream().filter(handler -> handler.isAllowedTo(client)).map(GrantHandler::grantType)
                .map(GrantType::wireName).toList();
    }
}
