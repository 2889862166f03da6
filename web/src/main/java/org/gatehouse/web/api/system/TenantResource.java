package org.gatehouse.web.api.system;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.api.ApiCaller;
import org.gatehouse.web.api.ModelAnswers;

/**
 * Tenants: an installation is exactly one, which answers under every domain. It can be read; making, changing and deleting tenants and
 * domains is refused.
 */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class TenantResource {

    private static final UUID ONLY = UUID.nameUUIDFromBytes("gatehouse".getBytes(StandardCharsets.US_ASCII));

    @Inject
    private Permissions permissions;

    @Inject
    private ModelAnswers answers;

    @Inject
    private ApiCaller caller;

    /** The one tenant. */
    @GET
    @Path("tenants/tenants")
    public Response list(@Context UriInfo uri) {
        permissions.require(caller.actor(), SpecialPermission.VIEW_SYSTEM_INFO);
        return answers.page(uri.getQueryParameters(), query -> new ModelPage(List.of(tenant()), 1));
    }

    /** The same by its key. */
    @GET
    @Path("tenants/tenants/{key}")
    public JsonObject retrieve(@PathParam("key") String key) {
        permissions.require(caller.actor(), SpecialPermission.VIEW_SYSTEM_INFO);
        if (!ONLY.toString().equals(key)) {
            throw new ObjectNotFound("No Tenant matches the given query.");
        }
        return tenant();
    }

    /** No domain leads to a tenant of its own. */
    @GET
    @Path("tenants/domains")
    public Response domains(@Context UriInfo uri) {
        permissions.require(caller.actor(), SpecialPermission.VIEW_SYSTEM_INFO);
        return answers.page(uri.getQueryParameters(), query -> new ModelPage(List.of(), 0));
    }

    /** There is none. */
    @GET
    @Path("tenants/domains/{key}")
    public Response domain(@PathParam("key") String key) {
        permissions.require(caller.actor(), SpecialPermission.VIEW_SYSTEM_INFO);
        throw new ObjectNotFound("No Domain matches the given query.");
    }

    /** Refused. */
    @POST
    @Path("tenants/{kind: tenants|domains}")
    public Response create(@PathParam("kind") String kind) {
        return refuse();
    }

    /** Refused. */
    @PUT
    @Path("tenants/{kind: tenants|domains}/{key}")
    public Response update(@PathParam("kind") String kind, @PathParam("key") String key) {
        return refuse();
    }

    /** Refused. */
    @PATCH
    @Path("tenants/{kind: tenants|domains}/{key}")
    public Response partialUpdate(@PathParam("kind") String kind, @PathParam("key") String key) {
        return refuse();
    }

    /** Refused. */
    @DELETE
    @Path("tenants/{kind: tenants|domains}/{key}")
    public Response destroy(@PathParam("kind") String kind, @PathParam("key") String key) {
        return refuse();
    }

    /** Refused: the operator has {@code bin/gatehouse-cli} for the one tenant. */
    @POST
    @Path("tenants/tenants/{key}/{operation: create_admin_group|create_recovery_key}")
    public Response operate(@PathParam("key") String key, @PathParam("operation") String operation) {
        return refuse();
    }

    private Response refuse() {
        permissions.require(caller.actor(), SpecialPermission.EDIT_SYSTEM_SETTINGS);
        throw new InvalidInput(FieldProblems.GENERAL, "An installation is exactly one tenant.");
    }

    private static JsonObject tenant() {
        return WireObject.empty().put("tenant_uuid", ONLY).put("schema_name", "public").put("name", "Default").put("ready", true).build();
    }
}
