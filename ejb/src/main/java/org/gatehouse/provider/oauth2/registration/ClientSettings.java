package org.gatehouse.provider.oauth2.registration;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.type.FieldDescriptor;
import org.gatehouse.type.FieldKind;
import org.gatehouse.type.RecordDescriptor;

/**
 * The two ways between client metadata and the settings document of a provider. The nested records of the settings name their fields as
 * metadata does, so each member finds its field by itself; fields whose names are no metadata are the administrators' and stay as they are.
 */
final class ClientSettings {

    /** Metadata that has a place of another name. */
    private static final Set<MetadataName> PLACED = Set.of(MetadataName.REDIRECT_URIS, MetadataName.GRANT_TYPES, MetadataName.RESPONSE_TYPES,
            MetadataName.CLIENT_NAME, MetadataName.SCOPE, MetadataName.APPLICATION_TYPE, MetadataName.TOKEN_ENDPOINT_AUTH_METHOD,
            MetadataName.POST_LOGOUT_REDIRECT_URIS, MetadataName.BACKCHANNEL_LOGOUT_URI, MetadataName.FRONTCHANNEL_LOGOUT_URI,
            MetadataName.BACKCHANNEL_LOGOUT_SESSION_REQUIRED, MetadataName.FRONTCHANNEL_LOGOUT_SESSION_REQUIRED);

    private static final String LOGOUT = "logout";
    private static final String SESSION_REQUIRED = "session_required";

    private ClientSettings() {
    }

    /** The records inside the settings: field by field, by the name of the record. */
    private static Map<String, List<FieldDescriptor>> records() {
        return RecordDescriptor.fieldsOf(OAuth2ProviderSettings.class).stream()
                .filter(field -> field.kind() == FieldKind.RECORD && !field.list())
                .collect(Collectors.toMap(FieldDescriptor::wireName, FieldDescriptor::fields));
    }

    private static Stream<FieldDescriptor> clientsFields() {
        return records().values().stream().flatMap(List::stream).filter(field -> MetadataName.isClients(field.wireName()));
    }

    /** The members that this server can keep: what has no place is not registered, and the client is shown so. */
    static JsonObject kept(ClientMetadata metadata) {
        Set<String> places = clientsFields().map(FieldDescriptor::wireName).collect(Collectors.toSet());
        JsonObjectBuilder kept = Json.createObjectBuilder();
        metadata.members().forEach((name, value) -> {
            String base = name.split("#", 2)[0];
            if (places.contains(base) || MetadataName.of(base).filter(PLACED::contains).isPresent()) {
                kept.add(name, value);
            }
        });
        return kept.build();
    }

    /** The ways in which a client may prove who it is. */
    static List<String> authenticationMethods() {
        return clientsFields().filter(field -> field.wireName().equals(MetadataName.TOKEN_ENDPOINT_AUTH_METHOD.wire()))
                .findFirst().map(FieldDescriptor::choices).orElse(List.of("client_secret_basic", "client_secret_post", "none"));
    }

    /** A record without what clients state. */
    static JsonObject withoutClients(JsonObject nested) {
        JsonObjectBuilder rest = Json.createObjectBuilder();
        nested.forEach((name, value) -> {
            if (!MetadataName.isClients(name) && value != JsonValue.NULL) {
                rest.add(name, value);
            }
        });
        return rest.build();
    }

    /** The settings document with everything that the client states; what it leaves out falls back to the default. */
    static JsonObjectBuilder apply(JsonObject document, ClientMetadata metadata, GrantsAndResponses grants) {
        JsonObjectBuilder changed = Json.createObjectBuilder(document);
        ClientMetadata complete = metadata.with(MetadataName.RESPONSE_TYPES, Json.createArrayBuilder(grants.responseTypes()).build());
        records().forEach((name, fields) -> changed.add(name, nested(document.getOrDefault(name, JsonValue.EMPTY_JSON_OBJECT).asJsonObject(),
                name, fields, complete)));
        boolean isPublic = metadata.text(MetadataName.TOKEN_ENDPOINT_AUTH_METHOD).filter("none"::equals).isPresent();
        boolean behind = metadata.has(MetadataName.BACKCHANNEL_LOGOUT_URI);
        JsonArrayBuilder types = Json.createArrayBuilder();
        grants.grants().forEach(type -> types.add(type.wireName()));
        return changed.add("client_type", isPublic ? "public" : "confidential")
                .add("grant_types", types)
                .add("redirect_uris", redirectUris(metadata))
                .add("logout_uri", metadata.text(behind ? MetadataName.BACKCHANNEL_LOGOUT_URI : MetadataName.FRONTCHANNEL_LOGOUT_URI).orElse(""))
                .add("logout_method", behind || !metadata.has(MetadataName.FRONTCHANNEL_LOGOUT_URI) ? "backchannel" : "frontchannel");
    }

