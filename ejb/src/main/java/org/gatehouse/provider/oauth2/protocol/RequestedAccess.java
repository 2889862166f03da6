package org.gatehouse.provider.oauth2.protocol;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.type.JsonBounds;
import org.gatehouse.url.StrictUrl;

/**
 * What a token is wanted for, beyond scopes: the resources that are to take it (RFC 8707) and what exactly it is to allow (RFC 9396).
 *
 * @param resources absolute URIs, each once
 * @param authorizationDetails objects with a {@code type}, as the client wrote them
 */
public record RequestedAccess(List<String> resources, List<JsonObject> authorizationDetails) {

    /** Nothing beyond scopes. */
    public static final RequestedAccess NONE = new RequestedAccess(List.of(), List.of());

    private static final String RESOURCE = "resource";
    private static final String DETAILS = "authorization_details";
    private static final int MOST_RESOURCES = 20;
    private static final int MOST_DETAILS = 50;

    public RequestedAccess {
        resources = List.copyOf(resources);
        authorizationDetails = List.copyOf(authorizationDetails);
    }

    /** @throws OAuthRefusal {@code invalid_target} or {@code invalid_authorization_details} when one is malformed */
    public static RequestedAccess of(RequestParameters parameters) {
        return new RequestedAccess(resources(parameters.findAll(RESOURCE)), details(parameters.find(DETAILS)));
    }

    /** As {@link #of(RequestParameters)}, from {@link RequestParameters#toMap}. */
    public static RequestedAccess of(Map<String, String> parameters) {
        String joined = parameters.getOrDefault(RESOURCE, "");
        return new RequestedAccess(resources(joined.isEmpty() ? List.of() : Arrays.asList(joined.split(" "))),
                details(Optional.ofNullable(parameters.get(DETAILS))));
    }

    public boolean isEmpty() {
        return resources.isEmpty() && authorizationDetails.isEmpty();
    }

    /** RFC 8707 section 2: absolute, without a fragment. */
    private static List<String> resources(List<String> sent) {
        boolean wellFormed = sent.size() <= MOST_RESOURCES
                && sent.stream().allMatch(uri -> StrictUrl.parse(uri).filter(known -> !known.hasFragment()).isPresent());
        if (!wellFormed) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_TARGET, "A resource is not an absolute URI without fragment.");
        }
        return sent.stream().distinct().toList();
    }

    /** RFC 9396 section 2: an array of objects, each with a type. */
    private static List<JsonObject> details(Optional<String> sent) {
        if (sent.isEmpty()) {
            return List.of();
        }
        try (JsonReader reader = Json.createReader(new StringReader(sent.get()))) {
            List<JsonValue> elements = reader.readArray();
            elements.forEach(JsonBounds::requireStorable);
            boolean wellFormed = !elements.isEmpty() && elements.size() <= MOST_DETAILS && elements.stream().allMatch(RequestedAccess::isTyped);
            if (wellFormed) {
                return elements.stream().map(JsonValue::asJsonObject).toList();
            }
        } catch (RuntimeException malformed) {
            // Of no certain kind where the nesting is deeper than the parser likes.
            throw malformedDetails();
        }
        throw malformedDetails();
    }

    private static boolean isTyped(JsonValue element) {
        return element instanceof JsonObject object && object.get("type") instanceof JsonString type && !type.getString().isBlank();
    }

    private static OAuthRefusal malformedDetails() {
        return new OAuthRefusal(OAuthErrorCode.INVALID_AUTHORIZATION_DETAILS, "The authorization_details are not an array of typed objects.");
    }

    /** Without the details: they may say what is nobody else's business. */
    @Override
    public String toString() {
        return "RequestedAccess[" + resources.size() + ", " + authorizationDetails.size() + "]";
    }
}
