package org.gatehouse.it;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

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

    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
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

    /** The next request for this path; those for others before it are passed over. */
    Request next(String path) {
        try {
            for (Request request = requests.poll(20, TimeUnit.SECONDS); request != null; request = requests.poll(20, TimeUnit.SECONDS)) {
                if (request.path().equals(path)) {
                    return request;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
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