    private static JsonObjectBuilder nested(JsonObject before, String name, List<FieldDescriptor> fields, ClientMetadata metadata) {
        JsonObjectBuilder nested = Json.createObjectBuilder(withoutClients(before));
        fields.stream().map(FieldDescriptor::wireName).filter(MetadataName::isClients).filter(metadata.members()::containsKey)
                .forEach(field -> nested.add(field, metadata.members().get(field)));
        if (name.equals(LOGOUT) && fields.stream().anyMatch(field -> field.wireName().equals(SESSION_REQUIRED))) {
            Stream.of(MetadataName.FRONTCHANNEL_LOGOUT_SESSION_REQUIRED, MetadataName.BACKCHANNEL_LOGOUT_SESSION_REQUIRED)
                    .forEach(flag -> metadata.value(flag).ifPresent(value -> nested.add(SESSION_REQUIRED, value)));
        }
        return nested;
    }

    private static JsonArrayBuilder redirectUris(ClientMetadata metadata) {
        JsonArrayBuilder uris = Json.createArrayBuilder();
        metadata.texts(MetadataName.REDIRECT_URIS).forEach(uri -> uris.add(redirectUri(uri, "authorization")));
        metadata.texts(MetadataName.POST_LOGOUT_REDIRECT_URIS).forEach(uri -> uris.add(redirectUri(uri, LOGOUT)));
        return uris;
    }

    private static JsonObjectBuilder redirectUri(String uri, String type) {
        return Json.createObjectBuilder().add("matching_mode", "strict").add("url", uri).add("redirect_uri_type", type);
    }

    /**
     * The metadata that a client has now.
     *
     * @param accepted what it has stated
     * @param document its provider's settings, which an administrator may have changed since
     */
    static JsonObject describe(JsonObject accepted, JsonObject document, List<String> grantTypes) {
        JsonObjectBuilder described = Json.createObjectBuilder(accepted);
        records().forEach((name, fields) -> fields.stream().map(FieldDescriptor::wireName).filter(MetadataName::isClients)
                .forEach(field -> overlay(described, field, document.getJsonObject(name).getOrDefault(field, JsonValue.NULL))));
        overlay(described, MetadataName.REDIRECT_URIS.wire(), uris(document, "authorization"));
        overlay(described, MetadataName.POST_LOGOUT_REDIRECT_URIS.wire(), uris(document, LOGOUT));
        described.add(MetadataName.GRANT_TYPES.wire(), Json.createArrayBuilder(grantTypes));
        if (!accepted.containsKey(MetadataName.TOKEN_ENDPOINT_AUTH_METHOD.wire())) {
            described.add(MetadataName.TOKEN_ENDPOINT_AUTH_METHOD.wire(), "client_secret_basic");
        }
        return described.build();
    }

    private static void overlay(JsonObjectBuilder described, String name, JsonValue value) {
        boolean empty = value == JsonValue.NULL || value instanceof JsonString text && text.getString().isEmpty()
                || value instanceof JsonArray array && array.isEmpty();
        if (empty) {
            described.remove(name);
        } else {
            described.add(name, value);
        }
    }

    private static JsonArray uris(JsonObject document, String type) {
        JsonArrayBuilder uris = Json.createArrayBuilder();
        document.getJsonArray("redirect_uris").getValuesAs(JsonObject.class).stream()
                .filter(uri -> uri.getString("redirect_uri_type").equals(type)).forEach(uri -> uris.add(uri.getString("url")));
        return uris.build();
    }
}
