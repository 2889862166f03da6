package org.gatehouse.blueprint;

import jakarta.json.JsonObject;

/**
 * What became of an entry, or would become of it.
 *
 * @param number its place in the file, from 1
 * @param line where it begins, from 1
 * @param model the model's name
 * @param identifiers what the object was found by; empty for an entry that was passed over
 * @param result what became of it
 * @param diff {@code {field: {previous_value, new_value}}}; fields that are never read back, such as secrets, are not in there
 */
public record EntryChange(int number, int line, String model, JsonObject identifiers, EntryResult result, JsonObject diff) {
}
