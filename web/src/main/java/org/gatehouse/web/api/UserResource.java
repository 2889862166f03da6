package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.gatehouse.directory.Accounts;
import org.gatehouse.directory.GroupMemberships;
import org.gatehouse.directory.ServiceAccounts;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.http.JsonBody;

/** What is done with users and groups beside reading and writing them. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {

    @Inject
    private Accounts accounts;

    @Inject
    private ServiceAccounts serviceAccounts;

    @Inject
    private GroupMemberships memberships;

    @Inject
    private CsrfCookie csrf;

    @Inject
    private ApiCaller caller;

    /** Who the caller is; gives a browser the cookie that its scripts need for changes. */
    @GET
    @Path("core/users/me")
    public Response me(@Context HttpServletRequest request, @Context HttpServletResponse response) {
        caller.sessionId().ifPresent(session -> csrf.ensure(request, response, session));
        return Response.ok(accounts.self(caller.actor())).build();
    }

    /** The paths that users have. */
    @GET
    @Path("core/users/paths")
    public Response paths(@QueryParam("search") @DefaultValue("") String search) {
        return Response.ok(WireObject.empty().put("paths", accounts.paths(caller.actor(), search)).build()).build();
    }

    /** Sets somebody's password. */
    @POST
    @Path("core/users/{id}/set_password")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response setPassword(@PathParam("id") String id, InputStream body) {
        JsonObject sent = JsonBody.read(body);
        accounts.setPassword(caller.actor(), id, RequiredText.of(sent, "password"), caller.sessionId());
        return Response.noContent().build();
    }

    /** Makes an account for a program. */
    @POST
    @Path("core/users/service_account")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response serviceAccount(InputStream body) {
        return Response.ok(serviceAccounts.create(caller.actor(), JsonBody.read(body))).build();
    }

    /** Makes a user a member of a group. */
    @POST
    @Path("core/groups/{key}/add_user")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response addUser(@PathParam("key") String key, InputStream body) {
        memberships.add(caller.actor(), key, JsonBody.read(body));
        return Response.noContent().build();
    }

    /** Takes a membership away. */
    @POST
    @Path("core/groups/{key}/remove_user")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response removeUser(@PathParam("key") String key, InputStream body) {
        memberships.remove(caller.actor(), key, JsonBody.read(body));
        return Response.noContent().build();
    }
}
