package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.gatehouse.blueprint.BlueprintModel;
import org.gatehouse.blueprint.BlueprintOutcome;
import org.gatehouse.blueprint.ManagedBlueprints;

/** What is done with blueprints beside keeping a list of them: see which files there are, apply one, import one. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class BlueprintResource {

    @Inject
    private ManagedBlueprints blueprints;

    @Inject
    private BlueprintModel model;

    @Inject
    private ModelAnswers answers;

    @Inject
    private ApiCaller caller;

    @Inject
    private Clock clock;

    /** The files that can be applied by their path. */
    @GET
    @Path("managed/blueprints/available")
    public Response available() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        blueprints.available(caller.actor()).forEach(file -> all.add(BlueprintWire.file(file)));
        return Response.ok(all.build()).build();
    }

    /** Applies an instance; its status says how that went. */
    @POST
    @Path("managed/blueprints/{key}/apply")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response apply(@PathParam("key") String key) {
        blueprints.apply(caller.actor(), key);
        return answers.read(model, key);
    }

    /** In what the installation differs from an instance: the lines of those entries that applying it now would change. */
    @GET
    @Path("managed/blueprints/{key}/drift")
    public Response drift(@PathParam("key") String key) {
        return Response.ok(BlueprintWire.drift(blueprints.drift(caller.actor(), key), clock.instant())).build();
    }

    /**
     * Applies a file that is sent, or one of the available ones, once.
     *
     * @param rehearsal {@code dry_run=true}: only says what it would do
     */
    @POST
    @Path("managed/blueprints/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response importOnce(List<EntityPart> parts, @QueryParam("dry_run") @DefaultValue("false") boolean rehearsal) {
        BlueprintUpload upload = BlueprintUpload.of(parts);
        BlueprintOutcome outcome = upload.path().isEmpty()
                ? blueprints.importText(caller.actor(), upload.name(), upload.text(), upload.context(), rehearsal)
                : blueprints.importFile(caller.actor(), upload.path(), upload.context(), rehearsal);
        return Response.ok(BlueprintWire.outcome(outcome, clock.instant())).build();
    }
}
