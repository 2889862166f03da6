package org.gatehouse.web.api.system;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.installation.ModelCatalog;
import org.gatehouse.installation.ProductVersion;
import org.gatehouse.installation.Versions;
import org.gatehouse.model.installation.InstalledVersion;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.api.ApiCaller;

/** What runs here, and what it consists of. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class AdminResource {

    @Inject
    private ModelCatalog catalog;

    @Inject
    private Versions versions;

    @Inject
    private SystemDescription system;

    @Inject
    private ApiCaller caller;

    @Context
    private HttpHeaders headers;

    /** The parts of the product. */
    @GET
    @Path("admin/apps")
    public JsonArray apps() {
        return named(catalog.apps());
    }

    /** The kinds of objects; with {@code filter_has_attributes=true} only those whose attributes can be defined. */
    @GET
    @Path("admin/models")
    public JsonArray models(@QueryParam("filter_has_attributes") String haveAttributes) {
        return named(catalog.models("true".equalsIgnoreCase(haveAttributes)));
    }

    private static JsonArray named(Map<String, String> labels) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        labels.forEach((name, label) -> all.add(Json.createObjectBuilder().add("name", name).add("label", label)));
        return all.build();
    }

    /** How the request arrived, and what answers it. */
    @GET
    @Path("admin/system")
    public JsonObject system() {
        return system.of(caller.actor(), headers.getRequestHeaders());
    }

    /** The same; nothing here has to be set right by hand. */
    @POST
    @Path("admin/system")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public JsonObject systemAgain() {
        return system();
    }

    /** The version that runs; nobody outside is asked for a newer one. */
    @GET
    @Path("admin/version")
    public JsonObject version() {
        String version = ProductVersion.current();
        return WireObject.empty().put("version_current", version).put("version_latest", version).put("version_latest_valid", false)
                .put("build_hash", "").put("outdated", false).put("outpost_outdated", false).build();
    }

    /** Which versions ran here. */
    @GET
    @Path("admin/version/history")
    public JsonArray history(@QueryParam("version") String version, @QueryParam("build") String build) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        find(version, build).forEach(one -> all.add(wire(one)));
        return all.build();
    }

    /** One of them. */
    @GET
    @Path("admin/version/history/{id}")
    public JsonObject version(@PathParam("id") String id) {
        return find(null, null).stream().filter(one -> String.valueOf(one.id()).equals(id)).findFirst().map(AdminResource::wire)
                .orElseThrow(() -> new ObjectNotFound("No VersionHistory matches the given query."));
    }

    private List<InstalledVersion> find(String version, String build) {
        return versions.history(caller.actor(), Optional.ofNullable(version).filter(text -> !text.isEmpty()),
                Optional.ofNullable(build).filter(text -> !text.isEmpty()));
    }

    private static JsonObject wire(InstalledVersion version) {
        return WireObject.empty().put("id", version.id()).put("timestamp", version.timestamp()).put("version", version.version())
                .put("build", version.build()).build();
    }
}
