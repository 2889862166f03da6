package org.gatehouse.it.contract;

import java.util.Map;

/**
 * One published operation.
 *
 * @param tag what it belongs to, such as {@code core}
 * @param id its name, such as {@code stages_deny_list}
 * @param method the HTTP method, in capitals
 * @param path below {@code /api/v3}, with at most one parameter in braces
 * @param status the status of success
 * @param answer the schema of the body; empty for no body
 */
public record Operation(String tag, String id, String method, String path, int status, Map<String, Object> answer) {

    /** Whether it is about one object. */
    boolean onObject() {
        return path.contains("{");
    }

    /** What the parameter in braces is called, which is the field objects are addressed by when they have one of that name; empty for none. */
    String parameter() {
        return onObject() ? path.substring(path.indexOf('{') + 1, path.indexOf('}')) : "";
    }

    /** The path of the collection that the object is in; the whole path when it is not about an object. */
    String base() {
        return onObject() ? path.substring(0, path.indexOf('{')) : path;
    }

    /** What follows the object's key, such as {@code used_by/}; empty when nothing does. */
    String action() {
        return onObject() ? path.substring(path.indexOf('}') + 2) : "";
    }

    /** The path of the operation on the object with this key. */
    String address(String key) {
        return onObject() ? base() + key + "/" + action() : path;
    }

    /** Whether the answer is a file and not JSON. */
    boolean answersFile() {
        return "binary".equals(answer.get("format"));
    }
}
