package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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
import java.util.List;
import java.util.Locale;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.flow.FlowCatalog;
import org.gatehouse.flow.FlowInspector;
import org.gatehouse.flow.review.FlowDiagrams;
import org.gatehouse.flow.review.FlowExplanation;
import org.gatehouse.flow.review.FlowExplanations;
import org.gatehouse.flow.review.FlowExport;
import org.gatehouse.policy.PolicyExplanation;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.flow.FlowRequests;
import org.gatehouse.web.http.QueryString;
import org.gatehouse.web.page.PageAddress;

/** What can be done with flows beside managing them: drawing, exporting, trying, inspecting, explaining. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class FlowResource {

    private static final String INSTANCE = "flows/instances/{slug}/";

    @Inject
    private FlowDiagrams diagrams;

    @Inject
    private FlowExplanations explanations;

    @Inject
    private FlowExport export;

    @Inject
    private FlowInspector inspector;

    @Inject
    private FlowCatalog catalog;

    @Inject
    private FlowRequests requests;

    @Inject
    private RequestOrigin origin;

    @Inject
    private Permissions permissions;

    @Inject
    private ApiCaller caller;

    /** The flow as a Mermaid flowchart. */
    @GET
    @Path(INSTANCE + "diagram")
    public Response diagram(@PathParam("slug") String slug) {
        return Response.ok(WireObject.empty().put("diagram", diagrams.of(caller.actor(), slug, Locale.ENGLISH).toMermaid()).build()).build();
    }

    /** The address at which the caller's browser runs the flow and comes back. */
    @GET
    @Path(INSTANCE + "execute")
    public Response execute(@PathParam("slug") String slug) {
        permissions.require(caller.actor(), Permission.change("authentik_flows.flow"), slug);
        catalog.find(slug).orElseThrow(() -> new ObjectNotFound("No Flow matches the given query."));
        String link = origin.baseUrl() + PageAddress.ofFlow(slug) + "?next=" + PageAddress.encode("/if/admin/");
        return Response.ok(WireObject.empty().put("link", link).build()).build();
    }

    /** The flow as a blueprint, whatever the client would rather have: browsers ask for a page when they follow a link. */
    @GET
    @Path(INSTANCE + "export")
    @Produces({"application/yaml", MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, MediaType.WILDCARD})
    public Response export(@PathParam("slug") String slug) {
        return Response.ok(export.yaml(caller.actor(), slug)).type("application/yaml; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"flow-" + slug.replaceAll("[^-A-Za-z0-9_]", "") + ".yaml\"").build();
    }

    /** What the flow's policies say about a user; not in the contract. */
    @GET
    @Path(INSTANCE + "explain")
    public Response explain(@PathParam("slug") String slug, @QueryParam("user") String username) {
        FlowExplanation explanation = explanations.explain(caller.actor(), slug, username == null ? "" : username);
        return Response.ok(WireObject.empty().put("user", explanation.username()).put("is_active", explanation.active())
                .put("flow", wire(explanation.flow()))
                .put("stages", explanation.stages().stream().map(stage -> WireObject.empty().put("name", stage.name())
                        .put("decision", wire(stage.decision())).build()).toList())
                .build()).build();
    }

    private static JsonObject wire(PolicyExplanation explanation) {
        List<JsonObject> parts = explanation.parts().stream().map(part -> WireObject.empty().put("policy", part.label())
                .put("passing", part.verdict().passing()).put("failed", part.verdict().failed())
                .put("messages", part.verdict().messages()).build()).toList();
        return WireObject.empty().put("passing", explanation.verdict().passing()).put("failed", explanation.verdict().failed())
                .put("policies", parts).build();
    }

    /**
     * Where this browser is in the flow.
     *
     * @param query the query string of the page the flow is shown on; its {@code execution} selects the plan
     */
    @GET
    @Path("flows/inspector/{slug}")
    public Response inspect(@PathParam("slug") String slug, @QueryParam("query") String query, @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        return Response.ok(inspector.inspect(caller.actor(), requests.visit(slug, QueryString.parse(query), request, response))).build();
    }

    /** How many flows this node has in memory. */
    @GET
    @Path("flows/instances/cache_info")
    public Response cacheInfo() {
        permissions.require(caller.actor(), SpecialPermission.VIEW_FLOW_CACHE);
        return Response.ok(WireObject.empty().put("count", catalog.size()).build()).build();
    }

    /** Makes this node read all flows anew. */
    @POST
    @Path("flows/instances/cache_clear")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public Response cacheClear() {
        permissions.require(caller.actor(), SpecialPermission.CLEAR_FLOW_CACHE);
        catalog.clear();
        return Response.noContent().build();
    }
}
