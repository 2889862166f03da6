package org.gatehouse.expression;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A block of IP addresses. Texts are parsed as literals only: an expression must not be able to make the server ask the
 * name service.
 */
public record IpNetwork(byte[] address, int prefix) {

    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /**
     * Reads {@code address/prefix length}, or a single address.
     *
     * @throws IllegalArgumentException with a sentence when it is neither
     */
    public static IpNetwork parse(String text) {
        int slash = text.indexOf('/');
        byte[] address = addressOf(slash < 0 ? text : text.substring(0, slash));
        int bits = address.length * 8;
        int prefix = slash < 0 ? bits : prefixOf(text.substring(slash + 1));
        if (prefix > bits) {
            throw new IllegalArgumentException("a prefix length is at most " + bits);
        }
        return new IpNetwork(address, prefix);
    }

    /** Whether the address is inside; an address of the other IP version never is. */
    public boolean contains(String candidate) {
        byte[] other = addressOf(candidate);
        if (other.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((other[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** The first bits of the address, as text to compare; an IPv4 address is short enough to be kept whole. */
    public String start(int bits) {
        return HexFormat.of().formatHex(address, 0, address.length == 4 ? 4 : bits / 8);
    }

    private static int prefixOf(String text) {
        if (!text.matches("\\d{1,3}")) {
            throw new IllegalArgumentException("a network is written as address/prefix length");
        }
        return Integer.parseInt(text);
    }

    private static byte[] addressOf(String text) {
        if (text.length() <= 45 && (IPV4.matcher(text).matches() || IPV6.matcher(text).matches())) {
            try {
                // An IPv4 address in IPv6 form comes back as IPv4, so one client has one address.
                return InetAddress.getByName(text).getAddress();
            } catch (UnknownHostException malformed) {
                throw new IllegalArgumentException("an IP address is malformed", malformed);
            }
        }
        throw new IllegalArgumentException("an IP address is malformed");
    }
}
