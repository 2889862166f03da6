package org.gatehouse.flow.stage.identification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.flow.password.PasswordStageSettings;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Stage;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.Ref;

/** The password stage whose question an identification stage asks as well. */
@ApplicationScoped
public class EmbeddedPassword {

    @Inject
    private ConfiguredObjectRepository repository;

    @Inject
    private ConfiguredObjects objects;

    /** Its settings; empty when there is no such stage or it is not a password stage. */
    Optional<PasswordStageSettings> settings(Ref<Stage> stage) {
        return repository.find(Stage.class, stage.id())
                .filter(found -> objects.typeOf(found).settingsType() == PasswordStageSettings.class)
                .map(found -> objects.settings(found, PasswordStageSettings.class));
    }
}
