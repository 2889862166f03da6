package org.gatehouse.flow.stage.authenticatorstatic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.authenticator.AuthenticatorType;
import org.gatehouse.authenticator.DeviceChallenge;
import org.gatehouse.authenticator.Validation;
import org.gatehouse.authenticator.ValidationAnswer;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.model.authenticator.StaticToken;
import org.gatehouse.model.authenticator.StaticTokenRepository;

/** Lists of codes. One question stands for all of a user's lists: any code of any of them will do. */
@ApplicationScoped
public class StaticDevices implements AuthenticatorType {

    /** What stands for a code that is kept as a digest. */
    private static final String HIDDEN = "********";

    @Inject
    private StaticTokenRepository tokens;

    @Override
    public DeviceClass deviceClass() {
        return DeviceClass.STATIC;
    }

    @Override
    public String deviceModel() {
        return "authentik_stages_authenticator_static.staticdevice";
    }

    @Override
    public String setupStage() {
        return AuthenticatorStaticStage.NAME;
    }

    @Override
    public List<DeviceChallenge> challenges(Validation validation, List<AuthenticatorDevice> own) {
        // A list that is used up proves nothing any more, so it must not keep its user from another way in.
        return own.stream().filter(this::counts).limit(1).map(DeviceChallenge::forCode).toList();
    }

    @Override
    public boolean counts(AuthenticatorDevice device) {
        return tokens.count(device.getId()) > 0;
    }

    @Override
    public Optional<AuthenticatorDevice> verify(Validation validation, List<AuthenticatorDevice> own, ValidationAnswer answer) {
        if (answer.code() == null) {
            return Optional.empty();
        }
        return own.stream().filter(device -> tokens.redeem(device.getId(), digest(device.getId(), answer.code()))).findFirst();
    }

    /** The codes that are left, without what they are. */
    @Override
    public JsonObject wireFields(AuthenticatorDevice device) {
        JsonArrayBuilder left = Json.createArrayBuilder();
        for (long i = tokens.count(device.getId()); i > 0; i--) {
            left.add(Json.createObjectBuilder().add("token", HIDDEN));
        }
        return Json.createObjectBuilder().add("token_set", left).build();
    }

    /** Keeps codes for a device that is stored. */
    void keep(AuthenticatorDevice device, List<String> codes) {
        codes.forEach(code -> tokens.add(StaticToken.of(device.getId(), digest(device.getId(), code))));
    }

    /** Codes are typed from paper: capital letters and dashes do not matter. */
    private static String digest(UUID device, String code) {
        return Digests.sha256("gatehouse static token\n" + device + "\n" + code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
    }
}
