package org.gatehouse.web.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a request really comes from, and under which address it was sent: the connection's own facts, corrected by what
 * trusted proxies say. Junk in the headers is passed over, it never breaks anything (CVE-2024-47070).
 *
 * @param clientIp the address of the right-most hop that is not a trusted proxy
 * @param scheme {@code http} or {@code https}
 * @param host host and port as the browser wrote them, not yet validated; may be null
 */
record ForwardedRequest(String clientIp, String scheme, String host) {

    private static final Pattern HOST = Pattern.compile(
            "(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");

    /** The parts of a request this needs, so that it can be tried without a server. */
    interface Headers {

        /** All values of a header, in order. */
        List<String> all(String name);
    }

    static ForwardedRequest of(String peer, String scheme, Headers headers, TrustedProxies proxies) {
        String address = withoutZone(peer);
        Optional<String> host = headers.all("Host").stream().findFirst();
        if (!proxies.contains(address)) {
            return new ForwardedRequest(address, scheme, host.orElse(null));
        }
        String claimed = last(headers, "X-Forwarded-Proto").map(proto -> proto.toLowerCase(Locale.ROOT))
                .filter(proto -> proto.equals("https") || proto.equals("http")).orElse(scheme);
        return new ForwardedRequest(client(address, headers, proxies), claimed, last(headers, "X-Forwarded-Host").or(() -> host).orElse(null));
    }

    /** Walks from our side outwards; stops at the first hop that nobody we trust vouches for. */
    private static String client(String peer, Headers headers, TrustedProxies proxies) {
        List<String> hops = List.of(String.join(",", headers.all("X-Forwarded-For")).split(","));
        String client = peer;
        for (int i = hops.size() - 1; i >= 0; i--) {
            String hop = withoutZone(hops.get(i).strip());
            if (!TrustedProxies.isAddress(hop)) {
                return client;
            }
            client = hop;
            if (!proxies.contains(hop)) {
                return client;
            }
        }
        return client;
    }

    private static Optional<String> last(Headers headers, String name) {
        String[] values = String.join(",", headers.all(name)).split(",");
        return values.length == 0 ? Optional.empty() : Optional.of(values[values.length - 1].strip()).filter(value -> !value.isEmpty());
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    /**
     * Scheme, host and port without a trailing slash; empty when the host is not one. Links in mails and protocol messages are
     * made from it, so nothing unusual is let through.
     */
    Optional<String> baseUrl() {
        if (host == null || !HOST.matcher(host).matches() || host.contains("..")) {
            return Optional.empty();
        }
        String defaultPort = scheme.equals("https") ? ":443" : ":80";
        String name = host.toLowerCase(Locale.ROOT);
        return Optional.of(scheme + "://" + (name.endsWith(defaultPort) ? name.substring(0, name.length() - defaultPort.length()) : name));
    }
}
