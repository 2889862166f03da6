package org.gatehouse.type;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * One page of a list.
 *
 * @param rows the objects in wire form
 * @param count how many objects match in all
 */
public record ModelPage(List<JsonObject> rows, long count) {
}
