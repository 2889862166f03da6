package org.gatehouse.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.access.Actor;
import org.gatehouse.access.ListScope;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.fixture.Wired;
import org.junit.jupiter.api.Test;

class ObjectRightsTest {

    private static final String THING = "test.thing";

    private final Actor actor = new Actor(7L, "delegate", false, false);
    private final Granted granted = new Granted();
    private final Thing model = new Thing();
    private final ObjectRights rights = Wired.with(new ObjectRights(), granted);
    private final ListRights lists = Wired.with(new ListRights(), granted);

    @Test
    void refusesWhoeverMaySeeNothingOfTheKindWhateverTheKey() {
        assertThatThrownBy(() -> rights.requireVisible(actor, model, "a")).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> rights.requireVisible(actor, model, "there is none")).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> lists.narrow(actor, model, ModelQuery.all())).isInstanceOf(AccessDenied.class);
    }

    @Test
    void hidesWhatIsNotGrantedFromWhoeverSeesOthers() {
        granted.add(Permission.view(THING), "a");

        assertThatCode(() -> rights.requireVisible(actor, model, "a")).doesNotThrowAnyException();
        assertThatThrownBy(() -> rights.requireVisible(actor, model, "b")).isInstanceOf(ObjectNotFound.class);
        assertThatThrownBy(() -> rights.require(actor, model, "b", Model.Operation.UPDATE)).isInstanceOf(ObjectNotFound.class);
        assertThatThrownBy(() -> rights.require(actor, model, "a", Model.Operation.UPDATE)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void changesNothingThatCannotBeSeen() {
        granted.add(Permission.view(THING), "a");
        granted.add(Permission.change(THING), "b");

        assertThatThrownBy(() -> rights.require(actor, model, "b", Model.Operation.UPDATE)).isInstanceOf(ObjectNotFound.class);
        granted.add(Permission.view(THING), "b");
        assertThatCode(() -> rights.require(actor, model, "b", Model.Operation.UPDATE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> rights.require(actor, model, "b", Model.Operation.DELETE)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void leavesPeopleWhatIsTheirOwn() {
        model.own = "mine";

        assertThat(rights.sees(actor, model, "mine")).isTrue();
        assertThatCode(() -> rights.require(actor, model, "mine", Model.Operation.DELETE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> rights.require(actor, model, "mine", Model.Operation.UPDATE)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void narrowsAListToGrantedObjects() {
        granted.add(Permission.view(THING), "a");

        ModelQuery narrowed = lists.narrow(actor, model, ModelQuery.all());

        assertThat(narrowed.visible()).map(VisibleObjects::granted).contains(granted.scope(actor, Set.of()));
        assertThat(lists.narrow(Actor.ofSystem(), model, ModelQuery.all()).visible()).isEmpty();
    }

    @Test
    void opensAListThatCannotBeNarrowedToNobodyWhoMayNotSeeAll() {
        granted.add(Permission.view(THING), "a");
        model.narrowable = false;

        assertThatThrownBy(() -> lists.narrow(actor, model, ModelQuery.all())).isInstanceOf(AccessDenied.class);
    }

    @Test
    void namesOnlyVisibleUsers() {
        granted.add(Permission.view(THING), "a");

        List<UsedBy> shown = rights.shown(actor, List.of(UsedBy.of(THING, "a", "A", "cascade"), UsedBy.of(THING, "b", "B", "cascade")));

        assertThat(shown).containsExactly(UsedBy.of(THING, "a", "A", "cascade"), UsedBy.of(THING, "", "", "cascade"));
    }

    /** Rights for single objects. */
    private static final class Granted extends Permissions {

        private final Set<Map.Entry<Permission, String>> single = new HashSet<>();

        void add(Permission permission, String key) {
            single.add(Map.entry(permission, key));
        }

        @Override
        public boolean has(Actor actor, Permission permission) {
            return actor.superuser();
        }

        @Override
        public boolean has(Actor actor, Permission permission, String key) {
            return actor.superuser() || single.contains(Map.entry(permission, key));
        }

        @Override
        public boolean hasSomewhere(Actor actor, Permission permission) {
            return actor.superuser() || single.stream().anyMatch(one -> one.getKey().equals(permission));
        }

        @Override
        public Set<Permission> rights(Actor actor, String model, String key) {
            return Permission.ordinary(model).stream().filter(one -> has(actor, one, key)).collect(Collectors.toSet());
        }

        @Override
        public ListScope scope(Actor actor, Set<Permission> permissions) {
            return new ListScope(Set.of(1), Set.of(new UUID(0, 1)));
        }
    }

    /** A kind of object of which each person may delete one. */
    private static final class Thing implements Model {

        private String own = "";
        private boolean narrowable = true;

        @Override
        public String name() {
            return THING;
        }

        @Override
        public String path() {
            return "test/things";
        }

        @Override
        public boolean isNarrowable() {
            return narrowable;
        }

        @Override
        public boolean isOwn(Actor actor, String key) {
            return key.equals(own);
        }

        @Override
        public Set<Operation> ownOperations() {
            return Set.of(Operation.DELETE);
        }

        @Override
        public List<FieldDescriptor> fields() {
            return List.of();
        }

        @Override
        public ModelPage list(Actor actor, ModelQuery query) {
            return new ModelPage(List.of(), 0);
        }

        @Override
        public Optional<JsonObject> read(Actor actor, String key) {
            return Optional.empty();
        }

        @Override
        public Optional<JsonObject> document(String key) {
            return Optional.empty();
        }

        @Override
        public Optional<String> find(JsonObject identifiers) {
            return Optional.empty();
        }

        @Override
        public String save(Actor actor, Optional<String> key, JsonObject document) {
            return "";
        }

        @Override
        public void delete(Actor actor, String key) {
        }
    }
}
