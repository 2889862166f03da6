package org.gatehouse.web.api.events;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.gatehouse.event.export.EventExportFile;
import org.gatehouse.event.export.EventExports;
import org.gatehouse.event.export.ExportFormat;
import org.gatehouse.web.api.ApiCaller;
import org.gatehouse.web.api.ListQuery;
import org.gatehouse.web.api.ModelAnswers;

/** Exports of events, and their files; the formats beside CSV are not in the contract of authentik. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class ExportResource {

    private static final String ALL = "reports/exports";
    private static final String ONE = ALL + "/{id}";

    @Inject
    private EventExports exports;

    @Inject
    private EventExportFile files;

    @Inject
    private ModelAnswers answers;

    @Inject
    private ApiCaller caller;

    @Context
    private UriInfo uri;

    /** Asks for an export of the events that the list would show. */
    @POST
    @Path("events/events/export")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public Response request() {
        JsonObject export = exports.request(caller.actor(), ListQuery.of(uri.getQueryParameters()));
        return Response.status(Response.Status.CREATED).header("Location", uri.getBaseUri() + ALL + "/" + export.getString("id") + "/")
                .entity(export).build();
    }

    /** The caller's own exports. */
    @GET
    @Path(ALL)
    public Response list() {
        return answers.page(uri.getQueryParameters(), query -> exports.list(caller.actor(), query));
    }

    /** One of the caller's own. */
    @GET
    @Path(ONE)
    public Response read(@PathParam("id") String key) {
        return Response.ok(exports.read(caller.actor(), key)).build();
    }

    /** Forgets one. */
    @DELETE
    @Path(ONE)
    public Response destroy(@PathParam("id") String key) {
        exports.delete(caller.actor(), key);
        return Response.noContent().build();
    }

    /** The file, written while it is fetched. */
    @GET
    @Path(ONE + "/file")
    @Produces({MediaType.WILDCARD})
    public Response file(@PathParam("id") String key, @QueryParam("format") String name) {
        ExportFormat format = ExportFormat.read(name);
        EventExportFile.Content content = files.open(caller.actor(), key, format);
        StreamingOutput body = out -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            content.writeTo(text);
            text.flush();
        };
        return Response.ok(body).type(format.mediaType()).header("Content-Disposition", "attachment; filename=\"events." + format.extension() + "\"")
                .header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff").build();
    }
}
