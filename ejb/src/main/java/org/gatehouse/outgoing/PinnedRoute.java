package org.gatehouse.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/**
 * Leads plain http to the address that was checked, so that a name which resolves to another one a moment later (DNS rebinding) gains
 * nothing. The JDK's client resolves names itself, except that of a proxy: the checked address is named as one, and what it gets is a
 * request with an absolute target, which every HTTP/1.1 server has to take (RFC 9112 section 3.2.2). https needs no such thing: the
 * certificate has to be for the name, so an inner server that a name suddenly points to sees no more than the beginning of a handshake.
 */
final class PinnedRoute extends ProxySelector {

    private final AddressGuard guard;

    PinnedRoute(AddressGuard guard) {
        this.guard = guard;
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (uri.getScheme().equalsIgnoreCase("https")) {
            return List.of(Proxy.NO_PROXY);
        }
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(checked(uri.getHost()), port)));
    }

    private InetAddress checked(String host) {
        try {
            return guard.permitted(host);
        } catch (OutgoingFailure refused) {
            throw new NoRoute(refused);
        }
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The call itself reports it.
    }

    /** Carries the refusal through the JDK's client. */
    static final class NoRoute extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoRoute(OutgoingFailure refusal) {
            super(refusal);
        }

        OutgoingFailure refusal() {
            return (OutgoingFailure) getCause();
        }
    }
}
