package org.gatehouse.web.console.panel;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.flow.FlowAddress;
import org.gatehouse.flow.stage.invitation.InvitationMail;
import org.gatehouse.mail.PublicAddress;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.web.console.Cell;
import org.gatehouse.web.console.ConsoleObjects;

/** The link of the invitation on the page, to be copied or sent by e-mail. */
@Named("invitation")
@ViewScoped
public class InvitationPanel implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String MODEL = "authentik_stages_invitation.invitation";

    @Inject
    private ConsoleObjects objects;

    @Inject
    private InvitationMail mail;

    @Inject
    private PublicAddress address;

    @Inject
    private RequestOrigin origin;

    private List<String> problems = List.of();
    private boolean sent;

    public boolean isShown(String model, boolean isNew) {
        return !isNew && model.equals(MODEL);
    }

    /** Where the invitation leads; empty while it names no flow. */
    public String link(String key) {
        JsonObject invitation = objects.managed().read(objects.actor(), objects.model(MODEL), key);
        String slug = Cell.text(Cell.at(invitation, "flow_obj.slug"));
        return slug.isEmpty() ? "" : address.base().orElseGet(origin::baseUrl) + FlowAddress.of(slug, "", Optional.empty()) + "?itoken=" + key;
    }

    /** Sends the link to the addresses that were typed, separated by commas, spaces or lines. */
    public void send(String key) {
        String typed = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().getOrDefault("addresses", "");
        JsonArrayBuilder addresses = Json.createArrayBuilder();
        Arrays.stream(typed.split("[,;\\s]+")).filter(text -> !text.isEmpty()).forEach(addresses::add);
        sent = false;
        try {
            mail.send(objects.actor(), key, Json.createObjectBuilder().add("email_addresses", addresses).build());
            problems = List.of();
            sent = true;
        } catch (InvalidInput refused) {
            problems = refused.problems().byField().values().stream().flatMap(List::stream).toList();
        }
    }

    public List<String> getProblems() {
        return problems;
    }

    public boolean isSent() {
        return sent;
    }
}
