package org.gatehouse.web.api.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.gatehouse.directory.transfer.ImportOptions;
import org.gatehouse.directory.transfer.ImportReport;
import org.gatehouse.directory.transfer.LineProblem;
import org.gatehouse.directory.transfer.UserImport;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.api.ApiCaller;

/**
 * Users from a CSV file, an operation of our own: {@code POST core/users/import/?mode=all_or_nothing|rest&dry_run=true} with the file as
 * {@code text/csv} or as the part {@code file} of a form. 200 with the report; 400 with the same report when lines are bad and nothing
 * was stored because of them.
 */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    @Inject
    private UserImport imports;

    @Inject
    private ApiCaller caller;

    /** The file is the body. */
    @POST
    @Path("core/users/import")
    @Consumes("text/csv")
    public Response file(@QueryParam("mode") String mode, @QueryParam("dry_run") String dryRun, InputStream body) {
        return answer(body, options(mode, dryRun));
    }

    /** The file is a part of a form. */
    @POST
    @Path("core/users/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response form(@QueryParam("mode") String mode, @QueryParam("dry_run") String dryRun, List<EntityPart> parts) {
        EntityPart file = parts.stream().filter(part -> "file".equals(part.getName())).findFirst()
                .orElseThrow(() -> new InvalidInput("file", "This field is required."));
        try (InputStream content = file.getContent()) {
            return answer(content, options(mode, dryRun));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Response answer(InputStream csv, ImportOptions options) {
        ImportReport report = imports.run(caller.actor(), csv, options);
        boolean refused = !report.isClean() && report.created() == 0 && !report.dryRun();
        return Response.status(refused ? 400 : 200).entity(wire(report)).build();
    }

    private static ImportOptions options(String mode, String dryRun) {
        ImportOptions.Mode chosen = Optional.ofNullable(mode).map(name -> ImportOptions.Mode.named(name)
                .orElseThrow(() -> new InvalidInput("mode", "Choose all_or_nothing or rest."))).orElse(ImportOptions.Mode.ALL_OR_NOTHING);
        if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
            throw new InvalidInput("dry_run", "Must be true or false.");
        }
        return new ImportOptions("true".equals(dryRun), chosen);
    }

    private static JsonObject wire(ImportReport report) {
        return WireObject.empty().put("dry_run", report.dryRun()).put("lines", report.lines()).put("created", report.created())
                .put("refused", report.refused()).put("truncated", report.truncated())
                .put("problems", report.problems().stream().map(ImportResource::wire).toList()).build();
    }

    private static JsonObject wire(LineProblem problem) {
        return WireObject.empty().put("line", problem.line()).put("column", problem.column()).put("message", problem.message()).build();
    }
}
