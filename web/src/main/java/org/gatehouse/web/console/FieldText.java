package org.gatehouse.web.console;

import java.util.Map;

/**
 * The words around one field of a form.
 *
 * @param help a sentence below the field, or empty
 * @param choices what the choices are called, by wire name
 */
public record FieldText(String label, String help, Map<String, String> choices) {
}
