package org.gatehouse.flow.stage.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ManagedModels;

/** Makes many invitations at once: all or none. */
@Stateless
public class InvitationBatch {

    /** The most invitations of one request. */
    public static final int MOST = 500;

    private static final String FIELD = "invitations";

    @Inject
    private Permissions permissions;

    @Inject
    private ManagedModels models;

    @Inject
    private InvitationModel invitations;

    /**
     * Makes them, each with its event.
     *
     * @param body {@code {"invitations": [InvitationRequest, …]}}
     * @return the contract's {@code Invitation} forms in the order of the request
     * @throws InvalidInput with every problem of the first invitation that has any, by {@code invitations.<index>.<field>}
     */
    public List<JsonObject> create(Actor actor, JsonObject body) {
        permissions.require(actor, Permission.add("authentik_stages_invitation.invitation"));
        if (!(body.get(FIELD) instanceof JsonArray asked) || asked.isEmpty() || asked.size() > MOST) {
            throw new InvalidInput(FIELD, "Send a list of 1 to " + MOST + " invitations.");
        }
        List<JsonObject> made = new ArrayList<>();
        for (JsonValue one : asked) {
            made.add(create(actor, made.size(), one));
        }
        return made;
    }

    private JsonObject create(Actor actor, int index, JsonValue asked) {
        String place = FIELD + "." + index;
        if (!(asked instanceof JsonObject document)) {
            throw new InvalidInput(place, "Expected an object.");
        }
        try {
            return models.read(actor, invitations, models.create(actor, invitations, document));
        } catch (InvalidInput wrong) {
            FieldProblems problems = new FieldProblems();
            wrong.problems().byField().forEach((field, messages) -> messages.forEach(message -> problems.add(place + "." + field, message)));
            throw new InvalidInput(problems);
        }
    }
}
