package org.gatehouse.web.api.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.gatehouse.flow.recovery.AccountSwitch;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.api.ApiCaller;
import org.gatehouse.web.api.RequiredText;
import org.gatehouse.web.http.BrowserCookies;
import org.gatehouse.web.http.JsonBody;

/** From one account of a person to another. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class SwitchResource {

    @Inject
    private AccountSwitch accounts;

    @Inject
    private BrowserCookies cookies;

    @Inject
    private ApiCaller caller;

    /** Where the browser is to go. */
    @POST
    @Path("core/users/switch")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(@QueryParam("next") String next, InputStream body, @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        JsonObject sent = JsonBody.readIfAny(body);
        String action = sent.containsKey("action") ? RequiredText.of(sent, "action") : "switch";
        String path = switch (action) {
            case "add" -> accounts.add(caller.actor(), Optional.ofNullable(next), cookies.browserKey(request, response));
            case "switch" -> accounts.toOwn(caller.actor(), user(sent), Optional.ofNullable(next));
            default -> throw new InvalidInput("action", "Choose add or switch.");
        };
        return Response.ok(WireObject.empty().put("redirect", path).build()).build();
    }

    private static long user(JsonObject sent) {
        if (sent.get("user_pk") instanceof JsonNumber number && number.isIntegral() && number.bigIntegerValue().bitLength() < Long.SIZE) {
            return number.longValue();
        }
        throw new InvalidInput("user_pk", "A valid integer is required.");
    }
}
