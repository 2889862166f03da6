package org.gatehouse.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.directory.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownDevicesTest {

    private final MovableClock clock = new MovableClock();
    private final User alice = TestUsers.alice();
    private final User bob = TestUsers.bob();

    private KnownDevices with(BrowserDevice browser) {
        return Wired.with(new KnownDevices(), browser, clock, new SecretCipher(List.of("the secret of a test")));
    }

    private BrowserDevice after(BrowserDevice browser) {
        BrowserDevice next = new BrowserDevice();
        next.arrived(browser.fresh().orElseThrow().note());
        return next;
    }

    @Test
    void knowsWhoHasLoggedInBefore() {
        BrowserDevice browser = new BrowserDevice();
        with(browser).remember(alice, Duration.ofDays(30));

        assertThat(with(after(browser)).knows(alice)).isTrue();
        assertThat(with(after(browser)).knows(bob)).isFalse();
        assertThat(browser.fresh().orElseThrow().note()).matches("[A-Za-z0-9_-]+").doesNotContain(alice.getUuid().toString());
    }

    @Test
    void forgetsInTime() {
        BrowserDevice browser = new BrowserDevice();
        with(browser).remember(alice, Duration.ofDays(30));
        clock.advance(Duration.ofDays(30));

        assertThat(with(after(browser)).knows(alice)).isFalse();
    }

    @Test
    void keepsSeveralUsersOfOneBrowser() {
        BrowserDevice browser = new BrowserDevice();
        with(browser).remember(alice, Duration.ofDays(30));
        BrowserDevice later = after(browser);
        with(later).remember(bob, Duration.ofDays(1));

        assertThat(with(after(later)).knows(alice)).isTrue();
        assertThat(with(after(later)).knows(bob)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!", "eyJhIjoxfQ", "djE6MDAwMDAwMDA6QUFBQQ"})
    void believesNoNoteOfAnybodyElse(String note) {
        BrowserDevice browser = new BrowserDevice();
        browser.arrived(note);

        assertThat(with(browser).knows(alice)).isFalse();
    }
}
