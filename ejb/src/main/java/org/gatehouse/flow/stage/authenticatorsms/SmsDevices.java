package org.gatehouse.flow.stage.authenticatorsms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.authenticator.AuthenticatorType;
import org.gatehouse.authenticator.Authenticators;
import org.gatehouse.authenticator.DeviceChallenge;
import org.gatehouse.authenticator.SentCodes;
import org.gatehouse.authenticator.Validation;
import org.gatehouse.authenticator.ValidationAnswer;
import org.gatehouse.crypto.Digests;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.code.SetupCodes;
import org.gatehouse.flow.code.SetupSentences;
import org.gatehouse.limit.SendingLimits;
import org.gatehouse.limit.SendingLimits.Limit;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.AuthenticatorDeviceRepository;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Stage;
import org.gatehouse.model.directory.User;
import org.gatehouse.type.ConfiguredObjects;

/** Telephones that codes are sent to. One whose number was only verified, or whose stage is gone, is not offered. */
@ApplicationScoped
public class SmsDevices implements AuthenticatorType {

    private static final String NUMBER = "phone_number";
    private static final Limit PER_PERSON = new Limit(20, Duration.ofHours(24), Duration.ZERO);

    @Inject
    private AuthenticatorDeviceRepository rows;

    @Inject
    private Authenticators authenticators;

    @Inject
    private SentCodes codes;

    @Inject
    private SmsGateway gateway;

    @Inject
    private SendingLimits limits;

    @Inject
    private ConfiguredObjectRepository stages;

    @Inject
    private ConfiguredObjects objects;

    @Override
    public DeviceClass deviceClass() {
        return DeviceClass.SMS;
    }

    @Override
    public String deviceModel() {
        return "authentik_stages_authenticator_sms.smsdevice";
    }

    @Override
    public String setupStage() {
        return AuthenticatorSmsStage.NAME;
    }

    @Override
    public List<DeviceChallenge> challenges(Validation validation, List<AuthenticatorDevice> devices) {
        return devices.stream().filter(device -> counts(device) && settings(device).isPresent())
                .map(device -> DeviceChallenge.of(device, Json.createObjectBuilder().add(NUMBER, PhoneNumber.masked(numberOf(device))).build()))
                .toList();
    }

    /** A number that was only to be verified was never meant to prove anything. */
    @Override
    public boolean counts(AuthenticatorDevice device) {
        return !PhoneNumber.isDigest(numberOf(device));
    }

    @Override
    public Optional<String> select(Validation validation, AuthenticatorDevice device) {
        Optional<AuthenticatorSmsStageSettings> settings = settings(device);
        String number = numberOf(device);
        if (settings.isEmpty() || !counts(device) || !mayAsk(device.getUser())
                || !limits.permits("code to sms: " + number, SetupCodes.LIMIT)) {
            return Optional.of(SetupSentences.WAIT);
        }
        String code = codes.issue(device, AuthenticatorSmsStage.VALIDITY);
        return gateway.send(settings.get(), device.getUser(), number, code) ? Optional.empty()
                : Optional.of("The message could not be sent. Please try again later.");
    }

    @Override
    public Optional<AuthenticatorDevice> verify(Validation validation, List<AuthenticatorDevice> devices, ValidationAnswer answer) {
        return devices.stream().filter(device -> codes.redeem(device, answer.code())).findFirst();
    }

    @Override
    public Optional<String> description(AuthenticatorDevice device) {
        return Optional.of(PhoneNumber.masked(numberOf(device)));
    }

    @Override
    public JsonObject wireFields(AuthenticatorDevice device) {
        return Json.createObjectBuilder().add(NUMBER, numberOf(device)).build();
    }

    /** Counts one message that a person makes the installation send. */
    boolean mayAsk(User user) {
        return limits.permits("sms of user " + user.getId(), PER_PERSON);
    }

    /** Stores a number whose telephone was just shown to be there; false when somebody has it already. */
    boolean enrol(FlowContext flow, User user, String number, AuthenticatorSmsStageSettings settings) {
        String key = lookupKey(flow.stageId(), number);
        if (rows.findByLookupKey(DeviceClass.SMS, key).isPresent()) {
            return false;
        }
        AuthenticatorDevice device = authenticators.newDevice(DeviceClass.SMS, user, settings.friendlyName());
        device.setStageId(flow.stageId().orElse(null));
        device.setLookupKey(key);
        device.setDetails(Json.createObjectBuilder().add(NUMBER, settings.verifyOnly() ? PhoneNumber.digest(number) : number).build());
        authenticators.enrol(device);
        return true;
    }

    private Optional<AuthenticatorSmsStageSettings> settings(AuthenticatorDevice device) {
        return Optional.ofNullable(device.getStageId()).flatMap(id -> stages.find(Stage.class, id))
                .filter(stage -> objects.typeOf(stage).settingsType() == AuthenticatorSmsStageSettings.class)
                .map(stage -> objects.settings(stage, AuthenticatorSmsStageSettings.class));
    }

    private static String numberOf(AuthenticatorDevice device) {
        return device.getDetails().getString(NUMBER, "");
    }

    /** A number belongs to one account per stage. */
    private static String lookupKey(Optional<UUID> stage, String number) {
        return Digests.sha256("sms device\n" + stage.map(UUID::toString).orElse("") + "\n" + number);
    }
}
