package org.gatehouse.web.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.model.token.TokenIntent;
import org.gatehouse.session.Actors;
import org.gatehouse.token.AuthenticatedToken;
import org.gatehouse.token.Tokens;
import org.gatehouse.web.http.CurrentSession;

/**
 * Finds out who calls, from a bearer token or else from the browser's login, and turns strangers away from everything that is
 * not public. A login alone changes nothing: the browser must also send the header that only our own pages can know.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class ApiAuthenticationFilter implements ContainerRequestFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private Tokens tokens;

    @Inject
    private Actors actors;

    @Inject
    private CurrentSession session;

    @Inject
    private CsrfTokens csrf;

    @Inject
    private CsrfCookie csrfCookie;

    @Inject
    private ApiCaller caller;

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        String path = context.getUriInfo().getPath();
        if (PublicPaths.isFlow(path)) {
            return;
        }
        List<String> authorization = context.getHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of());
        Optional<ApiError> refusal = authorization.isEmpty() ? byLogin(context) : byToken(authorization);
        refusal.filter(error -> !PublicPaths.isPublic(path)).ifPresent(error -> context.abortWith(error.toResponse()));
    }

    private Optional<ApiError> byToken(List<String> authorization) {
        Optional<AuthenticatedToken> found = BearerToken.read(authorization).flatMap(key -> tokens.authenticate(key, TokenIntent.API));
        found.ifPresent(token -> caller.identified(actors.of(token.user()), Optional.empty()));
        return found.isPresent() ? Optional.empty() : Optional.of(ApiError.of(403, "Token invalid/expired", "authentication_failed"));
    }

    private Optional<ApiError> byLogin(ContainerRequestContext context) {
        if (session.session().isEmpty()) {
            return Optional.of(ApiError.notAuthenticated());
        }
        UUID id = session.session().get().id();
        if (!SAFE_METHODS.contains(context.getMethod()) && !csrf.permits(csrfCookie.value(request).orElse(null), csrfHeader(context), id)) {
            return Optional.of(ApiError.of(403, "CSRF Failed: CSRF token missing or incorrect.", "permission_denied"));
        }
        caller.identified(session.actor(), Optional.of(id));
        return Optional.empty();
    }

    private static String csrfHeader(ContainerRequestContext context) {
        String own = context.getHeaderString("X-Gatehouse-CSRF");
        return own == null ? context.getHeaderString("X-authentik-CSRF") : own;
    }
}
