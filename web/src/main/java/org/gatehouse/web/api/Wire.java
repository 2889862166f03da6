package org.gatehouse.web.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.UsedBy;
import org.gatehouse.type.WireObject;

/** The shapes that all lists share. */
public final class Wire {

    private Wire() {
    }

    /** The contract's page: pagination, rows, and an empty autocompletion. */
    public static JsonObject page(ModelQuery query, ModelPage page) {
        return WireObject.empty()
                .put("pagination", pagination(query, page.count()))
                .put("results", page.rows())
                .put("autocomplete", JsonValue.EMPTY_JSON_OBJECT)
                .build();
    }

    /** Where a page stands; 0 stands for "none" in {@code next} and {@code previous}. */
    static JsonObject pagination(ModelQuery query, long count) {
        long total = pages(count, query.pageSize());
        return WireObject.empty()
                .put("next", query.page() < total ? query.page() + 1 : 0)
                .put("previous", query.page() - 1)
                .put("count", count)
                .put("current", query.page())
                .put("total_pages", total)
                .put("start_index", count == 0 ? 0 : query.firstRow() + 1L)
                .put("end_index", Math.min(count, (long) query.page() * query.pageSize()))
                .build();
    }

    /** How many pages there are; an empty list has one, which is empty. */
    static long pages(long count, int pageSize) {
        return Math.max(1, (count + pageSize - 1) / pageSize);
    }

    /** A use of an object. */
    public static JsonObject usedBy(UsedBy use) {
        return WireObject.empty().put("app", use.app()).put("model_name", use.modelName()).put("pk", use.key())
                .put("name", use.name()).put("action", use.action()).build();
    }
}
