package org.gatehouse.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import org.gatehouse.type.ModelQuery;
import org.junit.jupiter.api.Test;

class WireTest {

    @Test
    void countsAnEmptyListAsOnePage() {
        assertPagination(1, 0, 0, 0, 1, 0, 0);
    }

    @Test
    void knowsWhereAMiddlePageStands() {
        assertPagination(2, 41, 3, 1, 3, 21, 40);
    }

    @Test
    void endsTheLastPageWithTheLastRow() {
        assertPagination(3, 41, 0, 2, 3, 41, 41);
        assertPagination(2, 40, 0, 1, 2, 21, 40);
    }

    private static void assertPagination(int page, long count, int next, int previous, int total, int start, int end) {
        JsonObject wire = Wire.pagination(new ModelQuery("", Map.of(), "", page, 20), count);

        assertThat(wire.getInt("next")).isEqualTo(next);
        assertThat(wire.getInt("previous")).isEqualTo(previous);
        assertThat(wire.getInt("count")).isEqualTo((int) count);
        assertThat(wire.getInt("current")).isEqualTo(page);
        assertThat(wire.getInt("total_pages")).isEqualTo(total);
        assertThat(wire.getInt("start_index")).isEqualTo(start);
        assertThat(wire.getInt("end_index")).isEqualTo(end);
    }
}
