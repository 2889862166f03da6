package org.gatehouse.policy.reputation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.gatehouse.expression.IpNetwork;

/** Whom an address stands for: an IPv4 address for itself, an IPv6 address for the /64 around it, which one customer has (RFC 6177). */
final class ClientNetwork {

    private static final int HALF = 8;

    private ClientNetwork() {
    }

    static String of(String clientIp) {
        if (clientIp.indexOf(':') < 0) {
            return clientIp;
        }
        byte[] address = IpNetwork.parse(clientIp).address();
        if (address.length > HALF) {
            Arrays.fill(address, HALF, address.length, (byte) 0);
        }
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
