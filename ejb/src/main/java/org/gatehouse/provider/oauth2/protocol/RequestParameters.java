package org.gatehouse.provider.oauth2.protocol;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a request, each at most once and of sensible size (RFC 6749 section 3.1). An empty value counts as left out. */
public final class RequestParameters {

    private static final int LONGEST_VALUE = 4096;
    private static final int LONGEST_REQUEST = 16384;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /**
     * @param sent the decoded parameters, all values each
     * @throws OAuthRefusal {@code invalid_request} when they are too large to be looked at
     */
    public RequestParameters(Map<String, String[]> sent) {
        long total = 0;
        for (Map.Entry<String, String[]> entry : sent.entrySet()) {
            for (String value : entry.getValue()) {
                total += entry.getKey().length() + value.length();
                if (total > LONGEST_REQUEST || value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0) {
                    throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "A parameter is too long or not text.");
                }
            }
            List<String> given = Arrays.stream(entry.getValue()).filter(value -> !value.isEmpty()).toList();
            if (!given.isEmpty()) {
                values.put(entry.getKey(), given);
            }
        }
    }

    /** @throws OAuthRefusal {@code invalid_request} when the parameter is there more than once */
    public Optional<String> find(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "A parameter is repeated.");
        }
        return given.stream().findFirst();
    }

    /** @throws OAuthRefusal {@code invalid_request} when the parameter is missing or repeated */
    public String require(String name) {
        return find(name).orElseThrow(() -> new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The parameter " + name + " is missing."));
    }

    /** All of them, for an address that repeats the request. Call after the request was parsed: nothing is repeated then. */
    public Map<String, String> toMap() {
        Map<String, String> all = new LinkedHashMap<>();
        values.keySet().forEach(name -> all.put(name, find(name).orElseThrow()));
        return all;
    }

    /** @throws OAuthRefusal {@code invalid_request} when any parameter is there more than once */
    public void refuseRepeated() {
        values.keySet().forEach(this::find);
    }
}
