package org.gatehouse.web.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.json.JsonStructure;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.installation.SentAgain;

/**
 * An extension of the contract: a POST with {@code Idempotency-Key} does its work once. Sent again by the same caller within a day it gets the
 * first answer again, marked with {@code Idempotent-Replayed}; with another body 422, and 409 as long as the first is being worked on. Only
 * answers in JSON, or without a body, are kept; a request that broke (5xx) can be sent again.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class RepeatedRequestFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String KEY = "Idempotency-Key";
    private static final String SENT = RepeatedRequestFilter.class.getName();
    private static final int LONGEST_KEY = 255;

    @Inject
    private SentAgain requests;

    @Inject
    private ApiCaller caller;

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        String key = context.getHeaderString(KEY);
        if (key == null || !context.getMethod().equals("POST") || caller.actor().userId() == null) {
            return;
        }
        byte[] body = context.getEntityStream().readNBytes(ModelAnswers.MAX_BODY + 1);
        if (key.isBlank() || key.length() > LONGEST_KEY || body.length > ModelAnswers.MAX_BODY) {
            context.abortWith(ApiError.of(400, "The key has 1 to 255 characters, the body at most 1 MiB.", "invalid_idempotency_key").toResponse());
            return;
        }
        context.setEntityStream(new ByteArrayInputStream(body));
        SentAgain.Sent sent = SentAgain.Sent.of(caller.actor(), context.getUriInfo().getRequestUri().toString(), key, body);
        Optional<SentAgain.Answered> before = requests.begin(sent);
        before.ifPresentOrElse(answered -> context.abortWith(answer(answered)), () -> context.setProperty(SENT, sent));
    }

    private static Response answer(SentAgain.Answered answered) {
        if (answered.body().isEmpty() && answered.status() == 422) {
            return ApiError.of(422, "Another request was sent under this key.", "idempotency_key_reused").toResponse();
        }
        if (answered.body().isEmpty() && answered.status() == 409) {
            return ApiError.of(409, "The request is still being worked on.", "in_progress").toResponse();
        }
        Response.ResponseBuilder again = Response.status(answered.status()).header("Idempotent-Replayed", "true");
        return (answered.body().equals("-") ? again : again.type(MediaType.APPLICATION_JSON_TYPE).entity(answered.body())).build();
    }

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        if (!(context.getProperty(SENT) instanceof SentAgain.Sent sent)) {
            return;
        }
        Object entity = response.getEntity();
        if (response.getStatus() < 500 && (entity == null || entity instanceof JsonStructure)) {
            requests.end(sent, response.getStatus(), entity == null ? "-" : entity.toString());
        } else {
            requests.forget(sent);
        }
    }
}
