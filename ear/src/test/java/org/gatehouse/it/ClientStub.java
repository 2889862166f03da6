package org.gatehouse.it;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** The web server of a relying party: shows pages, and keeps what it was asked. */
final class ClientStub implements AutoCloseable {

    /** What somebody asked. */
    record Request(String method, URI uri, String body) {

        String path() {
            return uri.getPath();
        }

        Map<String, String> query() {
            return CodeFlow.query(uri.getRawQuery());
        }

        Map<String, String> form() {
            return CodeFlow.query(body);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final HttpServer server;

    ClientStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            Request request = new Request(exchange.getRequestMethod(), exchange.getRequestURI(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (!request.path().equals("/favicon.ico")) {
                requests.add(request);
            }
            byte[] page = pages.getOrDefault(request.path(), "<!DOCTYPE html><title>" + request.path() + "</title>").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    ClientStub page(String path, String html) {
        pages.put(path, html);
        return this;
    }

    /** An address for browsers: of the same site as the test server, which a browser asks for cookies. */
    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** An address for servers, which must not have to ask what localhost is. */
    String direct(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The oldest request for this path, which is taken away; those for others stay. */
    Request next(String path) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Request found = requests.stream().filter(request -> request.path().equals(path)).findFirst().orElse(null);
            if (found != null && requests.remove(found)) {
                return found;
            }
            LockSupport.parkNanos(50_000_000L);
        }
        throw new AssertionError("Nobody asked for " + path + ".");
    }

    /** Whether anybody has asked for this path and was not looked at yet. */
    boolean wasAsked(String path) {
        return requests.stream().anyMatch(request -> request.path().equals(path));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
