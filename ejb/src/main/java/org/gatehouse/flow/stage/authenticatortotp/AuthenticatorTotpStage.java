package org.gatehouse.flow.stage.authenticatortotp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.gatehouse.authenticator.Authenticators;
import org.gatehouse.brand.Brands;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.flow.Challenge;
import org.gatehouse.flow.ContextKey;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.ProvenUser;
import org.gatehouse.flow.ShownUser;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.model.directory.User;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/** Sets up an app that makes time-based codes. The device exists as soon as the app has shown a right code, and not before. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = AuthenticatorTotpStage.NAME, path = "authenticator/totp",
        model = "authentik_stages_authenticator_totp.authenticatortotpstage", component = "ak-stage-authenticator-totp-form")
public class AuthenticatorTotpStage implements StageType<AuthenticatorTotpStageSettings, AuthenticatorTotpStage.Answer> {

    static final String NAME = "authenticator_totp";

    /** As long as the hash's output (RFC 4226 section 4, R6). */
    private static final int SECRET_BYTES = 20;

    /** The sealed secret, in base 32. */
    private static final ContextKey<String> SECRET = ContextKey.text("authenticator_totp.secret");

    @Inject
    private Authenticators authenticators;

    @Inject
    private SecretCipher cipher;

    @Inject
    private RandomKeys keys;

    @Inject
    private Brands brands;

    @Inject
    private Clock clock;

    /** @param code what the app shows */
    public record Answer(@NotBlank @Size(max = 32) String code) {

        @Override
        public String toString() {
            return "Answer[]";
        }
    }

    /** {@code ak-stage-authenticator-totp}. The address is the one place where the secret is shown. */
    public record Ask(String pendingUser, String pendingUserAvatar, String configUrl) implements Challenge {

        @Override
        public String component() {
            return "ak-stage-authenticator-totp";
        }

        @Override
        public String toString() {
            return "Ask[" + pendingUser + "]";
        }
    }

    @Override
    public StageResult begin(FlowContext flow, AuthenticatorTotpStageSettings settings) {
        Optional<User> user = ProvenUser.of(flow);
        if (user.isEmpty()) {
            return StageResult.deny("");
        }
        if (!flow.plan().has(SECRET)) {
            flow.plan().put(SECRET, cipher.seal(Base32.encode(keys.bytes(SECRET_BYTES))));
        }
        ShownUser shown = ShownUser.of(flow);
        String secret = cipher.open(flow.plan().get(SECRET).orElseThrow());
        KeyUri uri = new KeyUri(brands.current().getTitle(), user.get().getUsername(), secret, settings.digits().count());
        return StageResult.show(new Ask(shown.name(), shown.avatar(), uri.toString()));
    }

    @Override
    public StageResult submit(FlowContext flow, AuthenticatorTotpStageSettings settings, Answer answer) {
        Optional<User> user = ProvenUser.of(flow);
        Optional<String> sealed = flow.plan().get(SECRET);
        if (user.isEmpty() || sealed.isEmpty()) {
            return StageResult.deny("");
        }
        int digits = settings.digits().count();
        OptionalLong step = new Totp(Base32.decode(cipher.open(sealed.get())), digits)
                .stepOf(answer.code().replaceAll("\\s", ""), clock.instant());
        if (step.isEmpty()) {
            return StageResult.invalid("code", "This code is not right. Check that the clock of your device is, and try the next one.");
        }
        flow.plan().remove(SECRET);
        store(flow, settings, user.get(), sealed.get(), step.getAsLong());
        return StageResult.next();
    }

    private void store(FlowContext flow, AuthenticatorTotpStageSettings settings, User user, String sealed, long step) {
        AuthenticatorDevice device = authenticators.newDevice(DeviceClass.TOTP, user, settings.friendlyName());
        device.setStageId(flow.stageId().orElse(null));
        device.setDetails(TotpDevices.details(sealed, settings.digits().count()));
        // The code that was just shown is used up.
        device.setLastCounter(step);
        authenticators.enrol(device);
    }
}
