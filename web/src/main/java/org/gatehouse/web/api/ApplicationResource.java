package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.AccessCheck;
import org.gatehouse.application.ApplicationModel;
import org.gatehouse.application.ApplicationOrder;
import org.gatehouse.application.OrderedApplications;
import org.gatehouse.application.PermittedApplications;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.http.JsonBody;

/** Applications as users may see them: the list is everybody's own, and anybody may ask whether a policy lets them in. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class ApplicationResource {

    @Inject
    private PermittedApplications permitted;

    @Inject
    private AccessCheck access;

    @Inject
    private OrderedApplications orders;

    @Inject
    private ApplicationModel model;

    @Inject
    private ModelAnswers answers;

    @Inject
    private ApiCaller caller;

    /** The applications the caller may enter; all of them for a superuser with {@code superuser_full_list}. */
    @GET
    @Path("core/applications")
    public Response list(@Context UriInfo uri) {
        return answers.page(uri.getQueryParameters(), query -> permitted.list(caller.actor(), query));
    }

    /** Makes an application. */
    @POST
    @Path("core/applications")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(InputStream body) {
        return answers.create(model, body);
    }

    /** Which applications the caller might ask for: none, as access is given by administrators only. */
    @GET
    @Path("core/applications/requestable")
    public Response requestable(@Context UriInfo uri) {
        return answers.page(uri.getQueryParameters(), query -> new ModelPage(List.of(), 0));
    }

    /** Which entitlements the caller might ask for: none, for the same reason. */
    @GET
    @Path("core/application_entitlements/requestable")
    public Response requestableEntitlements(@Context UriInfo uri) {
        return answers.page(uri.getQueryParameters(), query -> new ModelPage(List.of(), 0));
    }

    /** Makes an application with its provider and its bindings, or nothing. */
    @PUT
    @Path("core/transactional/applications")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response order(InputStream body) {
        orders.make(caller.actor(), ApplicationOrder.of(JsonBody.read(body, ModelAnswers.MAX_BODY)));
        return Response.ok(WireObject.empty().put("applied", true).put("logs", List.of()).build()).build();
    }

    /** What the policies of an application say about the caller, or another user. */
    @GET
    @Path("core/applications/{slug}/check_access")
    public Response checkAccess(@PathParam("slug") String slug, @QueryParam("for_user") String forUser) {
        PolicyVerdict verdict = access.check(caller.actor(), slug, Optional.ofNullable(forUser));
        return Response.ok(WireObject.empty().put("passing", verdict.passing()).put("messages", verdict.messages())
                .put("log_messages", List.of()).build()).build();
    }
}
