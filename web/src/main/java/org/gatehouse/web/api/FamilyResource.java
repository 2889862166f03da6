package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.stream.Stream;
import org.gatehouse.type.Family;
import org.gatehouse.type.ManagedFamilies;
import org.gatehouse.type.Model;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.TypeDescriptor;
import org.gatehouse.type.WireObject;

/** {@code /api/v3/{family}/all/}: the objects of every type of a family, and {@code types/}, what there is to choose from. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class FamilyResource {

    private static final String ALL = "{family: stages|policies|propertymappings|providers}/all";

    @Inject
    private ManagedFamilies families;

    @Inject
    private ModelAnswers answers;

    @Inject
    private ApiCaller caller;

    @Context
    private UriInfo uri;

    /** A page of objects of all types. */
    @GET
    @Path(ALL)
    public Response list(@PathParam("family") String path) {
        return answers.page(uri.getQueryParameters(), query -> families.list(caller.actor(), family(path), query));
    }

    /** The types an administrator can create an object of. */
    @GET
    @Path(ALL + "/types")
    public Response types(@PathParam("family") String path) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        families.types(caller.actor(), family(path)).forEach(type -> all.add(describe(type)));
        return Response.ok(all.build()).build();
    }

    private static JsonObject describe(TypeDescriptor<?> type) {
        return WireObject.empty()
                .put("name", type.verboseName(Locale.ENGLISH))
                .put("description", type.description(Locale.ENGLISH))
                .put("component", type.component())
                .put("model_name", type.model().substring(type.model().indexOf('.') + 1))
                .put("requires_enterprise", false)
                .put("deprecated", false)
                .build();
    }

    /** One object, whatever its type. */
    @GET
    @Path(ALL + "/{key}")
    public Response read(@PathParam("family") String path, @PathParam("key") String key) {
        return answers.read(model(path, key), key);
    }

    /** Deletes one object, whatever its type. */
    @DELETE
    @Path(ALL + "/{key}")
    public Response destroy(@PathParam("family") String path, @PathParam("key") String key) {
        return answers.delete(model(path, key), key);
    }

    /** What uses an object. */
    @GET
    @Path(ALL + "/{key}/used_by")
    public Response usedBy(@PathParam("family") String path, @PathParam("key") String key) {
        return answers.usedBy(model(path, key), key);
    }

    private Model model(String path, String key) {
        return families.modelOf(caller.actor(), family(path), key);
    }

    private static Family family(String path) {
        return Stream.of(Family.values()).filter(family -> family.path().equals(path)).findFirst()
                .orElseThrow(() -> new ObjectNotFound("Not found."));
    }
}
