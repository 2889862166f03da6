package org.gatehouse.flow.stage.authenticatorwebauthn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.authenticator.AuthenticatorType;
import org.gatehouse.authenticator.DeviceChallenge;
import org.gatehouse.authenticator.Validation;
import org.gatehouse.authenticator.ValidationAnswer;
import org.gatehouse.authenticator.WebAuthnRequirements;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.type.WireObject;
import org.gatehouse.webauthn.CeremonyTerms;
import org.gatehouse.webauthn.Credential;
import org.gatehouse.webauthn.DeviceTypes;
import org.gatehouse.webauthn.RelyingParties;
import org.gatehouse.webauthn.RelyingParty;
import org.gatehouse.webauthn.RequestOptions;

/** Security keys and passkeys as one factor among others, and as the one that tells who somebody is. */
@ApplicationScoped
public class WebAuthnAuthenticator implements AuthenticatorType {

    @Inject
    private RelyingParties parties;

    @Inject
    private CeremonyChallenge challenges;

    @Inject
    private WebAuthnProof proof;

    @Inject
    private DeviceTypes types;

    @Override
    public DeviceClass deviceClass() {
        return DeviceClass.WEBAUTHN;
    }

    @Override
    public String deviceModel() {
        return "authentik_stages_authenticator_webauthn.webauthndevice";
    }

    @Override
    public String setupStage() {
        return "authenticator_webauthn";
    }

    @Override
    public boolean takesCode() {
        return false;
    }

    @Override
    public boolean identifiesUsers() {
        return true;
    }

    /** One challenge for all devices: the browser finds out which of them is at hand. */
    @Override
    public List<DeviceChallenge> challenges(Validation validation, List<AuthenticatorDevice> devices) {
        RelyingParty party = parties.current();
        List<AuthenticatorDevice> usable = devices.stream().filter(device -> isUsable(device, party, validation.webauthn())).toList();
        if (usable.isEmpty() && !devices.isEmpty()) {
            return List.of();
        }
        JsonObject options = new RequestOptions(terms(validation, party, challenges.shown(validation.flow().plan(), CeremonyChallenge.ASSERTION)),
                validation.webauthn().hints(), usable.stream().flatMap(device -> WebAuthnDevices.credential(device).stream()).toList()).toJson();
        return List.of(usable.isEmpty() ? new DeviceChallenge(DeviceClass.WEBAUTHN, DeviceChallenge.UNKNOWN_DEVICE, options, null)
                : DeviceChallenge.of(usable.get(0), options));
    }

    private boolean isUsable(AuthenticatorDevice device, RelyingParty party, WebAuthnRequirements required) {
        return WebAuthnDevices.credential(device).filter(credential -> credential.rpId().equals(party.id())
                && types.permits(new HashSet<>(required.allowedDeviceTypes()), credential)).isPresent();
    }

    @Override
    public Optional<AuthenticatorDevice> verify(Validation validation, List<AuthenticatorDevice> devices, ValidationAnswer answer) {
        if (answer.webauthn() == null) {
            return Optional.empty();
        }
        RelyingParty party = parties.current();
        return challenges.take(validation.flow().plan(), CeremonyChallenge.ASSERTION)
                .flatMap(challenge -> proof.of(answer.webauthn(), terms(validation, party, challenge), validation.user().isPresent()
                        ? Optional.of(devices) : Optional.empty(), device -> isUsable(device, party, validation.webauthn())));
    }

    private static CeremonyTerms terms(Validation validation, RelyingParty party, String challenge) {
        return new CeremonyTerms(party, challenge, validation.webauthn().userVerification());
    }

    @Override
    public Optional<String> description(AuthenticatorDevice device) {
        return WebAuthnDevices.credential(device).map(credential -> types.get(credential.aaguid()).description());
    }

    @Override
    public Optional<String> externalId(AuthenticatorDevice device) {
        return WebAuthnDevices.credential(device).map(credential -> credential.aaguid().toString());
    }

    @Override
    public JsonObject wireFields(AuthenticatorDevice device) {
        Optional<UUID> aaguid = WebAuthnDevices.credential(device).map(Credential::aaguid);
        return WireObject.empty().put("created_on", device.getCreated())
                .put("device_type", aaguid.filter(types::isKnown).map(types::get).map(WebAuthnDeviceTypeModel::wire).orElse(null))
                .put("aaguid", aaguid.orElse(DeviceTypes.UNKNOWN).toString()).build();
    }

    @Override
    public List<JsonObject> deviceTypes(Collection<UUID> ids) {
        return ids.stream().map(types::get).map(WebAuthnDeviceTypeModel::wire).toList();
    }
}
