package org.gatehouse.url;

import java.net.URI;
import java.net.URISyntaxException;

/** Tells whether a text that somebody typed may become a link: only http and https do, as a {@code javascript:} address would run. */
public final class WebLink {

    private WebLink() {
    }

    public static boolean isLink(String text) {
        try {
            URI uri = new URI(text);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException wrong) {
            return false;
        }
    }
}
