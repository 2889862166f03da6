package org.gatehouse.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a node over HTTP whether it serves. */
final class ReadinessProbe {

    private static final int TIMEOUT_MILLIS = 5000;

    private final URI address;

    ReadinessProbe(String url) {
        this.address = URI.create(url + "/-/health/ready/");
    }

    /** Whether the answer is 200. */
    boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == 200;
        } catch (IOException notListening) {
            return false;
        }
    }
}
