package org.gatehouse.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** The contract's paths end with a slash. Reading without it is led there; writing is not, as clients lose the body on the way. */
@Provider
@PreMatching
public class TrailingSlashFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext context) {
        URI asked = context.getUriInfo().getRequestUri();
        if (asked.getRawPath().endsWith("/")) {
            return;
        }
        boolean reads = context.getMethod().equals("GET") || context.getMethod().equals("HEAD");
        context.abortWith(reads ? Response.status(Response.Status.MOVED_PERMANENTLY).header("Location", withSlash(asked)).build()
                : ApiError.notFound("Not found. Paths end with a slash.").toResponse());
    }

    /** Without scheme and host, which only the browser is sure of. */
    static String withSlash(URI asked) {
        return asked.getRawPath() + "/" + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery());
    }
}
