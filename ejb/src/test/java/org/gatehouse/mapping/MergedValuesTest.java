package org.gatehouse.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergedValuesTest {

    @Test
    void mergesMapsAppendsListsAndLetsLaterValuesWin() {
        Map<String, Object> first = Map.of("name", "A", "address", Map.of("city", "Rome"), "groups", List.of("x"));
        Map<String, Object> second = Map.of("name", "B", "address", Map.of("country", "IT"), "groups", List.of("y"));

        assertThat(MergedValues.of(List.of(first, second))).isEqualTo(Map.of(
                "name", "B", "address", Map.of("city", "Rome", "country", "IT"), "groups", List.of("x", "y")));
    }

    @Test
    void nothingMergesToAnEmptyMap() {
        assertThat(MergedValues.of(List.of())).isEmpty();
    }
}
