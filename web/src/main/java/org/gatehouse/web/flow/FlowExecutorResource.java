package org.gatehouse.web.flow;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
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
import java.util.function.Function;
import org.gatehouse.flow.FlowExecutor;
import org.gatehouse.flow.FlowView;
import org.gatehouse.flow.FlowVisit;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.web.http.BadJson;
import org.gatehouse.web.http.BrowserCookies;
import org.gatehouse.web.http.JsonBody;
import org.gatehouse.web.http.QueryString;

/**
 * {@code /api/v3/flows/executor/{slug}/}: the challenges of a flow as JSON. {@code query} is the query string of the page the
 * flow is shown on; its {@code execution} selects the plan. A cookie jar is all a client needs.
 */
@RequestScoped
@Path("/flows/executor/{slug}/")
@Produces(MediaType.APPLICATION_JSON)
public class FlowExecutorResource {

    /** There may be a file in it, which a prompt bounds further. */
    private static final int LONGEST_ANSWER = 256 * 1024;

    @Inject
    private FlowExecutor executor;

    @Inject
    private FlowRequests requests;

    @Inject
    private BrowserCookies cookies;

    @Context
    private HttpServletRequest request;

    @Context
    private HttpServletResponse response;

    /** The challenge the browser is at. */
    @GET
    public Response get(@PathParam("slug") String slug, @QueryParam("query") String query) {
        return answer(slug, query, executor::open);
    }

    /** Takes the answer to the challenge and gives the next one, or the same with what is wrong. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response solve(@PathParam("slug") String slug, @QueryParam("query") String query, InputStream body) {
        return answer(slug, query, visit -> executor.advance(visit, JsonBody.read(body, LONGEST_ANSWER)));
    }

    private Response answer(String slug, String query, Function<FlowVisit, FlowView> step) {
        try {
            FlowView view = step.apply(requests.visit(slug, QueryString.parse(query), request, response));
            cookies.apply(view, request, response);
            return Response.ok(view.challenge().toString(), MediaType.APPLICATION_JSON_TYPE).build();
        } catch (ObjectNotFound unknown) {
            return problem(404, "Not found.");
        } catch (BadJson bad) {
            return problem(bad.status(), bad.getMessage());
        }
    }

    private static Response problem(int status, String detail) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Json.createObjectBuilder().add("detail", detail).build().toString()).build();
    }
}
