package org.gatehouse.provider.oauth2.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.flow.Challenge;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.NoAnswer;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.provider.oauth2.protocol.AuthorizationResponse;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.session.LiveSession;
import org.gatehouse.session.LoginRefused;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/** The last step of an authorization: makes the code and the tokens, and sends the browser to the client with them. Exists in plans only. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = CodeStage.NAME, model = "authentik_providers_oauth2.codestage", component = "", internal = true)
public class CodeStage implements StageType<PendingAuthorization, NoAnswer> {

    static final String NAME = "oauth2_code";

    /**
     * A form that the browser posts by itself.
     *
     * @param url where to
     * @param attrs its fields
     */
    public record Autosubmit(String url, JsonObject attrs, String title) implements Challenge {

        @Override
        public String component() {
            return "ak-stage-autosubmit";
        }

        @Override
        public String toString() {
            return "Autosubmit";
        }
    }

    @Inject
    private CodeIssuer issuer;

    @Override
    public StageResult begin(FlowContext flow, PendingAuthorization pending) {
        Optional<LiveSession> session = flow.session();
        if (session.isEmpty()) {
            return StageResult.deny("");
        }
        try {
            AuthorizationResponse response = flow.plan().has(ContextKeys.CONSENT_DENIED) ? issuer.refuse(pending)
                    : issuer.issue(pending, session.get());
            return response.isForm() ? StageResult.show(autosubmit(response)) : StageResult.leave(response.location());
        } catch (OAuthRefusal | LoginRefused refused) {
            return StageResult.deny("");
        }
    }

    private static Autosubmit autosubmit(AuthorizationResponse response) {
        JsonObjectBuilder fields = Json.createObjectBuilder();
        for (Map.Entry<String, String> field : response.parameters().entrySet()) {
            fields.add(field.getKey(), field.getValue());
        }
        return new Autosubmit(response.redirectUri(), fields.build(), "");
    }
}
