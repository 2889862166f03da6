package org.gatehouse.web.api.rbac;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.gatehouse.rbac.GrantListings;
import org.gatehouse.rbac.RoleGrants;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.api.ApiCaller;
import org.gatehouse.web.api.ModelAnswers;
import org.gatehouse.web.http.JsonBody;

/** Which rights there are, which roles have them, and who gets them. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class PermissionResource {

    @Inject
    private GrantListings listings;

    @Inject
    private RoleGrants grants;

    @Inject
    private ModelAnswers answers;

    @Inject
    private ApiCaller caller;

    @Context
    private UriInfo uri;

    /** The catalogue. */
    @GET
    @Path("rbac/permissions")
    public Response list() {
        return answers.page(uri.getQueryParameters(), query -> listings.catalogue(caller.actor(), query));
    }

    /** One right of the catalogue. */
    @GET
    @Path("rbac/permissions/{id: [0-9]+}")
    public Response read(@PathParam("id") String id) {
        return Response.ok(listings.permission(caller.actor(), id)).build();
    }

    /** The roles that have rights over a kind of object, or one object. */
    @GET
    @Path("rbac/permissions/assigned_by_roles")
    public Response assignedByRoles() {
        return answers.page(uri.getQueryParameters(), query -> listings.assignedBy(caller.actor(), query));
    }

    /** The rights of a role for single objects. */
    @GET
    @Path("rbac/permissions/roles")
    public Response ofRole() {
        return answers.page(uri.getQueryParameters(), query -> listings.ofRole(caller.actor(), query));
    }

    /** Gives rights to a role. */
    @POST
    @Path("rbac/permissions/assigned_by_roles/{uuid}/assign")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response assign(@PathParam("uuid") String role, InputStream body) {
        JsonArrayBuilder given = Json.createArrayBuilder();
        grants.assign(caller.actor(), role, JsonBody.read(body))
                .forEach(number -> given.add(WireObject.empty().put("id", number.toString()).build()));
        return Response.ok(given.build()).build();
    }

    /** Takes rights from a role. */
    @PATCH
    @Path("rbac/permissions/assigned_by_roles/{uuid}/unassign")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response unassign(@PathParam("uuid") String role, InputStream body) {
        grants.unassign(caller.actor(), role, JsonBody.read(body));
        return Response.noContent().build();
    }

    /** Gives the role to a user. */
    @POST
    @Path("rbac/roles/{uuid}/add_user")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response addUser(@PathParam("uuid") String role, InputStream body) {
        grants.addUser(caller.actor(), role, JsonBody.read(body));
        return Response.noContent().build();
    }

    /** Takes the role from a user. */
    @POST
    @Path("rbac/roles/{uuid}/remove_user")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response removeUser(@PathParam("uuid") String role, InputStream body) {
        grants.removeUser(caller.actor(), role, JsonBody.read(body));
        return Response.noContent().build();
    }
}
