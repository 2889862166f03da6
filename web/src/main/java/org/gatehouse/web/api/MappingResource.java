package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.Map;
import org.gatehouse.expression.ExpressionValues;
import org.gatehouse.mapping.MappingTests;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.http.JsonBody;

/** What is done with property mappings beside reading and writing them: trying one. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class MappingResource {

    @Inject
    private MappingTests tests;

    @Inject
    private ApiCaller caller;

    /**
     * Evaluates a mapping of any type for a user.
     *
     * @param format whether the result, a text that is JSON, has lines and indentation
     */
    @POST
    @Path("propertymappings/all/{key}/test")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response test(@PathParam("key") String key, @QueryParam("format_result") @DefaultValue("false") boolean format, InputStream body) {
        MappingTests.Outcome outcome = tests.test(caller.actor(), key, JsonBody.read(body));
        String result = outcome.successful() ? text(ExpressionValues.json(outcome.value()), format) : outcome.problem();
        return Response.ok(WireObject.empty().put("result", result).put("successful", outcome.successful()).build()).build();
    }

    private static String text(JsonValue value, boolean format) {
        if (!format) {
            return value.toString();
        }
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
            writer.write(value);
        }
        return text.toString().strip();
    }
}
