package org.gatehouse.web.api.system;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.gatehouse.file.ManagedFiles;
import org.gatehouse.file.MediaAddress;
import org.gatehouse.model.installation.MediaFile;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.api.ApiCaller;
import org.gatehouse.web.api.Wire;

/** Uploaded pictures. The contract's other usage, {@code reports}, has no files here. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class FileResource {

    private static final String MEDIA = "media";
    private static final List<String> USAGES = List.of(MEDIA, "reports");

    @Inject
    private ManagedFiles files;

    @Inject
    private ApiCaller caller;

    /** The files whose name contains a text. */
    @GET
    @Path("admin/file")
    public JsonArray list(@QueryParam("search") @DefaultValue("") String search, @QueryParam("usage") @DefaultValue(MEDIA) String usage) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        List<MediaFile> found = files.list(caller.actor(), search.replace("\0", ""));
        if (requireUsage(usage).equals(MEDIA)) {
            found.forEach(file -> all.add(wire(file)));
        }
        return all.build();
    }

    private static JsonObject wire(MediaFile file) {
        return WireObject.empty().put("name", file.name()).put("mime_type", file.mimeType()).put("url", MediaAddress.of(file.name()).orElseThrow())
                .put("themed_urls", null).build();
    }

    private static String requireUsage(String usage) {
        if (!USAGES.contains(usage)) {
            throw new InvalidInput("usage", "Select a valid choice.");
        }
        return usage;
    }

    /** Takes a file. */
    @POST
    @Path("admin/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response create(List<EntityPart> parts) {
        FileUpload upload = FileUpload.of(parts, files.mostBytes());
        if (!requireUsage(upload.usage()).equals(MEDIA)) {
            throw new InvalidInput("usage", "Only pictures can be uploaded.");
        }
        files.upload(caller.actor(), upload.name(), upload.content());
        return Response.ok().build();
    }

    /** Deletes a file that nothing shows. */
    @DELETE
    @Path("admin/file")
    public Response destroy(@QueryParam("name") @DefaultValue("") String name, @QueryParam("usage") @DefaultValue(MEDIA) String usage) {
        requireUsage(usage);
        files.delete(caller.actor(), name);
        return Response.ok().build();
    }

    /** What shows a file. */
    @GET
    @Path("admin/file/used_by")
    public JsonArray usedBy(@QueryParam("name") @DefaultValue("") String name) {
        JsonArrayBuilder uses = Json.createArrayBuilder();
        files.usedBy(caller.actor(), name).forEach(use -> uses.add(Wire.usedBy(use)));
        return uses.build();
    }
}
