package org.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;

/**
 * Where a walk through the browser has ended.
 *
 * @param callback the client's address that was called; null when the user was left on a page
 * @param parameters what the client got, in query, fragment or form
 * @param delivery how it got them: {@code query}, {@code fragment} or {@code form_post}; else {@code page}
 * @param status of the last page
 * @param page what the user saw last; empty at the client
 */
record Arrival(URI callback, Map<String, String> parameters, String delivery, int status, String page) {

    /** At the client, with no error. */
    Arrival succeeded() {
        assertThat(callback).as(status + " " + page).isNotNull();
        assertThat(parameters).doesNotContainKey("error");
        return this;
    }

    /** At the client, with one of these errors and nothing else. */
    Arrival failed(String... errors) {
        assertThat(callback).as(status + " " + page).isNotNull();
        assertThat(parameters.get("error")).as(parameters.toString()).isIn((Object[]) errors);
        assertThat(parameters).doesNotContainKeys("code", "access_token", "id_token");
        return this;
    }

    /** On an error page of the provider; the client was told nothing. */
    Arrival stayed() {
        assertThat(callback).isNull();
        assertThat(status).as(page).isBetween(400, 499);
        return this;
    }

    String get(String parameter) {
        return parameters.get(parameter);
    }

    String code() {
        return succeeded().get("code");
    }
}
