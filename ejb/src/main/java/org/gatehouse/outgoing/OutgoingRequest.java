package org.gatehouse.outgoing;

import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A call to make.
 *
 * @param method such as {@code GET}
 * @param url absolute, http or https
 * @param headers by name; what carries credentials belongs here, not into the URL
 * @param body what is sent; empty for none
 * @param timeout for the whole call, redirects and body included; null for the installation's default
 * @param maxBytes how long the answer may be
 * @param redirects whether redirects may be followed
 * @param authority whose certificates the server's has to be from; null for those that the JVM trusts
 */
public record OutgoingRequest(String method, String url, Map<String, String> headers, byte[] body, Duration timeout, int maxBytes,
        boolean redirects, X509Certificate authority) {

    private static final int DEFAULT_MAX_BYTES = 1 << 20;

    public OutgoingRequest {
        headers = Map.copyOf(headers);
        body = body.clone();
    }

    /** Reads what is at the URL. */
    public static OutgoingRequest get(String url) {
        return of("GET", url, Map.of(), new byte[0]);
    }

    /** Sends form fields, as {@code application/x-www-form-urlencoded}. */
    public static OutgoingRequest postForm(String url, Map<String, String> fields) {
        String form = fields.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return post(url, "application/x-www-form-urlencoded", form);
    }

    /** Sends a JSON document. */
    public static OutgoingRequest postJson(String url, JsonValue document) {
        return post(url, "application/json", document.toString());
    }

    /** Sends a text in UTF-8. */
    public static OutgoingRequest post(String url, String mediaType, String text) {
        return of("POST", url, Map.of("Content-Type", mediaType), text.getBytes(StandardCharsets.UTF_8));
    }

    private static OutgoingRequest of(String method, String url, Map<String, String> headers, byte[] body) {
        return new OutgoingRequest(method, url, headers, body, null, DEFAULT_MAX_BYTES, true, null);
    }

    /** The same call with one header more. */
    public OutgoingRequest header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new OutgoingRequest(method, url, more, body, timeout, maxBytes, redirects, authority);
    }

    /** The same call, given up after this time. */
    public OutgoingRequest within(Duration time) {
        return new OutgoingRequest(method, url, headers, body, time, maxBytes, redirects, authority);
    }

    /** The same call, given up when the answer is longer. */
    public OutgoingRequest atMost(int bytes) {
        return new OutgoingRequest(method, url, headers, body, timeout, bytes, redirects, authority);
    }

    /** The same call, for which a redirect is an answer like any other. */
    public OutgoingRequest withoutRedirects() {
        return new OutgoingRequest(method, url, headers, body, timeout, maxBytes, false, authority);
    }

    /** The same call, to a server whose certificate is from this authority and no other. */
    public OutgoingRequest trusting(X509Certificate onlyAuthority) {
        return new OutgoingRequest(method, url, headers, body, timeout, maxBytes, redirects, onlyAuthority);
    }

    /** The same call to another URL. */
    OutgoingRequest to(String otherUrl) {
        return new OutgoingRequest(method, otherUrl, headers, body, timeout, maxBytes, redirects, authority);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Without URL, headers and body: each may hold a secret. */
    @Override
    public String toString() {
        return "OutgoingRequest[" + method + "]";
    }
}
