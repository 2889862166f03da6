package org.gatehouse.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;

/** Speaks to the server from the address of its trusted proxy, which passes on the certificates that clients have shown. */
final class ProxyConnection {

    /** An address of this machine that nothing else of the tests comes from. */
    static final String ADDRESS = "127.0.0.7";

    /** What came back. */
    record Answer(int status, String body) {
    }

    private final URI server;

    ProxyConnection(String url) {
        this.server = URI.create(url);
    }

    /** How proxies write a certificate (RFC 9440 section 2.2). */
    static String header(X509Certificate certificate) {
        try {
            return "Client-Cert: :" + Base64.getEncoder().encodeToString(certificate.getEncoded()) + ":";
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    Answer post(String path, Map<String, String> form, String... headers) {
        String body = HttpBrowser.form(form);
        return send("POST " + path + " HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n", body, headers);
    }

    Answer get(String path, String... headers) {
        return send("GET " + path + " HTTP/1.1\r\n", "", headers);
    }

    /** Sends an address or a form as they are, which no client library would let pass. */
    static Answer raw(String url, String method, String path, String body) {
        String form = body.isEmpty() ? "" : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n";
        return new ProxyConnection(url).send(method + " " + path + " HTTP/1.1\r\n" + form, body);
    }

    private Answer send(String head, String body, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        String request = head + "Host: " + server.getAuthority() + "\r\nConnection: close\r\n" + more + "\r\n" + body;
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.getPort(), InetAddress.getByName(ADDRESS), 0)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(Integer.parseInt(answer.substring(9, 12)), answer.substring(answer.indexOf("\r\n\r\n") + 4));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
