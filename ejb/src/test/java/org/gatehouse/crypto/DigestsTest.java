package org.gatehouse.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestsTest {

    @Test
    void knowsTheVectorsOfTheStandard() {
        assertThat(Digests.sha256("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Digests.sha256("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void comparesAndNeverTakesNullForEqual() {
        assertThat(Digests.equal("a", "a")).isTrue();
        assertThat(Digests.equal("a", "b")).isFalse();
        assertThat(Digests.equal("a", "aa")).isFalse();
        assertThat(Digests.equal(null, null)).isFalse();
        assertThat(Digests.equal(null, "a")).isFalse();
        assertThat(Digests.equal("a", null)).isFalse();
    }
}
