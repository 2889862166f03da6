package org.gatehouse.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectNotFound;
import org.junit.jupiter.api.Test;

class ListQueryTest {

    private final MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();

    @Test
    void tellsFiltersFromPaging() {
        sent.add("search", " smith ");
        sent.add("ordering", "-name");
        sent.add("page", "3");
        sent.add("page_size", "500");
        sent.add("type", "internal");
        sent.add("type", "external");

        ModelQuery query = ListQuery.of(sent, 20, 100);

        assertThat(query.search()).isEqualTo("smith");
        assertThat(query.ordering()).isEqualTo("-name");
        assertThat(query.page()).isEqualTo(3);
        assertThat(query.pageSize()).isEqualTo(ModelQuery.MAX_PAGE_SIZE);
        assertThat(query.filters()).containsOnlyKeys("type");
        assertThat(query.filters().get("type")).containsExactly("internal", "external");
    }

    @Test
    void startsAtTheFirstPageOfTwenty() {
        assertThat(ListQuery.of(sent, 20, 100)).isEqualTo(new ModelQuery("", java.util.Map.of(), "", 1, 20));
    }

    @Test
    void anAbsurdPageIsNotThere() {
        for (String page : new String[] {"0", "-1", "x", "99999999999999999999", "1000001"}) {
            sent.putSingle("page", page);
            assertThatThrownBy(() -> ListQuery.of(sent, 20, 100)).as(page).isInstanceOf(ObjectNotFound.class);
        }
    }
}
