package org.gatehouse.type;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.gatehouse.model.config.ConfiguredObject;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Provider;

/**
 * Stores and shows configured objects of every family. Code that uses an object at run time asks {@link #settings} and gets
 * the typed record; nothing outside of this package looks into the document. Runs in the caller's transaction.
 */
@ApplicationScoped
public class ConfiguredObjects {

    @Inject
    private ConfiguredObjectRepository repository;

    @Inject
    private TypeRegistry types;

    @Inject
    private RecordCodec codec;

    @Inject
    private DocumentReader reader;

    @Inject
    private ReferenceIndex references;

    @Inject
    private ReferenceLookup lookup;

    @Inject
    @Any
    private Instance<WireExtras> extras;

    @Inject
    private Clock clock;

    /** The writable fields of a type: header, then settings. */
    static List<FieldDescriptor> fieldsOf(TypeDescriptor<?> type) {
        List<FieldDescriptor> fields = new ArrayList<>(RecordDescriptor.fieldsOf(ObjectHeader.class));
        fields.addAll(type.fields());
        return List.copyOf(fields);
    }

    // Using

    /**
     * The settings of a stored object.
     *
     * @throws IllegalStateException when the object is not of a type with these settings
     */
    public <S extends Record> S settings(ConfiguredObject object, Class<S> settingsType) {
        TypeDescriptor<?> type = typeOf(object);
        if (type.settingsType() != settingsType) {
            throw new IllegalStateException(object.getName() + " is a " + type.name() + ", not one with " + settingsType.getName());
        }
        return codec.fromStored(settingsType, object.getSettings());
    }

    public TypeDescriptor<?> typeOf(ConfiguredObject object) {
        return types.get(familyOf(object), object.getType());
    }

    static Family familyOf(ConfiguredObject object) {
        for (Family family : Family.values()) {
            if (family.entity().isInstance(object)) {
                return family;
            }
        }
        throw new IllegalStateException("No family has " + object.getClass());
    }

    // Showing

