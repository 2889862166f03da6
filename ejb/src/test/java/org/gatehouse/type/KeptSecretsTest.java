package org.gatehouse.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotNull;
import java.io.StringReader;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.config.ConfiguredObject;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.ObjectReference;
import org.junit.jupiter.api.Test;

class KeptSecretsTest {

    /** What the test's objects are set to. */
    public record Settings(@NotNull Secret key, Secret spare, @Default("") String note) {
    }

    @ObjectType(family = Family.POLICY, name = "sealed", model = "test.sealed", component = "test")
    static class Sealed implements ConfigurableType<Settings> {
    }

    private final Map<UUID, ConfiguredObject> rows = new HashMap<>();
    private final SecretCipher cipher = new SecretCipher(List.of("a secret key that is long enough"));
    private final RecordCodec codec = new RecordCodec(cipher);
    private final KnownTypes types = new KnownTypes().add(new Sealed());
    private final TypeDescriptor<?> type = types.find(Family.POLICY, "sealed").orElseThrow();
    private final ConfiguredObjects objects = Wired.with(new ConfiguredObjects(), new Rows(), types, codec, new ReferenceLookup(), Clock.systemUTC(),
            Wired.with(new DocumentReader(), codec, Validation.buildDefaultValidatorFactory().getValidator()),
            Wired.with(new ReferenceIndex(), new Rows()));

    @Test
    void aRequiredSecretNeedNotBeSentAgain() {
        String key = save(Optional.empty(), "{'name':'one','key':'first','spare':'other'}");
        Settings before = stored(key);

        save(Optional.of(key), "{'name':'one','note':'changed'}");

        assertThat(stored(key).key()).isEqualTo(before.key());
        assertThat(stored(key).spare()).isEqualTo(before.spare());
        assertThat(stored(key).note()).isEqualTo("changed");
    }

    @Test
    void aSecretThatIsSentReplacesTheFormerOne() {
        String key = save(Optional.empty(), "{'name':'one','key':'first'}");

        save(Optional.of(key), "{'name':'one','key':'second'}");

        assertThat(cipher.open(stored(key).key().sealed())).isEqualTo("second");
        assertThat(stored(key).spare()).isNull();
    }

    @Test
    void aNewObjectNeedsItsSecret() {
        assertThatThrownBy(() -> save(Optional.empty(), "{'name':'one'}")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aRequiredSecretCannotBeTakenAway() {
        String key = save(Optional.empty(), "{'name':'one','key':'first'}");

        assertThatThrownBy(() -> save(Optional.of(key), "{'name':'one','key':null}")).isInstanceOf(InvalidInput.class);
    }

    private String save(Optional<String> key, String document) {
        return objects.save(type, key, json(document.replace('\'', '"')));
    }

    private Settings stored(String key) {
        return objects.settings(rows.get(UUID.fromString(key)), Settings.class);
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private final class Rows extends ConfiguredObjectRepository {

        @Override
        public <T extends ConfiguredObject> Optional<T> find(Class<T> family, UUID id) {
            return Optional.ofNullable(rows.get(id)).map(family::cast);
        }

        @Override
        public <T extends ConfiguredObject> Optional<T> findByName(Class<T> family, String name) {
            return Optional.empty();
        }

        @Override
        public <T extends ConfiguredObject> T add(T object) {
            rows.put(object.getId(), object);
            return object;
        }

        @Override
        public void flush() {
            // Rows are in memory.
        }

        @Override
        public void replaceReferences(UUID ownerId, List<ObjectReference> references) {
            assertThat(references).isEmpty();
        }
    }
}
