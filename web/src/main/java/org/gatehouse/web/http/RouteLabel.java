package org.gatehouse.web.http;

import java.util.List;

/** Gives a path the name it is counted under: one of a fixed list, so that no request can make a new one. */
final class RouteLabel {

    private static final List<String> PREFIXES = List.of(
            "/-/health/", "/-/metrics/",
            "/api/v3/flows/executor/", "/api/v3/",
            "/application/o/authorize/", "/application/o/token/", "/application/o/userinfo/", "/application/o/introspect/",
            "/application/o/revoke/", "/application/o/device/", "/application/o/par/", "/application/o/", "/application/saml/",
            "/.well-known/", "/source/", "/if/flow/", "/if/user/", "/if/admin/", "/jakarta.faces.resource/", "/static/");

    private RouteLabel() {
    }

    /** The longest known beginning of the path, or {@code other}. */
    static String of(String path) {
        return PREFIXES.stream().filter(path::startsWith).findFirst().orElse("other");
    }
}
