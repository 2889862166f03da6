package org.gatehouse.blueprint;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;
import org.gatehouse.access.Actor;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.blueprint.BlueprintInstance;
import org.gatehouse.model.blueprint.BlueprintInstanceRepository;
import org.gatehouse.model.blueprint.BlueprintStatus;
import org.gatehouse.startup.SystemPrepared;

/**
 * Applies the blueprints in the EAR when a node starts. One whose text has not changed since it was last applied is left alone,
 * so what an administrator changed afterwards stays; its entries mostly say {@code created}, for the same reason.
 */
@Stateless
public class DefaultBlueprints {

    /** In the order they are applied: later ones find what earlier ones made. */
    static final List<String> PATHS = List.of(
            "default/scope-mappings.yaml",
            "default/authentication-flow.yaml",
            "default/invalidation-flows.yaml",
            "default/authorization-flows.yaml",
            "default/initial-setup-flow.yaml",
            "default/brand.yaml");

    private static final Logger LOG = Logger.getLogger(DefaultBlueprints.class.getName());

    @Inject
    private BlueprintReader reader;

    @Inject
    private BlueprintApplier applier;

    @Inject
    private BlueprintInstanceRepository instances;

    @Inject
    private Clock clock;

    /** Called once per start of a node, one node at a time. */
    public void apply(@Observes SystemPrepared prepared) {
        PATHS.forEach(this::apply);
    }

    private void apply(String path) {
        String text = text(path);
        String hash = Digests.sha256(text);
        BlueprintInstance instance = instances.findByName(path).orElseGet(() -> instance(path));
        if (!instance.isEnabled() || instance.getStatus() == BlueprintStatus.SUCCESSFUL && instance.getLastAppliedHash().equals(hash)) {
            return;
        }
        applier.apply(Actor.ofSystem(), reader.read(path, text), JsonValue.EMPTY_JSON_OBJECT);
        instance.setStatus(BlueprintStatus.SUCCESSFUL);
        instance.setLastApplied(clock.instant());
        instance.setLastAppliedHash(hash);
        LOG.info(() -> "Applied blueprint " + path);
    }

    private BlueprintInstance instance(String path) {
        BlueprintInstance instance = new BlueprintInstance();
        instance.setId(UUID.randomUUID());
        instance.setName(path);
        instance.setPath(path);
        return instances.add(instance);
    }

    static String text(String path) {
        try (InputStream in = DefaultBlueprints.class.getResourceAsStream("/blueprints/" + path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
