package org.gatehouse.type;

/**
 * Fired inside the transaction that changed an object; observe it {@code AFTER_SUCCESS} to evict caches.
 *
 * @param model the model's name
 * @param key the object's key
 * @param change what happened
 */
public record ObjectChanged(String model, String key, Change change) {

    /** What can happen to an object. */
    public enum Change {
        CREATED,
        UPDATED,
        DELETED
    }
}
