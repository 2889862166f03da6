package org.gatehouse.provider.oauth2.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.flow.Challenge;
import org.gatehouse.flow.ContextKey;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.limit.FailureThrottle;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/**
 * Asks for the code that a device shows, and goes on in the authorization flow of its provider, where this stage has nothing more to do.
 * Exists in plans only. Guessing codes gets slower and slower (RFC 8628 section 5.1).
 */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = DeviceCodeStage.NAME, model = "authentik_providers_oauth2.devicecodestage", component = "",
        internal = true)
public class DeviceCodeStage implements StageType<DeviceCodeStage.Settings, DeviceCodeStage.Answer> {

    static final String NAME = "oauth2_device_code";

    /** The request that was found, by the digest of its device code. */
    static final ContextKey<String> DEVICE = ContextKey.text("oauth2_device.request");

    @Inject
    private DeviceRequests requests;

    @Inject
    private OAuthClients clients;

    @Inject
    private FailureThrottle throttle;

    @Inject
    private RequestOrigin origin;

    /** There are none. */
    public record Settings() {
    }

    /** @param code as it is shown; case, hyphen and blanks do not matter */
    public record Answer(@NotBlank @Size(max = 64) String code) {
    }

    /** {@code ak-provider-oauth2-device-code}. */
    public record Ask() implements Challenge {

        @Override
        public String component() {
            return "ak-provider-oauth2-device-code";
        }
    }

    @Override
    public StageResult begin(FlowContext flow, Settings settings) {
        if (flow.session().isEmpty()) {
            return StageResult.deny("");
        }
        return flow.plan().has(DEVICE) ? StageResult.next() : StageResult.show(new Ask());
    }

    @Override
    public StageResult submit(FlowContext flow, Settings settings, Answer answer) {
        Optional<DeviceRequests.Found> found = flow.session().flatMap(session -> find(session.userId(), answer.code()));
        Optional<OAuthClient> client = found.flatMap(request -> clients.find(request.request().providerId()));
        if (client.isEmpty()) {
            return StageResult.invalid("code", "This code is not known or no longer valid.");
        }
        return StageResult.leave(flow.continueIn(client.get().settings().authorizationFlow().id(), context(client.get(), found.get())));
    }

    /** Neither one network nor one account may guess on and on. */
    private Optional<DeviceRequests.Found> find(long userId, String code) {
        return throttle.guess("oauth2-device-user\n" + userId, null,
                () -> throttle.guess("oauth2-device", origin.clientIp(), () -> requests.byUserCode(code)));
    }

    private PlanContext context(OAuthClient client, DeviceRequests.Found found) {
        JsonArrayBuilder permissions = Json.createArrayBuilder();
        client.scopes().stream().filter(scope -> found.request().scopes().contains(scope.name()) && !scope.description().isEmpty())
                .forEach(scope -> permissions.add(permission(scope)));
        return new PlanContext().put(DEVICE, found.digest())
                .put(ContextKeys.APPLICATION, client.application().slug())
                .put(ContextKeys.CONSENT_ASKED_LATER, true)
                .put(ContextKeys.CONSENT_HEADER, "A device wants to sign into " + client.application().name() + ".")
                .put(ContextKeys.CONSENT_PERMISSIONS, Json.createObjectBuilder().add("permissions", permissions).build());
    }

    private static JsonObjectBuilder permission(ConfiguredScope scope) {
        return Json.createObjectBuilder().add("id", scope.name()).add("name", scope.description());
    }
}
