package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelRegistry;
import org.gatehouse.type.ObjectNotFound;

/**
 * {@code /api/v3/{model}/}, {@code …/{key}/} and {@code …/{key}/used_by/} for every managed model: the one resource behind users,
 * flows, bindings and every type of stage, policy, provider and mapping. It knows none of them.
 */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class ManagedModelResource {

    @Inject
    private ModelRegistry models;

    @Inject
    private ModelAnswers answers;

    @Context
    private UriInfo uri;

    /** A page of objects, one object, or what uses it. */
    @GET
    @Path("{path: .+}")
    public Response get() {
        ModelPath path = path();
        if (path.key().isEmpty()) {
            return answers.list(path.model(), uri.getQueryParameters());
        }
        String key = path.key().get();
        return path.usedBy() ? answers.usedBy(path.model(), key) : answers.read(path.model(), key);
    }

    /** Makes an object. */
    @POST
    @Path("{path: .+}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(InputStream body) {
        ModelPath path = path();
        if (path.key().isPresent()) {
            throw notAllowed(path);
        }
        require(path, Model.Operation.CREATE);
        return answers.create(path.model(), body);
    }

    /** Replaces an object: what is not sent falls back to its default. */
    @PUT
    @Path("{path: .+}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response update(InputStream body) {
        return answers.replace(object(Model.Operation.UPDATE).model(), path().key().orElseThrow(), body);
    }

    /** Changes what is sent. */
    @PATCH
    @Path("{path: .+}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response partialUpdate(InputStream body) {
        return answers.patch(object(Model.Operation.UPDATE).model(), path().key().orElseThrow(), body);
    }

    /** Deletes an object that nothing uses. */
    @DELETE
    @Path("{path: .+}")
    public Response destroy() {
        return answers.delete(object(Model.Operation.DELETE).model(), path().key().orElseThrow());
    }

    private ModelPath object(Model.Operation operation) {
        ModelPath path = path();
        if (path.key().isEmpty() || path.usedBy()) {
            throw notAllowed(path);
        }
        require(path, operation);
        return path;
    }

    private static void require(ModelPath path, Model.Operation operation) {
        if (!path.model().operations().contains(operation)) {
            throw notAllowed(path);
        }
    }

    private static NotAllowedException notAllowed(ModelPath path) {
        List<String> allowed = new ArrayList<>(List.of("HEAD", "OPTIONS"));
        if (path.key().isEmpty()) {
            path.model().operations().stream().filter(Model.Operation.CREATE::equals).forEach(create -> allowed.add("POST"));
        } else if (!path.usedBy()) {
            path.model().operations().stream().filter(Model.Operation.UPDATE::equals).forEach(update -> allowed.addAll(List.of("PUT", "PATCH")));
            path.model().operations().stream().filter(Model.Operation.DELETE::equals).forEach(delete -> allowed.add("DELETE"));
        }
        return new NotAllowedException("GET", allowed.toArray(String[]::new));
    }

    private ModelPath path() {
        List<String> segments = uri.getPathSegments().stream().map(PathSegment::getPath).filter(segment -> !segment.isEmpty()).toList();
        return ModelPath.of(segments, models::findByPath).orElseThrow(() -> new ObjectNotFound("Not found."));
    }
}
