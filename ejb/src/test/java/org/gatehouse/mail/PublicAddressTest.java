package org.gatehouse.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.gatehouse.brand.Brands;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.model.brand.Brand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    private static Optional<String> base(String browser, Optional<String> configured) {
        RequestOrigin origin = new RequestOrigin();
        origin.arrived("192.0.2.1", "", "", browser);
        return new PublicAddress(origin, new Brands() {
            @Override
            public Brand current(String host) {
                Brand brand = new Brand();
                brand.setDomain("brand.example");
                return brand;
            }
        }, configured).base();
    }

    @Test
    void isWhatWasConfigured() {
        assertThat(base("https://evil.example", Optional.of("https://id.example.com/"))).contains("https://id.example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080", "https://brand.example", "https://Brand.example:8443"})
    void isThatOfThisMachineAndOfABrand(String browser) {
        assertThat(base(browser, Optional.empty())).contains(browser);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "https://evilbrand.example", "https://blog.brand.example", "https://localhost.evil.example", "http://127.0.0.1.evil.example", ""})
    void isNotWhatARequestSays(String browser) {
        assertThat(base(browser, Optional.empty())).isEmpty();
    }
}
