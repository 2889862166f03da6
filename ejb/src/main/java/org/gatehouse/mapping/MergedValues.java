package org.gatehouse.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the maps of several mappings together: maps are merged, lists appended, and of anything else the later value stays. */
final class MergedValues {

    private MergedValues() {
    }

    static Map<String, Object> of(List<Map<String, Object>> maps) {
        Map<String, Object> merged = new LinkedHashMap<>();
        maps.forEach(map -> map.forEach((key, value) -> merged.put(key, merged.containsKey(key) ? merge(merged.get(key), value) : value)));
        return merged;
    }

    @SuppressWarnings("unchecked")
    private static Object merge(Object earlier, Object later) {
        if (earlier instanceof Map<?, ?> one && later instanceof Map<?, ?> other) {
            return of(List.of((Map<String, Object>) one, (Map<String, Object>) other));
        }
        if (earlier instanceof List<?> one && later instanceof List<?> other) {
            List<Object> both = new ArrayList<>(one);
            both.addAll(other);
            return both;
        }
        return later;
    }
}
