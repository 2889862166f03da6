package org.gatehouse.web.api.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.session.Login;
import org.gatehouse.session.OpenedSession;
import org.gatehouse.session.impersonation.Impersonations;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.web.api.ApiCaller;
import org.gatehouse.web.api.RequiredText;
import org.gatehouse.web.http.BrowserCookies;
import org.gatehouse.web.http.CurrentSession;
import org.gatehouse.web.http.JsonBody;

/** Acting as another user, and no longer. The browser's login changes with the answer. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class ImpersonationResource {

    @Inject
    private Impersonations impersonations;

    @Inject
    private CurrentSession current;

    @Inject
    private BrowserCookies cookies;

    @Inject
    private ApiCaller caller;

    /** Begins. */
    @POST
    @Path("core/users/{id}/impersonate")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(@PathParam("id") String id, InputStream body, @Context HttpServletResponse response) {
        String reason = RequiredText.of(JsonBody.read(body), "reason");
        cookies.logIn(impersonations.begin(caller.actor(), browserLogin(), id, reason), response);
        return Response.noContent().build();
    }

    /** Ends. The contract has it as a GET, so a link on another site must not do. */
    @GET
    @Path("core/users/impersonate_end")
    public Response end(@HeaderParam("Sec-Fetch-Site") String site, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw new AccessDenied("The request comes from another site.");
        }
        Login login = browserLogin().orElseThrow(() -> new InvalidInput(FieldProblems.GENERAL, "There is no impersonation to end."));
        Optional<OpenedSession> own = impersonations.end(login);
        own.ifPresentOrElse(opened -> cookies.logIn(opened, response), () -> cookies.logOut(response));
        return Response.noContent().build();
    }

    /** The login that the request is authenticated by; a token with a cookie beside it is none. */
    private Optional<Login> browserLogin() {
        return caller.sessionId().flatMap(id -> current.login().filter(login -> login.session().id().equals(id)));
    }
}
