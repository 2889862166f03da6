package org.gatehouse.web.api;

import java.util.Set;

/** What the API shows to strangers. */
final class PublicPaths {

    private static final Set<String> PUBLIC = Set.of("root/config", "core/brands/current", "schema");

    private PublicPaths() {
    }

    /** Whether the path belongs to a running flow, which has rules of its own about who may answer. */
    static boolean isFlow(String path) {
        return strip(path).startsWith("flows/executor/");
    }

    static boolean isPublic(String path) {
        return PUBLIC.contains(strip(path));
    }

    private static String strip(String path) {
        String start = path.startsWith("/") ? path.substring(1) : path;
        return start.endsWith("/") ? start.substring(0, start.length() - 1) : start;
    }
}
