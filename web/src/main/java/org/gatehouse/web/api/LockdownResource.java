package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.flow.stage.accountlockdown.LockdownStart;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.http.BrowserCookies;
import org.gatehouse.web.http.JsonBody;

/** Begins the lockdown of an account. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class LockdownResource {

    @Inject
    private LockdownStart lockdown;

    @Inject
    private BrowserCookies cookies;

    @Inject
    private RequestOrigin origin;

    @Inject
    private ApiCaller caller;

    /** The address of the flow in which the caller confirms it; it runs in the browser that asked, and in no other. */
    @POST
    @Path("core/users/account_lockdown")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(InputStream body, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        Optional<Long> user = user(JsonBody.read(body));
        String path = lockdown.start(caller.actor(), user, cookies.browserKey(request, response));
        return Response.ok(WireObject.empty().put("link", origin.baseUrl() + path).build()).build();
    }

    private static Optional<Long> user(JsonObject body) {
        JsonValue user = body.getOrDefault("user", JsonValue.NULL);
        if (user == JsonValue.NULL) {
            return Optional.empty();
        }
        if (user instanceof JsonNumber number && number.isIntegral() && number.bigIntegerValue().bitLength() < Long.SIZE) {
            return Optional.of(number.longValue());
        }
        throw new InvalidInput("user", "A valid integer is required.");
    }
}
