package org.gatehouse.web.http;

import java.util.Arrays;
import java.util.List;
import org.gatehouse.expression.IpNetwork;

/**
 * The proxies whose forwarding headers are believed. None by default, not even the loopback address: whoever can reach the
 * port directly could otherwise claim any address.
 */
final class TrustedProxies {

    private final List<IpNetwork> networks;

    private TrustedProxies(List<IpNetwork> networks) {
        this.networks = networks;
    }

    /**
     * Reads a comma-separated list of addresses and networks ({@code 10.0.0.0/8, ::1}).
     *
     * @throws IllegalArgumentException naming the setting, when an element is neither
     */
    static TrustedProxies parse(String list) {
        try {
            return new TrustedProxies(Arrays.stream(list.split(",")).map(String::strip).filter(text -> !text.isEmpty())
                    .map(IpNetwork::parse).toList());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("gatehouse.trusted-proxies: " + wrong.getMessage(), wrong);
        }
    }

    /** Whether the text is the address of a trusted proxy; junk is not. */
    boolean contains(String address) {
        try {
            return networks.stream().anyMatch(network -> network.contains(address));
        } catch (IllegalArgumentException junk) {
            return false;
        }
    }

    /** Whether the text is an IP address. */
    static boolean isAddress(String text) {
        try {
            return IpNetwork.parse(text).contains(text) && text.indexOf('/') < 0;
        } catch (IllegalArgumentException junk) {
            return false;
        }
    }
}
