package org.gatehouse.web.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.file.MediaAddress;

/** Addresses of pages, and which addresses that administrators typed may go into a page. */
public final class PageAddress {

    private static final Set<String> WEB = Set.of("http", "https");

    private PageAddress() {
    }

    /** The page of a flow. */
    public static String ofFlow(String slug) {
        return "/if/flow/" + encode(slug) + "/";
    }

    /** The page with these query parameters. */
    public static String withQuery(String page, Map<String, String> query) {
        return query.isEmpty() ? page : page + "?" + query.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue())).collect(Collectors.joining("&"));
    }

    /** A picture: an uploaded one by its name, a path of this server, a web address or an embedded picture. Everything else, script above all, is left out. */
    public static Optional<String> image(String typed) {
        return typed != null && typed.startsWith("data:image/") ? Optional.of(typed) : MediaAddress.of(typed).flatMap(PageAddress::link);
    }

    /** A link: a path of this server or a web address. */
    public static Optional<String> link(String typed) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(typed.strip());
            boolean path = address.getScheme() == null && address.getRawAuthority() == null && typed.strip().startsWith("/");
            boolean web = address.getScheme() != null && WEB.contains(address.getScheme().toLowerCase(Locale.ROOT));
            return path || web ? Optional.of(typed.strip()) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** A value for a query string or a path segment. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
