package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Optional;
import org.gatehouse.authenticator.AuthenticatorTypes;
import org.gatehouse.authenticator.DeviceDirectory;
import org.gatehouse.authenticator.DeviceDirectory.Scope;
import org.gatehouse.model.WireName;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.web.http.JsonBody;

/**
 * {@code /api/v3/authenticators/}: the caller's own devices, and below {@code admin/} everybody's. A class of devices that this
 * installation lacks is not found.
 */
@RequestScoped
@Path("/authenticators")
@Produces(MediaType.APPLICATION_JSON)
public class AuthenticatorResource {

    private static final String CLASS = "{scope: (?:admin/)?}{class: static|totp|webauthn|duo|sms|email}";

    @Inject
    private DeviceDirectory devices;

    @Inject
    private AuthenticatorTypes types;

    @Inject
    private ModelAnswers answers;

    @Inject
    private ApiCaller caller;

    @Context
    private UriInfo uri;

    /** The caller's devices of all classes. */
    @GET
    @Path("all")
    public Response own() {
        return all(Scope.OWN, Optional.empty());
    }

    /** The devices of a user, or of everybody. */
    @GET
    @Path("admin/all")
    public Response everybodys(@QueryParam("user") String user) {
        if (user == null || user.isEmpty()) {
            return all(Scope.ALL, Optional.empty());
        }
        return all(Scope.ALL, Optional.of(ObjectKey.number(user).orElseThrow(() -> new InvalidInput("user", "Enter a number."))));
    }

    private Response all(Scope scope, Optional<Long> user) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        devices.all(caller.actor(), scope, user).forEach(array::add);
        return Response.ok(array.build()).build();
    }

    /** A page of devices of a class. */
    @GET
    @Path(CLASS)
    public Response list(@PathParam("scope") String scope, @PathParam("class") String name) {
        DeviceClass deviceClass = deviceClass(name);
        return answers.page(uri.getQueryParameters(), query -> devices.list(caller.actor(), scope(scope), deviceClass, query));
    }

    /** Makes a device that is not set up yet; only an administrator does. */
    @POST
    @Path(CLASS)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@PathParam("scope") String scope, @PathParam("class") String name, InputStream body) {
        if (scope(scope) == Scope.OWN) {
            throw new NotAllowedException("GET", new String[] {"HEAD", "OPTIONS"});
        }
        return Response.status(Response.Status.CREATED)
                .entity(devices.create(caller.actor(), deviceClass(name), JsonBody.read(body))).build();
    }

    /** One device. */
    @GET
    @Path(CLASS + "/{key}")
    public Response read(@PathParam("scope") String scope, @PathParam("class") String name, @PathParam("key") String key) {
        return Response.ok(devices.read(caller.actor(), scope(scope), deviceClass(name), key)).build();
    }

    /** Gives a device another name. */
    @PUT
    @Path(CLASS + "/{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response update(@PathParam("scope") String scope, @PathParam("class") String name, @PathParam("key") String key, InputStream body) {
        return Response.ok(devices.rename(caller.actor(), scope(scope), deviceClass(name), key, JsonBody.read(body))).build();
    }

    /** Changes what is sent. */
    @PATCH
    @Path(CLASS + "/{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response partialUpdate(@PathParam("scope") String scope, @PathParam("class") String name, @PathParam("key") String key,
            InputStream body) {
        return Response.ok(devices.patch(caller.actor(), scope(scope), deviceClass(name), key, JsonBody.read(body))).build();
    }

    /** Deletes a device. */
    @DELETE
    @Path(CLASS + "/{key}")
    public Response destroy(@PathParam("scope") String scope, @PathParam("class") String name, @PathParam("key") String key) {
        devices.delete(caller.actor(), scope(scope), deviceClass(name), key);
        return Response.noContent().build();
    }

    /** What uses a device: nothing ever does. */
    @GET
    @Path("{class: static|totp|webauthn|duo|sms|email}/{key}/used_by")
    public Response usedBy(@PathParam("class") String name, @PathParam("key") String key) {
        devices.read(caller.actor(), Scope.OWN, deviceClass(name), key);
        return Response.ok(Json.createArrayBuilder().build()).build();
    }

    private static Scope scope(String text) {
        return text.isEmpty() ? Scope.OWN : Scope.ALL;
    }

    private DeviceClass deviceClass(String name) {
        return WireName.find(DeviceClass.class, name).filter(known -> types.find(known).isPresent())
                .orElseThrow(() -> new ObjectNotFound("Not found."));
    }
}
