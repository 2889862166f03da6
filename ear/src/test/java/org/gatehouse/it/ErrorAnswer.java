package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;

/** What every error answer to a program looks like (RFC 6749 section 5.2). */
final class ErrorAnswer {

    private static final String DESCRIPTION = "[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]+";

    private ErrorAnswer() {
    }

    /** Checks status, code, text and headers. */
    static void check(HttpResponse<String> response, int status, String error) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonObject body = HttpBrowser.json(response);
        assertThat(body.getString("error")).as(response.body()).isEqualTo(error);
        assertThat(body.getString("error_description")).matches(DESCRIPTION);
        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("application/json");
        assertThat(response.headers().firstValue("cache-control")).contains("no-store");
        assertThat(response.headers().firstValue("pragma")).contains("no-cache");
        if (status == 401) {
            assertThat(response.headers().firstValue("www-authenticate")).as("how to authenticate").isPresent();
        }
    }
}
