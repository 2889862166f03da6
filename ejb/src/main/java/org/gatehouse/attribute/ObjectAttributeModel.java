package org.gatehouse.attribute;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.model.attribute.AttributeValueType;
import org.gatehouse.model.attribute.ObjectAttribute;
import org.gatehouse.model.attribute.ObjectAttributeRepository;
import org.gatehouse.type.Default;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.WireField;
import org.gatehouse.type.WireObject;

/** Definitions of attributes as administrators manage them. */
@ApplicationScoped
public class ObjectAttributeModel extends EntityModel<ObjectAttribute, ObjectAttributeModel.Document> {

    static final String MODEL = "authentik_core.objectattribute";

    /** Names that lead to a value: of letters, digits, hyphens and underscores, at dots. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){0,7}");

    private static final List<String> TYPES = List.copyOf(new TreeSet<>(ObjectAttributeRepository.objectTypes()));

    /** The writable fields. */
    public record Document(
            @NotBlank String objectType,
            @Default("true") boolean enabled,
            @NotBlank @Size(max = 200) String key,
            @NotBlank @Size(max = 500) String label,
            @Default("") @Size(max = 500) String regex,
            @NotNull AttributeValueType type,
            @Default("") @Size(max = 500) String group,
            @Size(max = 500) String managed,
            @Default("false") @WireField("is_unique") boolean unique,
            @Default("false") @WireField("is_required") boolean required) {

        void check(FieldProblems problems) {
            if (!TYPES.contains(objectType)) {
                problems.add("object_type", "Attributes can be defined for " + String.join(", ", TYPES) + ".");
            }
            if (!KEY.matches(key)) {
                problems.add("key", "Enter names of letters, digits, hyphens and underscores, with dots between them.");
            }
            if (!isPattern(regex)) {
                problems.add("regex", "Enter a valid regular expression.");
            }
        }

        private static boolean isPattern(String regex) {
            try {
                return regex.isEmpty() || Pattern.compile(regex) != null;
            } catch (PatternSyntaxException wrong) {
                return false;
            }
        }
    }

    @Inject
    private ObjectAttributeRepository definitions;

    @Inject
    private Clock clock;

    public ObjectAttributeModel() {
        super(Document.class, ObjectAttributeRepository.COLUMNS);
    }

    @Override
    public String name() {
        return MODEL;
    }

    @Override
    public String path() {
        return "core/object_attributes";
    }

    @Override
    public String keyField() {
        return "attribute_id";
    }

    @Override
    protected ObjectAttributeRepository repository() {
        return definitions;
    }

    @Override
    protected Optional<ObjectAttribute> findByKey(String key) {
        return ObjectKey.uuid(key).flatMap(definitions::find);
    }

    @Override
    protected String keyOf(ObjectAttribute definition) {
        return definition.getId().toString();
    }

    @Override
    protected Document documentOf(ObjectAttribute definition) {
        return new Document(definition.getObjectType(), definition.isEnabled(), definition.getKey(), definition.getLabel(), definition.getRegex(),
                definition.getType(), definition.getGroupName(), definition.getManaged(), definition.isUnique(), definition.isRequired());
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<ObjectAttribute> page) {
        return page.stream().map(one -> WireObject.from(documentJson(one)).put("pk", one.getId()).put("attribute_id", one.getId())
                .put("object_type_obj", contentType(one.getObjectType())).put("created", one.getCreated())
                .put("last_updated", one.getLastUpdated()).build()).toList();
    }

    private static JsonObject contentType(String model) {
        String name = model.substring(model.indexOf('.') + 1);
        return WireObject.empty().put("id", TYPES.indexOf(model) + 1).put("app_label", model.substring(0, model.indexOf('.'))).put("model", name)
                .put("verbose_name_plural", name.equals("applicationentitlement") ? "Application entitlements"
                        : Character.toUpperCase(name.charAt(0)) + name.substring(1) + "s")
                .put("fully_qualified_model", model).build();
    }

    @Override
    protected ObjectAttribute store(Actor actor, Optional<ObjectAttribute> existing, Document document, FieldProblems problems) {
        Instant now = clock.instant();
        ObjectAttribute definition = existing.orElseGet(() -> newDefinition(now));
        document.check(problems);
        definitions.findByKey(document.objectType(), document.key()).filter(other -> !other.getId().equals(definition.getId()))
                .ifPresent(other -> problems.add("key", "An attribute with this key is defined already."));
        problems.refuseIfAny();
        fill(definition, document);
        definition.setLastUpdated(now);
        return existing.isPresent() ? definition : definitions.add(definition);
    }

    private static void fill(ObjectAttribute definition, Document document) {
        definition.setObjectType(document.objectType());
        definition.setEnabled(document.enabled());
        definition.setKey(document.key());
        definition.setLabel(document.label().strip());
        definition.setRegex(document.regex());
        definition.setType(document.type());
        definition.setGroupName(document.group());
        definition.setManaged(document.managed());
        definition.setUnique(document.unique());
        definition.setRequired(document.required());
    }

    private static ObjectAttribute newDefinition(Instant now) {
        ObjectAttribute definition = new ObjectAttribute();
        definition.setId(UUID.randomUUID());
        definition.setCreated(now);
        return definition;
    }
}
