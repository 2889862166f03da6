package org.gatehouse.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** A server at an address of this machine that the product under test may not call; counts who does. */
final class ClosedAddress implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicInteger callers = new AtomicInteger();

    ClosedAddress() {
        try {
            socket = new ServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getByName("::1"), 0));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread listener = new Thread(this::listen, "closed-address");
        listener.setDaemon(true);
        listener.start();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                socket.accept().close();
                callers.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }

    String url(String path) {
        return "http://[::1]:" + socket.getLocalPort() + path;
    }

    String secureUrl(String path) {
        return "https://[::1]:" + socket.getLocalPort() + path;
    }

    int callers() {
        return callers.get();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
