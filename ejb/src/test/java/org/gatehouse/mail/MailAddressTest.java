package org.gatehouse.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"alice@example.com", " a.b+c@sub.example.org ", "o'neill@example.com", "x@localhost"})
    void takesPlainAddresses(String address) {
        assertThat(MailAddress.parse(address)).contains(address.strip());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "alice", "@example.com", "alice@", "a@b@c", "a@example.com,b@example.com", "a@example.com;b@example.com",
        "Alice <a@example.com>", "a@example.com\r\nBcc: b@example.com", "a@example.com\nx", "a b@example.com", "\"a\"@example.com",
        "a@example.com (comment)", "g:a@example.com;", "a@exam ple.com", "a\u0000@example.com"})
    void takesNothingElse(String address) {
        assertThat(MailAddress.parse(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"alice@example.com, a***@e***.com", "x@localhost, x***@l***", "nothing, ***"})
    void coversMostOfAnAddress(String address, String masked) {
        assertThat(MailAddress.masked(address)).isEqualTo(masked);
    }
}
