package org.gatehouse.web.page;

import java.util.LinkedHashMap;
import java.util.Map;

/** Says in two words what a user agent claims to be, so that people recognise their own devices. */
public final class BrowserName {

    /** The order matters: most browsers also claim to be the ones further down. */
    private static final Map<String, String> BROWSERS = ordered("Edg", "Edge", "OPR/", "Opera", "Firefox/", "Firefox",
            "Chrome/", "Chrome", "Safari/", "Safari", "curl/", "curl");

    private static final Map<String, String> SYSTEMS = ordered("Windows", "Windows", "Android", "Android", "iPhone", "iPhone",
            "iPad", "iPad", "Mac OS", "macOS", "CrOS", "ChromeOS", "Linux", "Linux");

    private BrowserName() {
    }

    /** Such as {@code Firefox · Linux}; the beginning of the text itself when nothing is known about it; empty for an empty one. */
    public static String of(String userAgent) {
        String browser = find(BROWSERS, userAgent);
        String system = find(SYSTEMS, userAgent);
        if (browser.isEmpty() && system.isEmpty()) {
            return userAgent.length() > 60 ? userAgent.substring(0, 60) + "…" : userAgent;
        }
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " · " + system;
    }

    private static String find(Map<String, String> names, String userAgent) {
        return names.entrySet().stream().filter(name -> userAgent.contains(name.getKey())).map(Map.Entry::getValue)
                .findFirst().orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }
}
