package org.gatehouse.provider.oauth2.registration;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.url.StrictUrl;

/**
 * What a client says of itself (RFC 7591 section 2): only members that mean something here, each of its kind. A member that is null or
 * an empty text counts as left out (RFC 7592 section 2.2).
 */
public final class ClientMetadata {

    private static final int LONGEST_TEXT = 2048;
    private static final int LONGEST_LIST = 50;

    private final JsonObject members;

    private ClientMetadata(JsonObject members) {
        this.members = members;
    }

    /**
     * Reads a metadata document.
     *
     * @throws OAuthRefusal {@code invalid_client_metadata}, or {@code invalid_redirect_uri} when redirect URIs are no list of texts
     */
    public static ClientMetadata read(JsonObject document) {
        JsonObjectBuilder members = Json.createObjectBuilder();
        document.forEach((name, value) -> MetadataName.of(name).filter(known -> !isLeftOut(value)).ifPresent(known -> {
            requireKind(known, value);
            members.add(name, value);
        }));
        return new ClientMetadata(members.build());
    }

    private static boolean isLeftOut(JsonValue value) {
        return value == JsonValue.NULL || value instanceof JsonString text && text.getString().isEmpty();
    }

    private static void requireKind(MetadataName name, JsonValue value) {
        boolean right = switch (name.kind()) {
            case TEXT -> isText(value);
            case LINK -> isText(value) && StrictUrl.parse(((JsonString) value).getString()).filter(StrictUrl::isWeb).isPresent();
            case TEXTS -> value instanceof JsonArray list && list.size() <= LONGEST_LIST && list.stream().allMatch(ClientMetadata::isText);
            case FLAG -> value == JsonValue.TRUE || value == JsonValue.FALSE;
            case NUMBER -> value instanceof JsonNumber number && number.isIntegral() && number.longValue() >= 0;
            case OBJECT -> value instanceof JsonObject;
        };
        if (!right) {
            throw new OAuthRefusal(name == MetadataName.REDIRECT_URIS ? OAuthErrorCode.INVALID_REDIRECT_URI
                    : OAuthErrorCode.INVALID_CLIENT_METADATA, "The value of " + name.wire() + " is not acceptable.");
        }
    }

    private static boolean isText(JsonValue value) {
        return value instanceof JsonString text && text.getString().length() <= LONGEST_TEXT
                && text.getString().chars().noneMatch(Character::isISOControl);
    }

    /** The members under their names on the wire, those for single languages included. */
    JsonObject members() {
        return members;
    }

    boolean has(MetadataName name) {
        return members.containsKey(name.wire());
    }

    Optional<String> text(MetadataName name) {
        return Optional.ofNullable(members.getJsonString(name.wire())).map(JsonString::getString);
    }

    /** The texts of a list; an empty one when it was left out. */
    List<String> texts(MetadataName name) {
        return has(name) ? members.getJsonArray(name.wire()).getValuesAs(JsonString::getString).stream().distinct().toList() : List.of();
    }

    Optional<JsonValue> value(MetadataName name) {
        return Optional.ofNullable(members.get(name.wire()));
    }

    /** The same with one member replaced or added. */
    ClientMetadata with(MetadataName name, JsonValue value) {
        return new ClientMetadata(Json.createObjectBuilder(members).add(name.wire(), value).build());
    }

    static OAuthRefusal refused(String description) {
        return new OAuthRefusal(OAuthErrorCode.INVALID_CLIENT_METADATA, description);
    }
}
