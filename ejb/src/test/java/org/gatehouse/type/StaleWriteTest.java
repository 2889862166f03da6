package org.gatehouse.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Instance;
import jakarta.json.JsonObject;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.fixture.NoGrants;
import org.gatehouse.fixture.Wired;
import org.junit.jupiter.api.Test;

/** Who edits what somebody else has changed meanwhile is told, and overwrites nothing. */
class StaleWriteTest {

    private static final Actor ADMIN = Actor.ofSystem();

    private final Row row = new Row();
    private final ManagedModels models = Wired.with(new ManagedModels(), new NoGrants(), new NoGrants.Limits(),
            Wired.with(new ObjectRights(), new NoGrants()));

    @Test
    void aWriteOfWhatHasChangedMeanwhileShowsBothVersionsAndStoresNothing() {
        String seen = models.revision(ADMIN, row, "1");
        row.stored = WireObject.empty().put("name", "theirs").build();

        assertThatThrownBy(() -> models.replace(ADMIN, row, "1", named("mine"), Optional.of(seen))).isInstanceOfSatisfying(StaleWrite.class, stale -> {
            assertThat(stale.current()).isEqualTo(named("theirs"));
            assertThat(stale.yours()).isEqualTo(named("mine"));
        });
        assertThatThrownBy(() -> models.patch(ADMIN, row, "1", named("mine"), Optional.of(seen))).isInstanceOf(StaleWrite.class);
        assertThat(row.saved).isEmpty();
    }

    @Test
    void aWriteOfWhatIsStillTheSameIsStored() {
        models.replace(ADMIN, row, "1", row.stored, Optional.of(models.revision(ADMIN, row, "1")));
        models.patch(ADMIN, row, "1", row.stored);

        assertThat(row.saved).hasSize(2);
    }

    private static JsonObject named(String name) {
        return WireObject.empty().put("name", name).build();
    }

    private static Instance<?> noChecks() {
        return (Instance<?>) Proxy.newProxyInstance(StaleWriteTest.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, arguments) -> null);
    }

    private static final class NoLimits extends ObjectRights {

        @Override
        public void requireVisible(Actor actor, Model model, String key) {
        }

        @Override
        public void require(Actor actor, Model model, String key, Model.Operation operation) {
        }
    }

    private static final class Row implements Model {

        private JsonObject stored = named("first");
        private final List<JsonObject> saved = new ArrayList<>();

        @Override
        public String name() {
            return "test.row";
        }

        @Override
        public String path() {
            return "test/rows";
        }

        @Override
        public List<FieldDescriptor> fields() {
            return List.of();
        }

        @Override
        public ModelPage list(Actor actor, ModelQuery query) {
            return new ModelPage(List.of(stored), 1);
        }

        @Override
        public Optional<JsonObject> read(Actor actor, String key) {
            return Optional.of(stored);
        }

        @Override
        public Optional<JsonObject> document(String key) {
            return Optional.of(stored);
        }

        @Override
        public Optional<String> find(JsonObject identifiers) {
            return Optional.of("1");
        }

        @Override
        public String save(Actor actor, Optional<String> key, JsonObject document) {
            saved.add(document);
            return "1";
        }

        @Override
        public void delete(Actor actor, String key) {
            throw new UnsupportedOperationException();
        }
    }
}
