package org.gatehouse.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.type.WireObject;

/**
 * Answers every failure of the API. What the client did wrong is told in the contract's form; what we did wrong is logged with
 * the request id, leaves an event, and tells the client nothing else.
 */
@Provider
public class ApiExceptionMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ApiExceptionMapper.class.getName());

    private static final Map<Integer, String> DETAILS = Map.of(400, "Malformed request.", 404, "Not found.", 405, "Method not allowed.",
            406, "Could not satisfy the request Accept header.", 415, "Unsupported media type in request.");

    @Inject
    private Events events;

    @Inject
    private RequestOrigin origin;

    @Inject
    private ApiCaller caller;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return ofContainer(web.getResponse());
        }
        return DomainErrors.of(failure).map(ApiError::toResponse).orElseGet(() -> unexpected(failure));
    }

    /** What JAX-RS itself refuses keeps its headers ({@code Allow}) and gets our body. */
    private static Response ofContainer(Response refused) {
        int status = refused.getStatus();
        if (status < 400) {
            return refused;
        }
        ApiError error = ApiError.of(status, DETAILS.getOrDefault(status, "Request refused."), "request_refused");
        Response.ResponseBuilder answer = Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(error.body());
        if (refused.getHeaderString("Allow") != null) {
            answer.header("Allow", refused.getHeaderString("Allow"));
        }
        return answer.build();
    }

    private Response unexpected(Throwable failure) {
        LOG.log(Level.SEVERE, failure, () -> "request " + origin.requestId() + " failed");
        events.record(EventDraft.of(EventAction.SYSTEM_EXCEPTION, "api", caller.actor()).with("message", failure.getClass().getName()));
        return new ApiError(500, WireObject.empty().put("detail", "An internal error occurred.").put("code", "internal")
                .put("request_id", origin.requestId()).build()).toResponse();
    }
}
