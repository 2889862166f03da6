package org.gatehouse.setting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.cache.ReadCache;
import org.gatehouse.model.installation.StoredSettings;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectChanged;
import org.gatehouse.type.RecordCodec;

/** What holds for the installation now: kept for half a minute at most, and on the node that changes it until the change commits. */
@ApplicationScoped
public class Settings {

    static final String MODEL = "authentik_tenants.tenant";

    private static final Duration LONGEST_KEPT = Duration.ofSeconds(30);
    private static final String ONLY = "settings";

    private StoredSettings stored;
    private ConfiguredDefaults defaults;
    private RecordCodec codec;
    private final ReadCache<String, SystemSettings> kept;

    /** For the container's proxy. */
    protected Settings() {
        kept = null;
    }

    @Inject
    Settings(StoredSettings stored, ConfiguredDefaults defaults, RecordCodec codec, Clock clock) {
        this.stored = stored;
        this.defaults = defaults;
        this.codec = codec;
        this.kept = new ReadCache<>(1, LONGEST_KEPT, clock);
    }

    /** All settings as they hold now. */
    public SystemSettings current() {
        return kept.get(ONLY, only -> Optional.of(read(stored.find()))).orElseThrow();
    }

    /** The settings that a stored document means. */
    SystemSettings read(Optional<JsonObject> document) {
        JsonObjectBuilder all = Json.createObjectBuilder(defaults.wire());
        document.ifPresent(known -> known.forEach(all::add));
        return codec.fromWire(SystemSettings.class, all.build(), new FieldProblems());
    }

    /** The wire form, with every switch. */
    JsonObject wire(SystemSettings settings) {
        return Json.createObjectBuilder(codec.toWire(settings)).add("flags", SystemFlags.complete(settings.flags())).build();
    }

    /** The switches that flow pages may know before anybody is logged in. */
    public JsonObject pageFlags() {
        JsonObjectBuilder shown = Json.createObjectBuilder();
        SystemFlags.complete(current().flags()).forEach((flag, on) -> {
            if (flag.startsWith("flows_")) {
                shown.add(flag, on);
            }
        });
        return shown.build();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ObjectChanged change) {
        if (change.model().equals(MODEL)) {
            kept.forget(only -> true);
        }
    }
}
