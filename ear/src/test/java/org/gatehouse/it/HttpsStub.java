package org.gatehouse.it;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server with a certificate that the product under test trusts; answers with JSON documents by their path, and with 404 for any other. */
final class HttpsStub implements AutoCloseable {

    private static final String PASSWORD = "not-a-secret";
    private static final String ADDRESS = "127.0.0.1";

    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpsServer server;

    HttpsStub() {
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName(ADDRESS), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context()));
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            byte[] document = documents.getOrDefault(path, "{}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(documents.containsKey(path) ? 200 : 404, document.length);
            exchange.getResponseBody().write(document);
            exchange.close();
        });
        server.start();
    }

    /**
     * The file with the only certificate of these servers, made when it is first needed; what a JVM has to be given as its trust store.
     *
     * @return the options for that JVM
     */
    static String trust() {
        return "-Djavax.net.ssl.trustStore=" + store() + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD;
    }

    private static synchronized Path store() {
        Path file = GatehouseServer.directory("https").resolve("stub.p12").toAbsolutePath();
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        ExternalTool.run(file.getParent(), List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "stub",
                "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=stub", "-ext", "san=ip:" + ADDRESS, "-validity", "30", "-storetype", "PKCS12",
                "-keystore", file.toString(), "-storepass", PASSWORD));
        return file;
    }

    private static SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store())) {
            keys.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    HttpsStub on(String path, String json) {
        documents.put(path, json);
        return this;
    }

    String url(String path) {
        return "https://" + ADDRESS + ":" + server.getAddress().getPort() + path;
    }

    /** The paths that were asked for, in order. */
    List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
