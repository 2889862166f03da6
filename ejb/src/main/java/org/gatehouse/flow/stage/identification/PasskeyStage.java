package org.gatehouse.flow.stage.identification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.authenticator.UserVerification;
import org.gatehouse.authenticator.WebAuthnHint;
import org.gatehouse.authenticator.WebAuthnRequirements;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Stage;
import org.gatehouse.type.Default;
import org.gatehouse.type.RecordCodec;
import org.gatehouse.type.Ref;

/** The validation stage that says which passkeys an identification stage takes. */
@ApplicationScoped
public class PasskeyStage {

    private static final String TYPE = "authenticator_validate";

    @Inject
    private ConfiguredObjectRepository repository;

    @Inject
    private RecordCodec codec;

    /** What of the other stage's settings concerns passkeys; the rest of its document is not looked at. */
    record Settings(Set<DeviceClass> deviceClasses, @Default("preferred") UserVerification webauthnUserVerification,
            List<WebAuthnHint> webauthnHints, List<UUID> webauthnAllowedDeviceTypes) {
    }

    /** Whether the reference is to a validation stage. */
    boolean isOne(Ref<Stage> stage) {
        return find(stage).isPresent();
    }

    /** What is asked of passkeys; empty when there is no such stage or it takes none. */
    Optional<WebAuthnRequirements> requirements(Ref<Stage> stage) {
        return Optional.ofNullable(stage).flatMap(this::find).map(found -> codec.fromStored(Settings.class, found.getSettings()))
                .filter(settings -> settings.deviceClasses().contains(DeviceClass.WEBAUTHN))
                .map(settings -> new WebAuthnRequirements(settings.webauthnUserVerification(), settings.webauthnHints(),
                        settings.webauthnAllowedDeviceTypes()));
    }

    private Optional<Stage> find(Ref<Stage> stage) {
        return repository.find(Stage.class, stage.id()).filter(found -> found.getType().equals(TYPE));
    }
}
