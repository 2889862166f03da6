package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.mail.MailTemplates;
import org.gatehouse.type.WireObject;

/** The templates an e-mail stage can be given: those of the product and those in the administrator's folder. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class MailTemplateResource {

    @Inject
    private MailTemplates templates;

    @Inject
    private Permissions permissions;

    @Inject
    private ApiCaller caller;

    @GET
    @Path("stages/email/templates")
    public Response templates() {
        permissions.requireSomewhere(caller.actor(), Permission.view("authentik_stages_email.emailstage"));
        JsonArrayBuilder all = Json.createArrayBuilder();
        templates.names().forEach(name -> all.add(WireObject.empty().put("name", name).put("description", words(name))
                .put("component", "").put("model_name", "").put("requires_enterprise", false).put("deprecated", false).build()));
        return Response.ok(all.build()).build();
    }

    /** {@code email/password_reset.html}: Password reset. */
    private static String words(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.html$", "").replaceAll("[_-]+", " ");
        return file.substring(0, 1).toUpperCase(Locale.ROOT) + file.substring(1);
    }
}
