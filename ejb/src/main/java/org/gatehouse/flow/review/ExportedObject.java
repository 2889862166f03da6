package org.gatehouse.flow.review;

import jakarta.json.JsonObject;
import java.util.List;
import org.gatehouse.type.Model;

/**
 * An object that goes into an exported blueprint.
 *
 * @param label the entry's id, for {@code !KeyOf}
 * @param pk what others refer to it with
 * @param identifying the fields that find it in another installation
 * @param document its writable fields
 */
record ExportedObject(String label, Model model, String pk, List<String> identifying, JsonObject document) {
}
