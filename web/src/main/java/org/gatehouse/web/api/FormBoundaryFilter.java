package org.gatehouse.web.api;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Refuses forms in parts that do not say what parts them (RFC 2046 section 5.1.1); the container would take that for a failure of its own. */
@Provider
public class FormBoundaryFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (type != null && type.getType().equalsIgnoreCase("multipart") && type.getParameters().getOrDefault("boundary", "").isEmpty()) {
            throw new BadRequestException();
        }
    }
}
