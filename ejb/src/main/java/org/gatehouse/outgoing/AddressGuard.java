package org.gatehouse.outgoing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.expression.IpNetwork;
import org.gatehouse.outgoing.OutgoingFailure.Reason;

/**
 * Decides which addresses may be called: those of the public Internet, and the networks listed in
 * {@code gatehouse.outgoing.allowed-networks} (addresses or {@code address/prefix length}, separated by commas). Without it, whoever
 * may write a URL into a setting could make this server read its own metadata service or its neighbours (SSRF).
 */
@ApplicationScoped
public class AddressGuard {

    private static final Logger LOG = Logger.getLogger(AddressGuard.class.getName());

    /** Not for the public by the IANA registries of special-purpose addresses (RFC 6890), and a cloud's metadata service among public ones. */
    private static final List<IpNetwork> CLOSED_V4 = networks("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
            "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "168.63.129.16");

    private static final IpNetwork OPEN_V6 = IpNetwork.parse("2000::/3");

    /** Inside the global range, but tunnels to IPv4 addresses, documentation, and protocol assignments. */
    private static final List<IpNetwork> CLOSED_V6 = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    @Inject
    @ConfigProperty(name = "gatehouse.outgoing.allowed-networks")
    private Optional<List<String>> allowed = Optional.empty();

    private List<IpNetwork> allowedNetworks = List.of();

    public AddressGuard() {
    }

    AddressGuard(List<String> allowed) {
        this.allowed = Optional.of(allowed);
        open();
    }

    @PostConstruct
    void open() {
        allowedNetworks = allowed.stream().flatMap(List::stream).flatMap(AddressGuard::readable).toList();
    }

    /** What is no network opens nothing, and the log says so. */
    private static Stream<IpNetwork> readable(String text) {
        try {
            return Stream.of(IpNetwork.parse(text.strip()));
        } catch (IllegalArgumentException malformed) {
            LOG.severe(() -> "gatehouse.outgoing.allowed-networks: " + text + " is no network (" + malformed.getMessage() + "); it is left out.");
            return Stream.empty();
        }
    }

    /**
     * Asks the name service once and checks what it says. A name with a single closed address is refused as a whole: which one would
     * be connected to is chance.
     *
     * @param host a name, or an address (IPv6 in brackets)
     * @return an address that may be connected to
     * @throws OutgoingFailure when there is none
     */
    InetAddress permitted(String host) throws OutgoingFailure {
        List<InetAddress> addresses = addressesOf(host);
        for (InetAddress address : addresses) {
            if (!permits(address)) {
                throw new OutgoingFailure(Reason.REFUSED, "The address of " + host + " may not be called; "
                        + "see gatehouse.outgoing.allowed-networks.");
            }
        }
        return addresses.get(0);
    }

    private List<InetAddress> addressesOf(String host) throws OutgoingFailure {
        try {
            return resolve(host);
        } catch (UnknownHostException unknown) {
            throw new OutgoingFailure(Reason.UNREACHABLE, "There is no host " + host + ".");
        }
    }

    /** What the name service says; at least one address. */
    List<InetAddress> resolve(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }

    /** Whether the address may be connected to. */
    public boolean permits(InetAddress address) {
        String text = textOf(address);
        return isPublic(address, text) || allowedNetworks.stream().anyMatch(network -> network.contains(text));
    }

    private static boolean isPublic(InetAddress address, String text) {
        if (address.getAddress().length == 4) {
            return CLOSED_V4.stream().noneMatch(network -> network.contains(text));
        }
        return OPEN_V6.contains(text) && CLOSED_V6.stream().noneMatch(network -> network.contains(text));
    }

    /** Without the interface that a link-local address may be written with. */
    private static String textOf(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }

    private static List<IpNetwork> networks(String... texts) {
        return Stream.of(texts).map(IpNetwork::parse).toList();
    }
}
