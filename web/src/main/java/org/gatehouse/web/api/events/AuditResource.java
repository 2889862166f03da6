package org.gatehouse.web.api.events;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.gatehouse.event.chain.AuditAnchor;
import org.gatehouse.event.chain.AuditReport;
import org.gatehouse.event.chain.AuditVerification;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.api.ApiCaller;

/** The check of the audit log's chain of hashes; not in the contract of authentik. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    @Inject
    private AuditVerification verification;

    @Inject
    private ApiCaller caller;

    /**
     * Reads the whole log.
     *
     * @param anchor number and hash of a link that was noted down earlier, with a colon between them
     */
    @GET
    @Path("events/events/verify")
    public Response verify(@QueryParam("anchor") String anchor) {
        AuditReport report = verification.verify(caller.actor(), AuditAnchor.read(anchor));
        return Response.ok(WireObject.empty().put("whole", report.isWhole()).put("checked", report.checked()).put("waiting", report.waiting())
                .put("first_seq", report.firstSeq()).put("last_seq", report.lastSeq()).put("last_hash", report.lastHash())
                .put("fault", report.fault().<JsonValue>map(AuditResource::fault).orElse(JsonValue.NULL)).build()).build();
    }

    private static JsonObject fault(AuditReport.Fault fault) {
        return WireObject.empty().put("kind", fault.kind().name().toLowerCase(Locale.ROOT)).put("seq", fault.seq())
                .put("event", fault.eventId().orElse(null)).build();
    }
}
