package org.gatehouse.type;

/**
 * One thing that refers to an object.
 *
 * @param app the app label, the part of the model name before the dot
 * @param modelName the part of the model name after the dot
 * @param key its key
 * @param name what people call it
 * @param action what deleting the object does to it: {@code cascade}, {@code set_null}, or {@code left_dangling} for what
 *     makes the deletion refused
 */
public record UsedBy(String app, String modelName, String key, String name, String action) {

    /** A use of {@code model} (in the form {@code app.model}). */
    public static UsedBy of(String model, String key, String name, String action) {
        int dot = model.indexOf('.');
        return new UsedBy(model.substring(0, dot), model.substring(dot + 1), key, name, action);
    }
}
