package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.policy.PolicyTrials;
import org.gatehouse.policy.VerdictCache;
import org.gatehouse.policy.geoip.Countries;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.http.JsonBody;

/** What is done with policies beside reading and writing them. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class PolicyResource {

    @Inject
    private PolicyTrials trials;

    @Inject
    private VerdictCache verdicts;

    @Inject
    private Permissions permissions;

    @Inject
    private ApiCaller caller;

    /** Asks a policy about a user. */
    @POST
    @Path("policies/all/{key}/test")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response test(@PathParam("key") String key, InputStream body) {
        return Response.ok(trials.run(caller.actor(), key, JsonBody.read(body)).toJson()).build();
    }

    /** How many verdicts this node remembers. */
    @GET
    @Path("policies/all/cache_info")
    public Response cacheInfo() {
        permissions.require(caller.actor(), SpecialPermission.VIEW_POLICY_CACHE);
        return Response.ok(WireObject.empty().put("count", verdicts.size()).build()).build();
    }

    /** Forgets them; whatever is sent along. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Path("policies/all/cache_clear")
    public Response clearCache() {
        permissions.require(caller.actor(), SpecialPermission.CLEAR_POLICY_CACHE);
        verdicts.clear();
        return Response.noContent().build();
    }

    /** The countries that GeoIP policies can name. */
    @GET
    @Path("policies/geoip_iso3166")
    public Response countries() {
        return Response.ok(Countries.all()).build();
    }
}
