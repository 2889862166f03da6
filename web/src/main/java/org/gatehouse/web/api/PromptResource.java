package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.gatehouse.flow.stage.prompt.PromptPreview;
import org.gatehouse.web.http.JsonBody;

/** What is done with prompts beside reading and writing them. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class PromptResource {

    @Inject
    private PromptPreview preview;

    @Inject
    private ApiCaller caller;

    /** How a field would be asked for; stores nothing. */
    @POST
    @Path("stages/prompt/prompts/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response preview(InputStream body) {
        return Response.ok(preview.preview(caller.actor(), JsonBody.read(body, ModelAnswers.MAX_BODY))).build();
    }
}
