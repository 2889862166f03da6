package org.gatehouse.it.contract;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gatehouse.it.ApiClient;

/** Calls operations and keeps the account of which answered as published, which did not, and which were left out and why. */
public final class Walk {

    private static final int SHOWN = 400;

    private final ApiClient api;
    private final AnswerCheck check;
    private final Map<String, String> later;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Set<String> called = new TreeSet<>();
    private final Map<String, Set<String>> problems = new TreeMap<>();
    private final Map<String, String> skipped = new TreeMap<>();
    private final Map<String, String> wanting = new TreeMap<>();

    /**
     * Starts an account.
     *
     * @param operations those to be walked, all of them
     * @param later why operations may not be there yet, by the beginning of their path
     */
    public Walk(PublishedApi published, List<Operation> operations, ApiClient api, Map<String, String> later) {
        this.api = api;
        this.later = later;
        this.check = new AnswerCheck(published);
        operations.forEach(operation -> this.operations.put(operation.id(), operation));
    }

    /** The operations in the document's order. */
    public List<Operation> operations() {
        return List.copyOf(operations.values());
    }

    public Operation operation(String id) {
        return Optional.ofNullable(operations.get(id)).orElseThrow(() -> new IllegalArgumentException("No operation is called " + id + "."));
    }

    /**
     * Calls an operation and checks what it answers.
     *
     * @param key of the object; ignored by operations that are about none
     * @param query with the question mark; empty for none
     * @param body empty for none
     * @return the answer, when it has the right status and is JSON
     */
    public Optional<JsonValue> call(Operation operation, String key, String query, String body) {
        return account(operation, api.send(operation.method(), operation.address(key) + query, body));
    }

    /** Checks an answer that an operation gave to another client. */
    public Optional<JsonValue> account(Operation operation, HttpResponse<String> response) {
        called.add(operation.id());
        if (response.statusCode() != operation.status()) {
            problem(operation, "answers " + response.statusCode() + " and not " + operation.status() + ": " + cut(response.body()));
            return Optional.empty();
        }
        if (operation.answersFile() || operation.answer().isEmpty()) {
            if (operation.answersFile() == response.body().isEmpty()) {
                problem(operation, operation.answersFile() ? "answers an empty file" : "answers with a body: " + cut(response.body()));
            }
            return Optional.empty();
        }
        Optional<JsonValue> json = json(operation, response);
        json.ifPresent(value -> check.check(operation.answer(), value).forEach(wrong -> problem(operation, wrong)));
        return json;
    }

    private Optional<JsonValue> json(Operation operation, HttpResponse<String> response) {
        if (!response.headers().firstValue("Content-Type").orElse("").startsWith("application/json")) {
            problem(operation, "is no application/json");
        }
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return Optional.of(reader.readValue());
        } catch (JsonException none) {
            problem(operation, "is no JSON: " + cut(response.body()));
            return Optional.empty();
        }
    }

    private static String cut(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + " …" : text;
    }

    /** Whether the operation was called, or left out. */
    boolean isDone(Operation operation) {
        return called.contains(operation.id()) || skipped.containsKey(operation.id());
    }

    /** Why the operation may not be there yet. */
    Optional<String> reason(Operation operation) {
        return later.entrySet().stream().filter(known -> operation.path().startsWith(known.getKey())).map(Map.Entry::getValue).findFirst();
    }

    /**
     * Says what is wrong with an operation; positions in lists are left out, so that a mistake in each row is one. One that may not be there yet is
     * left out instead.
     */
    void problem(Operation operation, String what) {
        reason(operation).ifPresentOrElse(why -> leaveOut(operation, why, what), () -> mistake(operation, what));
    }

    private void leaveOut(Operation operation, String why, String what) {
        skipped.put(operation.id(), why);
        wanting.putIfAbsent(operation.id(), what);
    }

    private void mistake(Operation operation, String what) {
        problems.computeIfAbsent(operation.id(), first -> new TreeSet<>()).add(what.replaceAll("/\\d+(?=[/ ])", "/*"));
    }

    /** What the published schema asks for and the answers do not give: one line for each. */
    public List<String> mismatches() {
        List<String> lines = new ArrayList<>();
        operations.keySet().stream().filter(id -> !called.contains(id) && !skipped.containsKey(id) && !problems.containsKey(id))
                .forEach(id -> lines.add(id + " was not called"));
        problems.forEach((id, whats) -> whats.forEach(what -> lines.add(id + " " + what)));
        return lines;
    }

    /** How many of the operations answered as published. */
    public int right() {
        return (int) called.stream().filter(id -> !problems.containsKey(id) && !skipped.containsKey(id)).count();
    }

    /** The account for people: {@code N of M operations}, what was left out, and the fields that the schema does not name. */
    public String account() {
        Map<String, Set<String>> reasons = new TreeMap<>();
        skipped.forEach((id, reason) -> reasons.computeIfAbsent(reason, first -> new TreeSet<>()).add(id));
        StringBuilder text = new StringBuilder();
        text.append(right()).append(" of ").append(operations.size()).append(" operations answer as published; ")
                .append(skipped.size()).append(" left out\n");
        reasons.forEach((reason, ids) -> text.append("  left out, ").append(reason).append(": ").append(ids.size()).append(" operations, ")
                .append(String.join(", ", ids)).append('\n'));
        wanting.forEach((id, what) -> text.append("    ").append(id).append(' ').append(what).append('\n'));
        operations.values().stream().map(Operation::path).flatMap(path -> later.keySet().stream().filter(path::startsWith)).distinct()
                .filter(known -> operations.values().stream().noneMatch(one -> one.path().startsWith(known) && skipped.containsKey(one.id())))
                .forEach(known -> text.append("  no longer left out: ").append(known).append('\n'));
        check.unpublished().forEach((schema, fields) -> text.append("  more than ").append(schema).append(" names: ")
                .append(String.join(", ", fields)).append('\n'));
        return text.toString();
    }
}