    /** The object with this key on the wire: a number for providers, a UUID for all others. Empty for any other text. */
    public Optional<? extends ConfiguredObject> find(Family family, String key) {
        try {
            return family == Family.PROVIDER ? repository.findProvider(Long.parseLong(key))
                    : repository.find(family.entity(), UUID.fromString(key));
        } catch (IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }

    /** One page of a family, or of one type of it. */
    public ModelPage list(Family family, Optional<TypeDescriptor<?>> type, ModelQuery query) {
        return page(family, query, new ConfiguredObjectListing(family, type, query));
    }

    /** One page of what of a family may be seen. */
    ModelPage list(Family family, ListRights.FamilyRights rights, ModelQuery query) {
        ConfiguredObjectListing listing = new ConfiguredObjectListing(family, Optional.empty(), query);
        if (!rights.everything()) {
            listing.only(family, rights.types(), rights.granted());
        }
        return page(family, query, listing);
    }

    private ModelPage page(Family family, ModelQuery query, ConfiguredObjectListing listing) {
        List<? extends ConfiguredObject> page = repository.list(family.entity(), listing.where(), listing.parameters(),
                listing.orderBy(), query.firstRow(), query.pageSize());
        long count = repository.count(family.entity(), listing.where(), listing.parameters());
        return new ModelPage(toWire(family, page), count);
    }

    /** The full wire form of one object. */
    public JsonObject toWire(ConfiguredObject object) {
        return toWire(familyOf(object), List.of(object)).get(0);
    }

    /** The full wire forms of objects of one family, in their order; a fixed number of queries for all together. */
    public List<JsonObject> toWire(Family family, Collection<? extends ConfiguredObject> page) {
        Map<UUID, JsonObject> more = new LinkedHashMap<>();
        extras.stream().filter(extra -> extra.family() == family).forEach(extra -> extra.of(page).forEach((id, fields) ->
                more.merge(id, fields, (some, others) -> Json.createObjectBuilder(some).addAll(Json.createObjectBuilder(others)).build())));
        return page.stream().map(object -> toWire(object, more.getOrDefault(object.getId(), JsonValue.EMPTY_JSON_OBJECT))).toList();
    }

    private JsonObject toWire(ConfiguredObject object, JsonObject more) {
        TypeDescriptor<?> type = typeOf(object);
        JsonObjectBuilder wire = Json.createObjectBuilder();
        if (object instanceof Provider provider) {
            wire.add("pk", provider.getNumPk());
        } else {
            wire.add("pk", object.getId().toString());
        }
        document(object).forEach(wire::add);
        wire.add("component", type.component())
                .add("verbose_name", type.verboseName(Locale.ENGLISH))
                .add("verbose_name_plural", type.verboseNamePlural(Locale.ENGLISH))
                .add("meta_model_name", type.model());
        more.forEach(wire::add);
        return wire.build();
    }

    /** The writable fields in wire form. */
    public JsonObject document(ConfiguredObject object) {
        JsonObjectBuilder document = Json.createObjectBuilder().add("name", object.getName());
        document.add("managed", object.getManaged() == null ? JsonValue.NULL : Json.createValue(object.getManaged()));
        codec.toWire(settings(object, typeOf(object).settingsType())).forEach(document::add);
        return document.build();
    }

    /** The key of the object of a type that has all these values; {@code pk}, header fields and settings fields can be given. */
    public Optional<String> identify(TypeDescriptor<?> type, JsonObject identifiers) {
        JsonValue pk = identifiers.get("pk");
        if (pk != null) {
            return find(type.family(), pk instanceof JsonString text ? text.getString() : pk.toString())
                    .filter(object -> object.getType().equals(type.name())).map(ConfiguredObjects::keyOf);
        }
        ConfiguredObjectListing listing = ConfiguredObjectListing.identifiedBy(type, identifiers);
        return repository.list(type.family().entity(), listing.where(), listing.parameters(), listing.orderBy(), 0, 1)
                .stream().findFirst().map(ConfiguredObjects::keyOf);
    }

    /** The object's key on the wire. */
    public static String keyOf(ConfiguredObject object) {
        return object instanceof Provider provider ? provider.getNumPk().toString() : object.getId().toString();
    }

    // Storing

    /**
     * Stores a new object (no key) or all of an existing one.
     *
     * @return the key
     * @throws InvalidInput with every problem by field
     */
    public String save(TypeDescriptor<?> type, Optional<String> key, JsonObject document) {
        ConfiguredObject object = key.<ConfiguredObject>flatMap(k -> find(type.family(), k).map(o -> (ConfiguredObject) o))
                .orElseGet(() -> newObject(type));
        FieldProblems problems = new FieldProblems();
        ObjectHeader header = reader.read(ObjectHeader.class, only(document, RecordDescriptor.fieldsOf(ObjectHeader.class), true), problems);
        Record settings = readSettings(type, object, document, problems);
        problems.refuseIfAny();
        refuseTakenName(type.family(), object, header);
        object.setName(header.name().strip());
        object.setManaged(header.managed());
        object.setSettings(codec.toStored(settings));
        object.setLookupKey(lookupKeyOf(type, object));
        object.setUpdated(clock.instant());
        store(type, object);
        lookup.requireTargets(settings);
        references.replace(object.getId(), type.family(), settings);
        return keyOf(object);
    }

    private ConfiguredObject newObject(TypeDescriptor<?> type) {
        ConfiguredObject object = type.family().newEntity();
        object.setId(UUID.randomUUID());
        object.setType(type.name());
        object.setCreated(clock.instant());
        return object;
    }

    private <S extends Record> S readSettings(TypeDescriptor<S> type, ConfiguredObject object, JsonObject document, FieldProblems problems) {
        JsonObject sent = only(document, RecordDescriptor.fieldsOf(ObjectHeader.class), false);
        S settings = reader.read(type.settingsType(), withKeptSecrets(type, sent, object), problems);
        if (settings == null || !problems.isEmpty()) {
            return null;
        }
        settings = type.behaviour().complete(keepSecrets(type, settings, sent, object));
        type.behaviour().check(settings, problems);
        return settings;
    }

    /** What was sent, with something in the place of each secret that stays: a required one need not be sent again. */
    private static JsonObject withKeptSecrets(TypeDescriptor<?> type, JsonObject sent, ConfiguredObject object) {
        JsonObjectBuilder complete = Json.createObjectBuilder(sent);
        keptSecrets(type, sent, object).filter(name -> object.getSettings().get(name) != JsonValue.NULL).forEach(name -> complete.add(name, ""));
        return complete.build();
    }

    private static Stream<String> keptSecrets(TypeDescriptor<?> type, JsonObject sent, ConfiguredObject object) {
        return type.fields().stream().filter(FieldDescriptor::isSecret).map(FieldDescriptor::wireName)
                .filter(name -> !sent.containsKey(name) && object.getSettings().containsKey(name));
    }

    /** A secret that was not sent stays what it was: nobody who edits an object has to know it. */
    private <S extends Record> S keepSecrets(TypeDescriptor<S> type, S settings, JsonObject sent, ConfiguredObject object) {
        JsonObjectBuilder merged = Json.createObjectBuilder(codec.toStored(settings));
        keptSecrets(type, sent, object).forEach(name -> merged.add(name, object.getSettings().get(name)));
        return codec.fromStored(type.settingsType(), merged.build());
    }

    private void refuseTakenName(Family family, ConfiguredObject object, ObjectHeader header) {
        repository.findByName(family.entity(), header.name().strip()).filter(other -> !other.getId().equals(object.getId()))
                .ifPresent(other -> {
                    throw new InvalidInput("name", "This name is taken.");
                });
    }

    private static String lookupKeyOf(TypeDescriptor<?> type, ConfiguredObject object) {
        return type.lookupKey().map(field -> object.getSettings().get(field.wireName()))
                .filter(JsonString.class::isInstance).map(value -> ((JsonString) value).getString()).orElse(null);
    }

    private void store(TypeDescriptor<?> type, ConfiguredObject object) {
        try {
            if (repository.find(type.family().entity(), object.getId()).isEmpty()) {
                repository.add(object);
            }
            repository.flush();
        } catch (PersistenceException refused) {
            // The checks above leave only what another writer did at the same moment: the unique keys.
            throw new InvalidInput(type.lookupKey().map(FieldDescriptor::wireName).orElse("name"), "This value is taken.");
        }
    }

    private static JsonObject only(JsonObject document, List<FieldDescriptor> fields, boolean inside) {
        JsonObjectBuilder part = Json.createObjectBuilder();
        document.forEach((name, value) -> {
            if (fields.stream().anyMatch(field -> field.wireName().equals(name)) == inside) {
                part.add(name, value);
            }
        });
        return part.build();
    }

    /** @throws ObjectInUse when something refers to the object */
    public void delete(Family family, String key) {
        ConfiguredObject object = find(family, key).orElseThrow(() -> new ObjectNotFound(key));
        List<UsedBy> uses = lookup.usedBy(family, object.getId());
        if (!uses.isEmpty()) {
            throw new ObjectInUse(uses);
        }
        repository.replaceReferences(object.getId(), List.of());
        repository.remove(object);
    }

    /** What refers to the object. */
    public List<UsedBy> usedBy(Family family, String key) {
        return find(family, key).map(object -> lookup.usedBy(family, object.getId())).orElse(List.of());
    }
}
