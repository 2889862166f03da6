package org.gatehouse.it.contract;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the walk over some operations cannot find out by itself. */
public final class Particulars {

    private final Map<String, Supplier<String>> found = new LinkedHashMap<>();
    private final Map<String, String> later = new LinkedHashMap<>();
    private final Map<String, Supplier<HttpResponse<String>>> calls = new LinkedHashMap<>();

    /** Where the key of an object comes from in a collection in which clients make none. */
    public Particulars found(String collection, Supplier<String> key) {
        found.put(collection, key);
        return this;
    }

    /** Why operations whose path begins like this may fail or be missing; for what this product does not have yet. */
    public Particulars later(String path, String why) {
        later.put(path, why);
        return this;
    }

    /** How an operation is called that needs more than a document: a browser, a file, something to happen before. */
    public Particulars call(String operation, Supplier<HttpResponse<String>> request) {
        calls.put(operation, request);
        return this;
    }

    Map<String, Supplier<String>> found() {
        return found;
    }

    Map<String, String> later() {
        return later;
    }

    Map<String, Supplier<HttpResponse<String>>> calls() {
        return calls;
    }
}
