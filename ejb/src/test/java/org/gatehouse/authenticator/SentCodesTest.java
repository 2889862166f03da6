package org.gatehouse.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.fixture.DeviceTable;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.DeviceClass;
import org.junit.jupiter.api.Test;

class SentCodesTest {

    private static final Duration VALIDITY = Duration.ofMinutes(10);

    private final MovableClock clock = new MovableClock();
    private final DeviceTable table = new DeviceTable();
    private final SentCodes codes = Wired.with(new SentCodes(), clock, table, new RandomKeys());
    private final AuthenticatorDevice device = table.add(AuthenticatorDevice.of(DeviceClass.EMAIL, TestUsers.alice(), "mail", clock.instant()));

    @Test
    void acceptsACodeOnce() {
        String code = codes.issue(device, VALIDITY);

        assertThat(code).matches("[0-9]{6}");
        assertThat(codes.redeem(device, code)).isTrue();
        assertThat(codes.redeem(device, code)).isFalse();
    }

    @Test
    void acceptsOnlyTheCodeThatWasSentLast() {
        String first = codes.issue(device, VALIDITY);
        String last = codes.issue(device, VALIDITY);

        assertThat(codes.redeem(device, first)).isEqualTo(first.equals(last));
    }

    @Test
    void acceptsNoCodeThatHasExpired() {
        String code = codes.issue(device, VALIDITY);
        clock.advance(VALIDITY);

        assertThat(codes.redeem(device, code)).isFalse();
    }

    @Test
    void acceptsNoCodeOfAnotherDeviceAndNothingElse() {
        AuthenticatorDevice other = table.add(AuthenticatorDevice.of(DeviceClass.EMAIL, TestUsers.bob(), "mail", clock.instant()));
        String code = codes.issue(device, VALIDITY);

        assertThat(codes.redeem(other, code)).isFalse();
        for (String wrong : new String[] {null, "", code + "0", code.substring(1), " " + code}) {
            assertThat(codes.redeem(device, wrong)).isFalse();
        }
        assertThat(codes.redeem(device, code)).as("still good").isTrue();
    }
}
