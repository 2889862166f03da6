package org.gatehouse.flow.stage.authenticatorwebauthn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.type.FieldDescriptor;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.WireObject;
import org.gatehouse.webauthn.DeviceType;
import org.gatehouse.webauthn.DeviceTypes;

/** The known models of authenticators in the API. They come with the product; nobody writes them. */
@ApplicationScoped
public class WebAuthnDeviceTypeModel implements Model {

    private static final Comparator<DeviceType> BY_AAGUID = Comparator.comparing(type -> type.aaguid().toString());
    private static final Comparator<DeviceType> BY_DESCRIPTION =
            Comparator.<DeviceType, String>comparing(type -> type.description().toLowerCase(Locale.ROOT)).thenComparing(BY_AAGUID);

    @Inject
    private DeviceTypes types;

    @Override
    public String name() {
        return "authentik_stages_authenticator_webauthn.webauthndevicetype";
    }

    @Override
    public String path() {
        return "stages/authenticator/webauthn_device_types";
    }

    @Override
    public String keyField() {
        return "aaguid";
    }

    @Override
    public List<FieldDescriptor> fields() {
        return List.of();
    }

    @Override
    public Set<Operation> operations() {
        return Set.of();
    }

    @Override
    public List<String> filters() {
        return List.of("aaguid", "description", "icon");
    }

    /** The wire form of a type. */
    static JsonObject wire(DeviceType type) {
        return WireObject.empty().put("aaguid", type.aaguid()).put("description", type.description()).build();
    }

    @Override
    public ModelPage list(Actor actor, ModelQuery query) {
        List<DeviceType> found = types.all().stream().filter(type -> matches(type, query)).sorted(order(query.ordering())).toList();
        return new ModelPage(found.stream().skip(query.firstRow()).limit(query.pageSize()).map(WebAuthnDeviceTypeModel::wire).toList(), found.size());
    }

    private static boolean matches(DeviceType type, ModelQuery query) {
        String words = query.search().toLowerCase(Locale.ROOT);
        return (type.description().toLowerCase(Locale.ROOT).contains(words) || type.aaguid().toString().contains(words))
                && query.filters().entrySet().stream().allMatch(filter -> matches(type, filter));
    }

    private static boolean matches(DeviceType type, Map.Entry<String, List<String>> filter) {
        return switch (filter.getKey()) {
            case "aaguid" -> filter.getValue().stream().anyMatch(text -> type.aaguid().toString().equalsIgnoreCase(text));
            case "description" -> filter.getValue().contains(type.description());
            // No type has a picture.
            case "icon" -> filter.getValue().stream().allMatch(String::isEmpty);
            default -> true;
        };
    }

    private static Comparator<DeviceType> order(String ordering) {
        Comparator<DeviceType> order = ordering.endsWith("aaguid") ? BY_AAGUID : BY_DESCRIPTION;
        return ordering.startsWith("-") ? order.reversed() : order;
    }

    @Override
    public Optional<JsonObject> read(Actor actor, String key) {
        return ObjectKey.uuid(key).filter(types::isKnown).map(types::get).map(WebAuthnDeviceTypeModel::wire);
    }

    @Override
    public Optional<JsonObject> document(String key) {
        return ObjectKey.uuid(key).filter(types::isKnown).map(known -> JsonValue.EMPTY_JSON_OBJECT);
    }

    @Override
    public Optional<String> find(JsonObject identifiers) {
        return types.all().stream().filter(type -> identifiers.entrySet().stream().allMatch(one -> identifies(type, one.getKey(), one.getValue())))
                .findFirst().map(DeviceType::aaguid).map(UUID::toString);
    }

    private static boolean identifies(DeviceType type, String field, JsonValue value) {
        return value instanceof JsonString text && (field.equals("description") ? text.getString().equals(type.description())
                : Set.of("aaguid", "pk").contains(field) && text.getString().equalsIgnoreCase(type.aaguid().toString()));
    }

    @Override
    public String save(Actor actor, Optional<String> key, JsonObject document) {
        throw new InvalidInput(FieldProblems.GENERAL, "Such objects come with the product.");
    }

    @Override
    public void delete(Actor actor, String key) {
        throw new InvalidInput(FieldProblems.GENERAL, "Such objects come with the product.");
    }
}
