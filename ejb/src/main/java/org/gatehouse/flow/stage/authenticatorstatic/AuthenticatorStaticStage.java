package org.gatehouse.flow.stage.authenticatorstatic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.authenticator.Authenticators;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.flow.Challenge;
import org.gatehouse.flow.ContextKey;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.NoAnswer;
import org.gatehouse.flow.ProvenUser;
import org.gatehouse.flow.ShownUser;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.model.directory.User;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/** Hands out codes to be kept on paper. They count once the person has said that they have them. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = AuthenticatorStaticStage.NAME, path = "authenticator/static",
        model = "authentik_stages_authenticator_static.authenticatorstaticstage", component = "ak-stage-authenticator-static-form")
public class AuthenticatorStaticStage implements StageType<AuthenticatorStaticStageSettings, NoAnswer> {

    static final String NAME = "authenticator_static";

    /** The sealed codes, one a line. */
    private static final ContextKey<String> CODES = ContextKey.text("authenticator_static.codes");

    @Inject
    private Authenticators authenticators;

    @Inject
    private StaticDevices devices;

    @Inject
    private SecretCipher cipher;

    @Inject
    private RandomKeys keys;

    /** {@code ak-stage-authenticator-static}. */
    public record Ask(String pendingUser, String pendingUserAvatar, List<String> codes) implements Challenge {

        @Override
        public String component() {
            return "ak-stage-authenticator-static";
        }

        @Override
        public String toString() {
            return "Ask[" + pendingUser + "]";
        }
    }

    @Override
    public StageResult begin(FlowContext flow, AuthenticatorStaticStageSettings settings) {
        if (ProvenUser.of(flow).isEmpty()) {
            return StageResult.deny("");
        }
        if (!flow.plan().has(CODES)) {
            flow.plan().put(CODES, cipher.seal(String.join("\n", draw(settings))));
        }
        ShownUser shown = ShownUser.of(flow);
        return StageResult.show(new Ask(shown.name(), shown.avatar(), codes(flow)));
    }

    @Override
    public StageResult submit(FlowContext flow, AuthenticatorStaticStageSettings settings, NoAnswer answer) {
        Optional<User> user = ProvenUser.of(flow);
        if (user.isEmpty() || !flow.plan().has(CODES)) {
            return StageResult.deny("");
        }
        AuthenticatorDevice device = authenticators.newDevice(DeviceClass.STATIC, user.get(), settings.friendlyName());
        device.setStageId(flow.stageId().orElse(null));
        devices.keep(authenticators.enrol(device), codes(flow));
        flow.plan().remove(CODES);
        return StageResult.next();
    }

    /** Different codes; fewer than asked for when they are too short for so many. */
    private Set<String> draw(AuthenticatorStaticStageSettings settings) {
        Set<String> codes = new LinkedHashSet<>();
        for (int i = 0; codes.size() < settings.tokenCount() && i < 10 * settings.tokenCount(); i++) {
            codes.add(keys.legible(settings.tokenLength()));
        }
        codes.remove("");
        return codes;
    }

    private List<String> codes(FlowContext flow) {
        return cipher.open(flow.plan().get(CODES).orElseThrow()).lines().toList();
    }
}
