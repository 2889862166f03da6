package org.gatehouse.outgoing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server of a test's own, which answers what the test wants and keeps what it was sent. */
public final class LocalHttp implements AutoCloseable {

    public final List<String> received = new CopyOnWriteArrayList<>();
    public final List<String> credentials = new CopyOnWriteArrayList<>();
    public volatile Function<String, String> answer = body -> "{}";
    public volatile int status = 200;
    private final HttpServer server;

    public LocalHttp() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(exchange.getRequestURI().getPath() + " " + body);
            credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] bytes = answer.apply(body).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A client that may call this machine. */
    public static OutgoingHttp client() {
        return new OutgoingHttp(new AddressGuard(List.of("127.0.0.1")));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
