package org.gatehouse.flow.stage.consent;

/**
 * Something an application may receive.
 *
 * @param id such as a scope's name
 * @param name what people are told it means
 */
public record ConsentPermission(String id, String name) {
}
