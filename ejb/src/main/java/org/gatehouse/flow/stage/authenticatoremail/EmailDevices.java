package org.gatehouse.flow.stage.authenticatoremail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.authenticator.AuthenticatorType;
import org.gatehouse.authenticator.Authenticators;
import org.gatehouse.authenticator.DeviceChallenge;
import org.gatehouse.authenticator.SentCodes;
import org.gatehouse.authenticator.Validation;
import org.gatehouse.authenticator.ValidationAnswer;
import org.gatehouse.crypto.Digests;
import org.gatehouse.directory.Accounts;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.code.SetupCodes;
import org.gatehouse.flow.code.SetupSentences;
import org.gatehouse.limit.SendingLimits;
import org.gatehouse.limit.SendingLimits.Limit;
import org.gatehouse.mail.MailAddress;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.AuthenticatorDeviceRepository;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Stage;
import org.gatehouse.model.directory.User;
import org.gatehouse.type.ConfiguredObjects;

/** Addresses that codes are sent to. One whose stage is gone has nobody to send its codes, and is not offered. */
@ApplicationScoped
public class EmailDevices implements AuthenticatorType {

    private static final String EMAIL = "email";
    private static final Limit PER_PERSON = new Limit(50, Duration.ofHours(24), Duration.ZERO);

    @Inject
    private AuthenticatorDeviceRepository rows;

    @Inject
    private Authenticators authenticators;

    @Inject
    private SentCodes codes;

    @Inject
    private EmailCodes letters;

    @Inject
    private SendingLimits limits;

    @Inject
    private Accounts accounts;

    @Inject
    private ConfiguredObjectRepository stages;

    @Inject
    private ConfiguredObjects objects;

    @Override
    public DeviceClass deviceClass() {
        return DeviceClass.EMAIL;
    }

    @Override
    public String deviceModel() {
        return "authentik_stages_authenticator_email.emaildevice";
    }

    @Override
    public String setupStage() {
        return AuthenticatorEmailStage.NAME;
    }

    @Override
    public List<DeviceChallenge> challenges(Validation validation, List<AuthenticatorDevice> devices) {
        return devices.stream().filter(device -> settings(device).isPresent())
                .map(device -> DeviceChallenge.of(device, Json.createObjectBuilder().add(EMAIL, MailAddress.masked(addressOf(device))).build()))
                .toList();
    }

    @Override
    public Optional<String> select(Validation validation, AuthenticatorDevice device) {
        Optional<AuthenticatorEmailStageSettings> settings = settings(device);
        if (settings.isEmpty() || !mayAsk(device.getUser()) || !limits.permits("code to email: " + addressOf(device), SetupCodes.LIMIT)) {
            return Optional.of(SetupSentences.WAIT);
        }
        String code = codes.issue(device, settings.get().tokenExpiry().duration());
        letters.send(settings.get(), device.getUser(), addressOf(device), code);
        return Optional.empty();
    }

    @Override
    public Optional<AuthenticatorDevice> verify(Validation validation, List<AuthenticatorDevice> devices, ValidationAnswer answer) {
        return devices.stream().filter(device -> codes.redeem(device, answer.code())).findFirst();
    }

    @Override
    public Optional<String> description(AuthenticatorDevice device) {
        return Optional.of(MailAddress.masked(addressOf(device)));
    }

    @Override
    public JsonObject wireFields(AuthenticatorDevice device) {
        return Json.createObjectBuilder().add(EMAIL, addressOf(device)).build();
    }

    /** Counts one letter that a person makes the installation send, to whatever address: who has none of their own could name anybody's. */
    boolean mayAsk(User user) {
        return limits.permits("email codes of user " + user.getId(), PER_PERSON);
    }

    /** Whether the user has set this address up already. */
    boolean exists(User user, String address) {
        return rows.findByLookupKey(DeviceClass.EMAIL, lookupKey(user, address)).isPresent();
    }

    /** Stores an address to which a code went that has just come back. */
    void enrol(FlowContext flow, User user, String address, String name) {
        if (address.equals(user.getEmail())) {
            accounts.confirmEmail(user);
        }
        AuthenticatorDevice device = authenticators.newDevice(DeviceClass.EMAIL, user, name);
        device.setStageId(flow.stageId().orElse(null));
        device.setLookupKey(lookupKey(user, address));
        device.setDetails(Json.createObjectBuilder().add(EMAIL, address).build());
        authenticators.enrol(device);
    }

    private Optional<AuthenticatorEmailStageSettings> settings(AuthenticatorDevice device) {
        return Optional.ofNullable(device.getStageId()).flatMap(id -> stages.find(Stage.class, id))
                .filter(stage -> objects.typeOf(stage).settingsType() == AuthenticatorEmailStageSettings.class)
                .map(stage -> objects.settings(stage, AuthenticatorEmailStageSettings.class));
    }

    private static String addressOf(AuthenticatorDevice device) {
        return device.getDetails().getString(EMAIL, "");
    }

    private static String lookupKey(User user, String address) {
        return Digests.sha256("email device\n" + user.getId() + "\n" + address.toLowerCase(Locale.ROOT));
    }
}
