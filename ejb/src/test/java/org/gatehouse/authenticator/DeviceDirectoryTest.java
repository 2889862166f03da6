package org.gatehouse.authenticator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.validation.Validation;
import java.util.Optional;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.access.Actor;
import org.gatehouse.fixture.NoGrants;
import org.gatehouse.authenticator.DeviceDirectory.Scope;
import org.gatehouse.fixture.DeviceTable;
import org.gatehouse.fixture.InMemoryUsers;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.RecordedEvents;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.model.directory.User;
import org.gatehouse.type.DocumentReader;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.RecordCodec;
import org.junit.jupiter.api.Test;

class DeviceDirectoryTest {

    private final MovableClock clock = new MovableClock();
    private final DeviceTable table = new DeviceTable();
    private final RecordedEvents events = new RecordedEvents();
    private final InMemoryUsers users = new InMemoryUsers();
    private final User alice = users.add(TestUsers.alice());
    private final User bob = users.add(TestUsers.bob());
    private final KnownAuthenticators types = new KnownAuthenticators();
    private final Authenticators authenticators = Wired.with(new Authenticators(), table, types, events, clock);
    private final DeviceDirectory directory = Wired.with(new DeviceDirectory(), table, authenticators, users, events, clock, new NoGrants(), new NoGrants.Limits(),
            Wired.with(new DeviceWire(), types),
            Wired.with(new DocumentReader(), new RecordCodec(null), Validation.buildDefaultValidatorFactory().getValidator()));
    private final AuthenticatorDevice device = authenticators.enrol(authenticators.newDevice(DeviceClass.TOTP, alice, "App"));
    private final String key = device.getNumPk().toString();

    private final Actor owner = Actor.of(alice, false);
    private final Actor stranger = Actor.of(bob, false);
    private final Actor administrator = Actor.of(bob, true);

    @Test
    void showsPeopleTheirOwnDevicesOnly() {
        assertThat(directory.all(owner, Scope.OWN, Optional.empty())).hasSize(1);
        assertThat(directory.all(stranger, Scope.OWN, Optional.of(alice.getId()))).isEmpty();
        assertThat(directory.all(administrator, Scope.OWN, Optional.empty())).isEmpty();
        assertThat(directory.all(Actor.ofSystem(), Scope.OWN, Optional.empty())).isEmpty();
    }

    @Test
    void showsAdministratorsEverybodysAndNobodyElse() {
        assertThat(directory.all(administrator, Scope.ALL, Optional.of(alice.getId()))).hasSize(1);
        assertThat(directory.all(administrator, Scope.ALL, Optional.empty())).hasSize(1);
        assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> directory.all(owner, Scope.ALL, Optional.of(alice.getId())));
        assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> directory.read(owner, Scope.ALL, DeviceClass.TOTP, key));
    }

    @Test
    void doesNotFindWhatIsSomebodyElsesOrOfAnotherClassOrNoKey() {
        assertThatExceptionOfType(ObjectNotFound.class).isThrownBy(() -> directory.read(stranger, Scope.OWN, DeviceClass.TOTP, key));
        assertThatExceptionOfType(ObjectNotFound.class).isThrownBy(() -> directory.delete(stranger, Scope.OWN, DeviceClass.TOTP, key));
        assertThatExceptionOfType(ObjectNotFound.class).isThrownBy(() -> directory.rename(stranger, Scope.OWN, DeviceClass.TOTP, key, name("x")));
        for (String odd : new String[] {"", "x", "-1", "99", "1 OR 1=1", "9".repeat(40)}) {
            assertThatExceptionOfType(ObjectNotFound.class).isThrownBy(() -> directory.read(owner, Scope.OWN, DeviceClass.TOTP, odd));
        }
        assertThatExceptionOfType(ObjectNotFound.class).isThrownBy(() -> directory.read(owner, Scope.OWN, DeviceClass.EMAIL, key));
        assertThat(table.rows).hasSize(1);
    }

    @Test
    void renamesAndSaysSo() {
        assertThat(directory.rename(owner, Scope.OWN, DeviceClass.TOTP, key, name(" Old phone ")).getString("name")).isEqualTo("Old phone");
        assertThat(directory.patch(owner, Scope.OWN, DeviceClass.TOTP, key, JsonObject.EMPTY_JSON_OBJECT).getString("name")).isEqualTo("Old phone");
        assertThat(events.actions()).containsExactly("model_created", "model_updated");
    }

    @Test
    void refusesNamesThatAreNone() {
        for (JsonObject wrong : new JsonObject[] {JsonObject.EMPTY_JSON_OBJECT, name(""), name("  "), name("x".repeat(65)), name("a\0b"),
            Json.createObjectBuilder().add("name", 7).build(), Json.createObjectBuilder(name("x")).add("confirmed", true).build()}) {
            assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> directory.rename(owner, Scope.OWN, DeviceClass.TOTP, key, wrong));
        }
        assertThat(device.getName()).isEqualTo("App");
    }

    @Test
    void deletesAndSaysWhoseItWas() {
        directory.delete(administrator, Scope.ALL, DeviceClass.TOTP, key);

        assertThat(table.rows).isEmpty();
        assertThat(events.actions()).endsWith("model_deleted");
        assertThat(events.drafts().get(1).context().getString("owner")).isEqualTo("alice");
    }

    @Test
    void makesOnlyDevicesThatProveNothing() {
        directory.create(administrator, DeviceClass.TOTP, name("made up"));

        assertThat(table.findByUser(bob.getId())).hasSize(1).noneMatch(AuthenticatorDevice::isConfirmed);
        assertThat(authenticators.confirmedOf(bob)).isEmpty();
        assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> directory.create(owner, DeviceClass.TOTP, name("x")));
    }

    private static JsonObject name(String name) {
        return Json.createObjectBuilder().add("name", name).build();
    }
}
