package org.gatehouse.type;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.access.ListScope;

/** Turns a list request on configured objects into a query on their table. Field names come from descriptors, never from the caller. */
final class ConfiguredObjectListing {

    private static final Set<String> COLUMNS = Set.of("name", "managed");

    private static final Map<String, String> ABSENCES = Map.of(
            "POLICYbindings__isnull", "exists (select b.id from PolicyBinding b where b.policy.id = o.id)",
            "POLICYpromptstage__isnull", "exists (select r.id from ObjectReference r where r.policyId = o.id)",
            "PROVIDERapplication__isnull", "exists (select a.id from Application a where a.provider.id = o.id)");

    /** What the contract calls the key of a family's objects when it filters by it. */
    private static final Set<String> KEYS = Set.of("POLICYpolicy_uuid", "STAGEstage_uuid", "PROPERTY_MAPPINGpm_uuid");

    private final StringBuilder where = new StringBuilder("1 = 1");
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final String orderBy;

    ConfiguredObjectListing(Family family, Optional<TypeDescriptor<?>> type, ModelQuery query) {
        type.ifPresent(one -> and("o.type = ", one.name()));
        if (!query.search().isEmpty()) {
            and("lower(o.name) like ", "%" + escapeLike(query.search().toLowerCase(Locale.ROOT)) + "%");
            where.append(" escape '!'");
        }
        query.filters().forEach((name, values) -> filter(family, type, name, values));
        query.visible().ifPresent(visible -> only(family, Set.of(), visible.granted()));
        orderBy = orderBy(query.ordering());
    }

    private ConfiguredObjectListing(TypeDescriptor<?> type) {
        and("o.type = ", type.name());
        orderBy = "o.name";
    }

    static ConfiguredObjectListing identifiedBy(TypeDescriptor<?> type, JsonObject identifiers) {
        ConfiguredObjectListing listing = new ConfiguredObjectListing(type);
        identifiers.forEach((name, value) -> {
            // A misspelt identifier must not match every object of the type.
            if (!listing.filter(type.family(), Optional.of(type), name, List.of(textOf(value)))) {
                throw new InvalidInput(name, "This field does not identify an object here.");
            }
        });
        return listing;
    }

    /** Narrows the list to objects of some types, and those that are granted one by one. */
    void only(Family family, Set<String> types, ListScope granted) {
        String key = family == Family.PROVIDER ? "o.numPk in (select g.objectNumber" : "o.id in (select g.objectId";
        List<String> open = new ArrayList<>();
        if (!types.isEmpty()) {
            open.add("o.type in :openTypes");
            parameters.put("openTypes", types);
        }
        if (!granted.permissions().isEmpty() && !granted.roles().isEmpty()) {
            open.add(key + " from ObjectGrant g where g.permissionId in :granted and g.roleId in :roles)");
            parameters.put("granted", granted.permissions());
            parameters.put("roles", granted.roles());
        }
        where.append(open.isEmpty() ? " and 1 = 0" : " and (" + String.join(" or ", open) + ")");
    }

    /** Narrows the list by one filter; false when there is no such filter. */
    private boolean filter(Family family, Optional<TypeDescriptor<?>> type, String name, List<String> values) {
        String value = values.isEmpty() ? "" : values.get(0);
        if (ABSENCES.containsKey(family.name() + name)) {
            where.append(Listings.bool(name, value) ? " and not " : " and ").append(ABSENCES.get(family.name() + name));
        } else if (KEYS.contains(family.name() + name) && !value.isEmpty()) {
            and("o.id = ", ObjectKey.uuid(value).orElseThrow(() -> new InvalidInput(name, "Enter a valid UUID.")));
        } else if (name.equals("managed__isnull")) {
            where.append(Listings.bool(name, value) ? " and o.managed is null" : " and o.managed is not null");
        } else if (COLUMNS.contains(name)) {
            and("o." + name + " = ", value);
        } else if ((family.name() + name).equals("PROVIDERapplication") && !value.isEmpty()) {
            and("o.id = (select a.provider.id from Application a where a.id = ",
                    ObjectKey.uuid(value).orElseThrow(() -> new InvalidInput(name, "Enter a valid UUID.")));
            where.append(')');
        } else {
            return type.stream().flatMap(one -> one.fields().stream()).filter(field -> field.wireName().equals(name) && !field.isSecret())
                    .findFirst().map(field -> setting(field, value)).isPresent();
        }
        return true;
    }

    /** A setting with this value; a list that holds it. */
    private boolean setting(FieldDescriptor field, String value) {
        String setting = "function('jsonb_extract_path_text', o.settings, '" + field.wireName() + "')";
        if (field.list()) {
            and(setting + " like ", "%\"" + escapeLike(value) + "\"%");
            where.append(" escape '!'");
        } else {
            and(setting + " = ", value);
        }
        return true;
    }

    private void and(String condition, Object value) {
        String parameter = "p" + parameters.size();
        where.append(" and ").append(condition).append(':').append(parameter);
        parameters.put(parameter, value);
    }

    private static String orderBy(String ordering) {
        boolean descending = ordering.startsWith("-");
        String field = descending ? ordering.substring(1) : ordering;
        String column = Set.of("name", "type", "managed", "created", "updated").contains(field) ? field : "name";
        return "o." + column + (descending ? " desc" : "") + ", o.id";
    }

    /** Escapes what {@code like} treats specially, for use with {@code escape '!'}. */
    static String escapeLike(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static String textOf(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    String where() {
        return where.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    String orderBy() {
        return orderBy;
    }
}
