package org.gatehouse.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.blueprint.value.BlueprintInvalid;
import org.gatehouse.event.EventAction;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.RecordedEvents;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.blueprint.BlueprintInstance;
import org.gatehouse.model.blueprint.BlueprintInstanceRepository;
import org.gatehouse.model.blueprint.BlueprintStatus;
import org.gatehouse.startup.SystemPrepared;
import org.junit.jupiter.api.Test;

class DefaultBlueprintsTest {

    private final List<Blueprint> files = new ArrayList<>();
    private final List<String> applied = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final Map<String, BlueprintInstance> instances = new LinkedHashMap<>();
    private final RecordedEvents events = new RecordedEvents();
    private final DefaultBlueprints defaults = Wired.with(new DefaultBlueprints(), new Files(), events,
            Wired.with(new BlueprintInstances(), new Instances(), new Applier(), new MovableClock()));

    private static Blueprint blueprint(String name, String more) {
        return new BlueprintReader().read(name, "version: 1\nmetadata: {name: " + name + "}\nentries: [" + more + "]");
    }

    private List<String> start() {
        applied.clear();
        defaults.apply(new SystemPrepared(Instant.EPOCH));
        return List.copyOf(applied);
    }

    @Test
    void appliesAFileOnceAndAgainWhenItHasChanged() {
        files.add(blueprint("a", ""));

        assertThat(start()).containsExactly("a");
        assertThat(start()).isEmpty();
        files.set(0, blueprint("a", "{model: x.y, identifiers: {z: 1}}"));
        assertThat(start()).containsExactly("a");

        assertThat(instances.get("a").getStatus()).isEqualTo(BlueprintStatus.SUCCESSFUL);
        assertThat(instances.get("a").getLastAppliedHash()).isEqualTo(files.get(0).digest());
        assertThat(instances.get("a").getLastApplied()).isNotNull();
    }

    @Test
    void leavesOutWhatAnAdministratorDisabled() {
        files.add(blueprint("a", ""));
        start();
        instances.get("a").setEnabled(false);
        files.set(0, blueprint("a", "{model: x.y, identifiers: {z: 1}}"));

        assertThat(start()).isEmpty();
    }

    @Test
    void triesAFailedOneAgainAndAppliesTheOthers() {
        files.addAll(List.of(blueprint("a", ""), blueprint("b", "")));
        broken.add("a");

        assertThat(start()).containsExactly("b");
        assertThat(instances.get("a").getStatus()).isEqualTo(BlueprintStatus.ERROR);
        assertThat(events.actions()).containsExactly(EventAction.SYSTEM_TASK_EXCEPTION);
        broken.clear();
        assertThat(start()).containsExactly("a");
    }

    @Test
    void doesNotApplyWhatNeedsAFailedOne() {
        files.addAll(List.of(blueprint("a", ""), blueprint("b", "{model: authentik_blueprints.metaapplyblueprint, attrs: {identifiers: {name: a}}}")));
        broken.add("a");

        assertThat(start()).isEmpty();
        assertThat(instances.get("b").getStatus()).isEqualTo(BlueprintStatus.ERROR);
    }

    private final class Files extends DefaultBlueprintFiles {

        @Override
        public List<Blueprint> all() {
            return files;
        }
    }

    private final class Applier extends BlueprintApplier {

        @Override
        public List<EntryResult> apply(Blueprint blueprint, JsonObject context) {
            if (broken.contains(blueprint.path())) {
                throw new BlueprintInvalid("It is broken.", 1);
            }
            applied.add(blueprint.path());
            return List.of();
        }
    }

    private final class Instances extends BlueprintInstanceRepository {

        @Override
        public Optional<BlueprintInstance> findByPath(String path) {
            return Optional.ofNullable(instances.get(path));
        }

        @Override
        public Optional<BlueprintInstance> findByName(String name) {
            return instances.values().stream().filter(instance -> instance.getName().equals(name)).findFirst();
        }

        @Override
        public BlueprintInstance add(BlueprintInstance instance) {
            instances.put(instance.getPath(), instance);
            return instance;
        }
    }
}
