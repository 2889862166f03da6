package org.gatehouse.provider.oauth2.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.provider.oauth2.TestClients;
import org.junit.jupiter.api.Test;

class IssuersTest {

    private final Issuers issuers = new Issuers(new RequestOrigin(), Optional.of("https://id.example.com/"));

    @Test
    void eachProviderIsAnIssuerUnlessAllShareOne() {
        assertThat(issuers.issuer(TestClients.confidential())).isEqualTo("https://id.example.com/application/o/app/");
        assertThat(issuers.issuer(TestClients.client(TestClients.settings().add("issuer_mode", "global")))).isEqualTo("https://id.example.com/");
    }
}
