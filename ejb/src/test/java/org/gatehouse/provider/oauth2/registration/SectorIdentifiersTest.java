package org.gatehouse.provider.oauth2.registration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.gatehouse.outgoing.OutgoingFailure;
import org.gatehouse.outgoing.OutgoingHttp;
import org.gatehouse.outgoing.OutgoingRequest;
import org.gatehouse.outgoing.OutgoingResponse;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.junit.jupiter.api.Test;

class SectorIdentifiersTest {

    private String answer = "[\"https://app.example.com/cb\", \"https://other.example.com/cb\"]";
    private int status = 200;

    private final SectorIdentifiers sectors = new SectorIdentifiers(new OutgoingHttp() {
        @Override
        public OutgoingResponse send(OutgoingRequest request) throws OutgoingFailure {
            if (status == 0) {
                throw new OutgoingFailure(OutgoingFailure.Reason.REFUSED, "inner network");
            }
            return new OutgoingResponse(status, "application/json", answer.getBytes(StandardCharsets.UTF_8));
        }
    });

    @Test
    void acceptsASectorThatListsEveryRedirectUri() {
        assertThatCode(() -> check("https://app.example.com/sector")).doesNotThrowAnyException();
    }

    @Test
    void refusesASectorThatDoesNot() {
        answer = "[\"https://other.example.com/cb\"]";
        refused("https://app.example.com/sector");
        answer = "{}";
        refused("https://app.example.com/sector");
        answer = "[1]";
        refused("https://app.example.com/sector");
    }

    @Test
    void refusesASectorThatCannotBeRead() {
        refused("http://app.example.com/sector");
        answer = "[".repeat(5000);
        refused("https://app.example.com/sector");
        status = 404;
        refused("https://app.example.com/sector");
        status = 0;
        refused("https://169.254.169.254/sector");
    }

    private void refused(String address) {
        assertThatThrownBy(() -> check(address)).isInstanceOf(OAuthRefusal.class).hasMessageContaining("invalid_client_metadata");
    }

    private void check(String address) {
        sectors.check(ClientMetadata.read(Documents.valid().add("sector_identifier_uri", address).build()));
    }
}
