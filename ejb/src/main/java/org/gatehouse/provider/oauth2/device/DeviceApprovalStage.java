package org.gatehouse.provider.oauth2.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.flow.Challenge;
import org.gatehouse.flow.ContextKey;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.ShownUser;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/**
 * Lets the device in, or tells it that the user refuses. It always asks, naming the application: whoever was talked into typing a
 * stranger's code must see what it opens (RFC 8628 section 5.4). Exists in plans only.
 */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = DeviceApprovalStage.NAME, model = "authentik_providers_oauth2.deviceapprovalstage", component = "",
        internal = true)
public class DeviceApprovalStage implements StageType<DeviceApprovalStage.Settings, DeviceApprovalStage.Answer> {

    static final String NAME = "oauth2_device_approval";

    /** The answer that refuses. */
    static final String DENY = "deny";

    private static final ContextKey<String> TOKEN = ContextKey.text("oauth2_device.token");

    @Inject
    private DeviceApproval approval;

    @Inject
    private RandomKeys keys;

    /** There are none. */
    public record Settings() {
    }

    /**
     * @param token the challenge's token: proof that this question was seen
     * @param decision {@value #DENY} to refuse; anything else, or nothing, agrees
     */
    public record Answer(@NotBlank @Size(max = 128) String token, @Size(max = 16) String decision) {
    }

    /** What the device asks for. */
    public record Permission(String id, String name) {
    }

    /**
     * {@code ak-stage-consent}.
     *
     * @param deniable that the question can be answered with no
     */
    public record Ask(String pendingUser, String pendingUserAvatar, String headerText, List<Permission> permissions,
            List<Permission> additionalPermissions, String token, boolean deniable) implements Challenge {

        @Override
        public String component() {
            return "ak-stage-consent";
        }
    }

    @Override
    public StageResult begin(FlowContext flow, Settings settings) {
        if (flow.session().isEmpty() || !flow.plan().has(DeviceCodeStage.DEVICE)) {
            return StageResult.deny("");
        }
        return StageResult.show(ask(flow));
    }

    @Override
    public StageResult submit(FlowContext flow, Settings settings, Answer answer) {
        if (!Digests.equal(answer.token(), flow.plan().get(TOKEN).orElse(null))) {
            return StageResult.invalid("token", "This question is out of date. Please answer again.");
        }
        flow.plan().remove(TOKEN);
        return DENY.equals(answer.decision()) ? deny(flow) : approve(flow);
    }

    private StageResult deny(FlowContext flow) {
        flow.plan().get(DeviceCodeStage.DEVICE).ifPresent(approval::deny);
        return StageResult.deny("The device was not let in.");
    }

    private StageResult approve(FlowContext flow) {
        Optional<String> digest = flow.plan().get(DeviceCodeStage.DEVICE);
        boolean approved = digest.isPresent() && flow.session().filter(session -> approval.approve(digest.get(), session)).isPresent();
        return approved ? StageResult.next() : StageResult.deny("");
    }

    private Ask ask(FlowContext flow) {
        if (!flow.plan().has(TOKEN)) {
            flow.plan().put(TOKEN, keys.urlSafe());
        }
        ShownUser user = ShownUser.of(flow);
        return new Ask(user.name(), user.avatar(), flow.plan().get(ContextKeys.CONSENT_HEADER).orElse(null), permissions(flow), List.of(),
                flow.plan().get(TOKEN).orElseThrow(), true);
    }

    private static List<Permission> permissions(FlowContext flow) {
        return flow.plan().get(ContextKeys.CONSENT_PERMISSIONS)
                .map(object -> object.getJsonArray("permissions").getValuesAs(JsonObject.class)).orElse(List.of()).stream()
                .map(permission -> new Permission(permission.getString("id"), permission.getString("name"))).toList();
    }
}
