package org.gatehouse.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private final AddressGuard guard = new AddressGuard();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
        "100.100.100.200", "168.63.129.16", "224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1", "::1", "::", "fe80::1", "fc00::1",
        "fd00:ec2::254", "ff02::1", "fec0::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::1", "2001:db8::1",
        "2001::1", "100::1", "::127.0.0.1"})
    void refusesAddressesThatAreNotPublic(String address) throws UnknownHostException {
        assertThat(guard.permits(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.15.0.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1", "192.167.1.1"})
    void permitsPublicAddresses(String address) throws UnknownHostException {
        assertThat(guard.permits(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void permitsOnlyTheListedNetworksBesides() throws UnknownHostException {
        AddressGuard listed = new AddressGuard(List.of("10.20.0.0/16", " ::1 "));

        assertThat(listed.permits(InetAddress.getByName("10.20.3.4"))).isTrue();
        assertThat(listed.permits(InetAddress.getByName("::1"))).isTrue();
        assertThat(listed.permits(InetAddress.getByName("10.21.3.4"))).isFalse();
        assertThat(listed.permits(InetAddress.getByName("127.0.0.1"))).isFalse();
    }

    @Test
    void whatIsNoNetworkOpensNothing() throws UnknownHostException {
        AddressGuard mistyped = new AddressGuard(List.of("10.20.0.0/99", "everything", "", "10.30.0.0/16"));

        assertThat(mistyped.permits(InetAddress.getByName("10.20.3.4"))).isFalse();
        assertThat(mistyped.permits(InetAddress.getByName("10.30.3.4"))).isTrue();
        assertThat(mistyped.permits(InetAddress.getByName("8.8.8.8"))).isTrue();
    }

    @Test
    void refusesNamesWithOneClosedAddressAmongPublicOnes() {
        AddressGuard mixed = new AddressGuard() {
            @Override
            List<InetAddress> resolve(String host) throws UnknownHostException {
                return List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1"));
            }
        };

        assertThatThrownBy(() -> mixed.permitted("mixed.example")).isInstanceOf(OutgoingFailure.class).hasMessageContaining("mixed.example");
    }
}
