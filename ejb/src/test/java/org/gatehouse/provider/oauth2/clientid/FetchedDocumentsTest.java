package org.gatehouse.provider.oauth2.clientid;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.outgoing.OutgoingFailure;
import org.gatehouse.outgoing.OutgoingHttp;
import org.gatehouse.outgoing.OutgoingRequest;
import org.gatehouse.outgoing.OutgoingResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FetchedDocumentsTest {

    private static final String ID = "https://app.example.com/client";

    private final MovableClock clock = new MovableClock();
    private final List<OutgoingRequest> calls = new ArrayList<>();
    private final FetchedDocuments documents = new FetchedDocuments(new OutgoingHttp() {
        @Override
        public OutgoingResponse send(OutgoingRequest request) throws OutgoingFailure {
            calls.add(request);
            if (status == 0) {
                throw new OutgoingFailure(OutgoingFailure.Reason.REFUSED, "inner network");
            }
            return new OutgoingResponse(status, type, body.getBytes(StandardCharsets.UTF_8));
        }
    }, clock);

    private int status = 200;
    private String type = "application/json";
    private String body = document().build().toString();

    @BeforeEach
    void open() {
        documents.open();
    }

    @Test
    void keepsAGoodDocumentForAWhile() {
        assertThat(fetched()).isTrue();
        assertThat(fetched()).isTrue();
        assertThat(calls).hasSize(1);

        clock.advance(Duration.ofMinutes(11));
        assertThat(fetched()).isTrue();
        assertThat(calls).hasSize(2);
    }

    @Test
    void asksShortlyAndFollowsNoRedirect() {
        fetched();

        assertThat(calls.get(0).redirects()).isFalse();
        assertThat(calls.get(0).maxBytes()).isLessThanOrEqualTo(5 * 1024);
        assertThat(calls.get(0).timeout()).isNotNull();
    }

    @Test
    void keepsNoFailure() {
        status = 500;
        assertThat(fetched()).isFalse();
        status = 200;
        assertThat(fetched()).isTrue();
    }

    @Test
    void refusesAnswersThatAreNoDocument() {
        status = 302;
        assertThat(fetched()).isFalse();
        status = 201;
        assertThat(fetched()).isFalse();
        status = 0;
        assertThat(fetched()).isFalse();
        status = 200;
        type = "text/html";
        assertThat(fetched()).isFalse();
        type = "application/json";
        body = "[]";
        assertThat(fetched()).isFalse();
        body = "<html>";
        assertThat(fetched()).isFalse();
    }

    @Test
    void refusesDocumentsThatNameAnotherAddressOrShareASecret() {
        assertRefused(document().add("client_id", ID + "/"));
        assertRefused(document().add("client_id", "https://other.example.com/client"));
        assertRefused(document().remove("client_id"));
        assertRefused(document().add("client_id", 1));
        assertRefused(document().add("client_secret", "secret"));
        assertRefused(document().add("client_secret_expires_at", 0));
        for (String method : List.of("client_secret_basic", "client_secret_post", "client_secret_jwt")) {
            assertRefused(document().add("token_endpoint_auth_method", method));
        }
    }

    @Test
    void takesAClientThatSaysNothingForPublic() {
        assertThat(documents.at(ClientIdUrl.parse(ID).orElseThrow()).orElseThrow().getString("token_endpoint_auth_method")).isEqualTo("none");
    }

    private void assertRefused(JsonObjectBuilder document) {
        body = document.build().toString();
        assertThat(fetched()).as(body).isFalse();
    }

    private boolean fetched() {
        return documents.at(ClientIdUrl.parse(ID).orElseThrow()).isPresent();
    }

    private static JsonObjectBuilder document() {
        return Json.createObjectBuilder().add("client_id", ID)
                .add("redirect_uris", Json.createArrayBuilder().add("https://app.example.com/cb"));
    }
}
