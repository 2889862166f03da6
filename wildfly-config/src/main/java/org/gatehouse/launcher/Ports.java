package org.gatehouse.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine. */
public final class Ports {

    private Ports() {
    }

    /** A port of the loopback address that was free a moment ago. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartupFailure("no free port on the loopback address", e);
        }
    }

    /** @throws StartupFailure naming the port when something listens there, or the address when it is not of this machine */
    static void requireFree(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As servers do it: connections of a stopped server that linger in TIME_WAIT are no hindrance.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartupFailure("port " + port + " on " + address + " cannot be used (" + e.getMessage()
                    + "); -Dgatehouse.port-offset=N shifts all ports", e);
        }
    }
}
