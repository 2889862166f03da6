package org.gatehouse.mapping;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.expression.ExpressionFailed;
import org.gatehouse.expression.ExpressionInvalid;
import org.gatehouse.expression.UserVariables;
import org.gatehouse.expression.ValueType;
import org.gatehouse.model.config.PropertyMapping;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.DocumentReader;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ManagedFamilies;
import org.gatehouse.type.ObjectNotFound;

/** Lets administrators see what a property mapping yields before anybody depends on it. Nothing is changed, no event is left. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MappingTests {

    /**
     * What is asked.
     *
     * @param user who the data is about; nobody if left out
     * @param group what the {@code group} variable is, for types that have one
     * @param context values for the type's variables by name; they win over those of user and group
     */
    public record Request(Long user, UUID group, JsonObject context) {
    }

    /**
     * What came out.
     *
     * @param value what the mapping yields; null when it failed
     * @param problem why it failed, a sentence; empty when it did not
     */
    public record Outcome(Object value, String problem) {

        public boolean successful() {
            return problem.isEmpty();
        }
    }

    @Inject
    private Permissions permissions;

    @Inject
    private ConfiguredObjects objects;

    @Inject
    private PropertyMappings mappings;

    @Inject
    private DocumentReader reader;

    @Inject
    private UserRepository users;

    @Inject
    private GroupRepository groups;

    @Inject
    private ManagedFamilies families;

    @Inject
    private UserVariables userVariables;

    /**
     * Evaluates the mapping with this key.
     *
     * @throws ObjectNotFound when there is none
     * @throws InvalidInput when user or group are not there
     */
    public Outcome test(Actor actor, String key, JsonObject body) {
        // Evaluating runs expressions: seeing a mapping is not enough.
        permissions.require(actor, Permission.change(families.modelOf(actor, Family.PROPERTY_MAPPING, key).name()), key);
        PropertyMapping mapping = objects.find(Family.PROPERTY_MAPPING, key).map(PropertyMapping.class::cast)
                .orElseThrow(() -> new ObjectNotFound("No property mapping matches the given query."));
        Map<String, Object> variables = variables(reader.read(Request.class, body), mapping);
        try {
            return new Outcome(mappings.prepare(mapping).evaluation().apply(variables), "");
        } catch (ExpressionFailed | ExpressionInvalid failed) {
            return new Outcome(null, failed.getMessage());
        }
    }

    private Map<String, Object> variables(Request request, PropertyMapping mapping) {
        Map<String, Object> variables = new HashMap<>();
        scopeOf(mapping).forEach((name, type) -> variables.put(name, empty(type)));
        variables.computeIfPresent("user", (name, none) -> user(request));
        variables.computeIfPresent("group", (name, none) -> group(request));
        if (request.context() != null) {
            request.context().forEach((name, value) -> variables.computeIfPresent(name, (known, none) -> value));
        }
        return variables;
    }

    private Map<String, ValueType> scopeOf(PropertyMapping mapping) {
        return objects.typeOf(mapping).behaviour() instanceof MappingType<?> type ? type.scope().variables() : Map.of();
    }

    private static Object empty(ValueType type) {
        return switch (type) {
            case TEXT -> "";
            case INTEGER -> 0L;
            case BOOLEAN -> false;
            case LIST -> List.of();
            case MAP, ANY -> Map.of();
        };
    }

    private Map<String, Object> user(Request request) {
        if (request.user() == null) {
            return UserVariables.anonymous();
        }
        User user = users.find(request.user()).orElseThrow(() -> new InvalidInput("user", FieldProblems.missing(request.user())));
        return userVariables.of(user);
    }

    private Map<String, Object> group(Request request) {
        if (request.group() == null) {
            return Map.of();
        }
        Group group = groups.find(request.group()).orElseThrow(() -> new InvalidInput("group", FieldProblems.missing(request.group())));
        return Map.of("pk", group.getId(), "name", group.getName(), "is_superuser", group.isSuperuser(), "attributes", group.getAttributes());
    }
}
