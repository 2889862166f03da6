package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.setting.Settings;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.UsedBy;
import org.gatehouse.web.http.JsonBody;

/** The operations on a managed model as HTTP answers. */
@RequestScoped
public class ModelAnswers {

    /** Certificates, expressions and style sheets can be long. */
    public static final int MAX_BODY = 1024 * 1024;

    @Inject
    private ManagedModels models;

    @Inject
    private ApiCaller caller;

    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    public Response list(Model model, MultivaluedMap<String, String> parameters) {
        return page(parameters, query -> models.list(caller.actor(), model, query));
    }

    /** A page of whatever the caller lists; a page behind the last is not there. */
    public Response page(MultivaluedMap<String, String> parameters, Function<ModelQuery, ModelPage> lister) {
        ModelQuery query = ListQuery.of(parameters, settings.current().paginationDefaultPageSize(), settings.current().paginationMaxPageSize());
        ModelPage page = lister.apply(query);
        if (query.page() > Wire.pages(page.count(), query.pageSize())) {
            throw ListQuery.invalidPage();
        }
        return Response.ok(Wire.page(query, page), MediaType.APPLICATION_JSON_TYPE).build();
    }

    public Response create(Model model, InputStream body) {
        String key = models.create(caller.actor(), model, JsonBody.read(body, MAX_BODY));
        return Response.status(Response.Status.CREATED).entity(models.read(caller.actor(), model, key)).build();
    }

    public Response read(Model model, String key) {
        return Response.ok(models.read(caller.actor(), model, key))
                .tag(new EntityTag(models.revision(caller.actor(), model, key))).build();
    }

    public Response replace(Model model, String key, InputStream body) {
        return read(model, models.replace(caller.actor(), model, key, JsonBody.read(body, MAX_BODY), seen()));
    }

    public Response patch(Model model, String key, InputStream body) {
        return read(model, models.patch(caller.actor(), model, key, JsonBody.read(body, MAX_BODY), seen()));
    }

    /** The version that the client has edited ({@code If-Match}, RFC 9110 section 13.1.1); empty when it does not say, or any will do. */
    private Optional<String> seen() {
        return Optional.ofNullable(request.getHeader("If-Match")).map(String::strip).filter(tag -> !tag.equals("*"))
                .map(tag -> tag.replaceFirst("^W/", "").replace("\"", ""));
    }

    public Response delete(Model model, String key) {
        models.delete(caller.actor(), model, key);
        return Response.noContent().build();
    }

    public Response usedBy(Model model, String key) {
        List<UsedBy> uses = models.usedBy(caller.actor(), model, key);
        JsonArrayBuilder array = Json.createArrayBuilder();
        uses.forEach(use -> array.add(Wire.usedBy(use)));
        return Response.ok(array.build()).build();
    }
}
