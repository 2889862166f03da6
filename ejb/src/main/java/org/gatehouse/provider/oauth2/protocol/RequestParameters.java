package org.gatehouse.provider.oauth2.protocol;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a request, each at most once and of sensible size (RFC 6749 section 3.1): names and values together at most 32,768
 * characters, a value at most 4,096, one that is a document of its own at most 16,384. An empty value counts as left out.
 */
public final class RequestParameters {

    private static final int LONGEST_VALUE = 4096;
    private static final int LONGEST_DOCUMENT = 16_384;
    private static final int LONGEST_REQUEST = 32_768;

    /** Tokens, request objects and JSON. */
    private static final Set<String> DOCUMENTS = Set.of("request", "authorization_details", "claims", "id_token_hint", "client_assertion",
            "assertion", "subject_token", "actor_token");

    /** RFC 8707 section 2, RFC 8693 section 2.1. */
    private static final Set<String> REPEATABLE = Set.of("resource", "audience");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /**
     * @param sent the decoded parameters, all values each
     * @throws OAuthRefusal {@code invalid_request} when they are too large to be looked at
     */
    public RequestParameters(Map<String, String[]> sent) {
        long total = 0;
        for (Map.Entry<String, String[]> entry : sent.entrySet()) {
            int longest = DOCUMENTS.contains(entry.getKey()) ? LONGEST_DOCUMENT : LONGEST_VALUE;
            for (String value : entry.getValue()) {
                total += entry.getKey().length() + value.length();
                if (total > LONGEST_REQUEST || value.length() > longest || !isText(entry.getKey()) || !isText(value)) {
                    throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "A parameter is too long or not text.");
                }
            }
            List<String> given = Arrays.stream(entry.getValue()).filter(value -> !value.isEmpty()).toList();
            if (!given.isEmpty()) {
                values.put(entry.getKey(), given);
            }
        }
    }

    /** What the container could not decode it replaces by U+FFFD, which nobody types; behind it something else may be meant. */
    private static boolean isText(String sent) {
        return sent.indexOf('\0') < 0 && sent.indexOf('\uFFFD') < 0;
    }

    /** @throws OAuthRefusal as the constructor */
    public static RequestParameters of(Map<String, List<String>> all) {
        Map<String, String[]> sent = new LinkedHashMap<>();
        all.forEach((name, given) -> sent.put(name, given.toArray(String[]::new)));
        return new RequestParameters(sent);
    }

    /** @throws OAuthRefusal {@code invalid_request} when the parameter is there more than once */
    public Optional<String> find(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "A parameter is repeated.");
        }
        return given.stream().findFirst();
    }

    /** All values of a parameter that may be repeated. */
    public List<String> findAll(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** @throws OAuthRefusal {@code invalid_request} when the parameter is missing or repeated */
    public String require(String name) {
        return find(name).orElseThrow(() -> new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The parameter " + name + " is missing."));
    }

    /** Everything that was sent, by name. */
    public Map<String, List<String>> all() {
        return new LinkedHashMap<>(values);
    }

    /**
     * All of them, for an address that repeats the request; the values of one that may be repeated with a space between them. Call after
     * the request was parsed: nothing else is repeated then.
     */
    public Map<String, String> toMap() {
        Map<String, String> all = new LinkedHashMap<>();
        values.forEach((name, given) -> all.put(name, REPEATABLE.contains(name) ? String.join(" ", given) : find(name).orElseThrow()));
        return all;
    }

    /** @throws OAuthRefusal {@code invalid_request} when any parameter is there more than once that may not be */
    public void refuseRepeated() {
        values.keySet().stream().filter(name -> !REPEATABLE.contains(name)).forEach(this::find);
    }
}
