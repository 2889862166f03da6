package org.gatehouse.web.api.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.session.BulkLogout;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.api.ApiCaller;

/** Logins of many users at once. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    private static final int MOST_USERS = 1000;

    @Inject
    private BulkLogout logout;

    @Inject
    private ApiCaller caller;

    /** Ends every login of the users, who are named one by one or with commas between them. */
    @DELETE
    @Path("core/authenticated_sessions/bulk_delete")
    public Response end(@QueryParam("user_pks") List<String> users) {
        Set<Long> ids = new LinkedHashSet<>();
        for (String text : users) {
            for (String id : text.split(",")) {
                ids.add(ObjectKey.number(id.strip()).orElseThrow(() -> new InvalidInput("user_pks", "Enter a number.")));
            }
        }
        if (ids.isEmpty() || ids.size() > MOST_USERS) {
            throw new InvalidInput("user_pks", "Name 1 to " + MOST_USERS + " users.");
        }
        return Response.ok(WireObject.empty().put("deleted", logout.end(caller.actor(), ids)).build()).build();
    }
}
