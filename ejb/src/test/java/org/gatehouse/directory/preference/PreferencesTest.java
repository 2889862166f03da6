package org.gatehouse.directory.preference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.directory.Profiles;
import org.gatehouse.event.EventAction;
import org.gatehouse.fixture.InMemoryUsers;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.RecordedEvents;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.directory.User;
import org.junit.jupiter.api.Test;

class PreferencesTest {

    private final InMemoryUsers users = new InMemoryUsers();
    private final RecordedEvents events = new RecordedEvents();
    private final OwnPreferences own = Wired.with(new OwnPreferences(), users, Wired.with(new Profiles(), users, new MovableClock()), events);
    private final User alice = users.add(TestUsers.alice());

    @Test
    void readsWhatTheContractHas() {
        Preferences read = Preferences.of(json("{\"settings\": {\"locale\": \"de_DE\", \"theme\": {\"base\": \"dark\"}}}"));

        assertThat(read.language()).contains("de");
        assertThat(read.theme()).contains(Theme.DARK);
    }

    @Test
    void whatMakesNoSenseCountsAsNotSaid() {
        for (String text : new String[] {"{}", "{\"settings\": 1}", "{\"settings\": {\"locale\": [], \"theme\": \"dark\"}}",
                "{\"settings\": {\"locale\": \"xx\", \"theme\": {\"base\": \"pink\"}}}", "{\"settings\": {\"locale\": \"\"}}"}) {
            assertThat(Preferences.of(json(text))).as(text).isEqualTo(Preferences.NONE);
        }
    }

    @Test
    void writesOnlyItsOwnAttributes() {
        alice.setAttributes(json("{\"team\": \"blue\", \"settings\": {\"navbar\": {\"userDisplay\": \"email\"}, \"locale\": \"en\"}}"));
        Preferences wanted = new Preferences(Optional.of("de"), Optional.of(Theme.DARK));

        own.choose(Actor.of(alice, false), wanted);

        assertThat(Preferences.of(alice.getAttributes())).isEqualTo(wanted);
        assertThat(alice.getAttributes().getString("team")).isEqualTo("blue");
        assertThat(alice.getAttributes().getJsonObject("settings").getJsonObject("navbar").getString("userDisplay")).isEqualTo("email");
        assertThat(events.actions()).containsExactly(EventAction.USER_WRITE);
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
