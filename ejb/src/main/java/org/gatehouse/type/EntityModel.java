package org.gatehouse.type;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.access.Actor;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Listing;
import org.gatehouse.model.Repository;

/**
 * A model whose objects are rows of one entity, written through one document record. What is common to all of them is here:
 * reading and validating the document, paging, finding by identifiers, and turning a broken constraint into a problem of the
 * caller. Subclasses hold the rules of their kind.
 *
 * @param <E> the entity
 * @param <D> the document: the writable fields
 */
public abstract class EntityModel<E, D extends Record> implements Model {

    /** Key fields under which an object is found by a name, which could be spelt like another object's {@code pk}. */
    private static final Set<String> NAMES = Set.of("slug", "identifier");

    @Inject
    private DocumentReader reader;

    @Inject
    private RecordCodec codec;

    @Inject
    private ListCounts counts;

    private final Class<D> documentType;
    private final ListColumns columns;

    protected EntityModel(Class<D> documentType, ListColumns columns) {
        this.documentType = documentType;
        this.columns = columns;
    }

    protected abstract Repository<E, ?> repository();

    /** The object with this key as paths carry it; empty for a text that cannot be a key. */
    protected abstract Optional<E> findByKey(String key);

    /** The object with this value as {@code pk}; the same as its key unless the kind is addressed by a name. */
    protected Optional<E> findByPk(String pk) {
        return findByKey(pk);
    }

    protected abstract String keyOf(E entity);

    protected abstract D documentOf(E entity);

    /** The full wire forms, in the order of the page, in a number of queries that does not depend on its length. */
    protected abstract List<JsonObject> wire(Actor actor, ModelQuery query, List<E> page);

    /**
     * Checks the document against the rules of the kind and stores it.
     *
     * @param existing what is to be changed; empty to make a new object
     * @return the stored object, known to the persistence context
     */
    protected abstract E store(Actor actor, Optional<E> existing, D document, FieldProblems problems);

    /** Those uses that keep the object from being deleted: all of them, unless the kind takes its users along. */
    protected List<UsedBy> blockers(String key) {
        return usedBy(key);
    }

    /** What goes with the object before its row does. */
    protected void beforeDelete(Actor actor, E entity) {
    }

    @Override
    public Optional<String> rightsKey(String key) {
        boolean named = NAMES.contains(keyField());
        return named ? findByKey(key).map(found -> repository().identityOf(found).toString()) : Model.super.rightsKey(key);
    }

    @Override
    public boolean isNarrowable() {
        return true;
    }

    @Override
    public List<FieldDescriptor> fields() {
        return RecordDescriptor.fieldsOf(documentType);
    }

    @Override
    public List<String> filters() {
        return columns.filterNames();
    }

    @Override
    public ModelPage list(Actor actor, ModelQuery query) {
        Listing listing = Listings.of(query, columns);
        return new ModelPage(wire(actor, query, repository().list(listing)), counts.of(listing, repository()::count));
    }

    @Override
    public Optional<JsonObject> read(Actor actor, String key) {
        return findByKey(key).map(found -> wire(actor, ModelQuery.all(), List.of(found)).get(0));
    }

    @Override
    public Optional<JsonObject> document(String key) {
        return findByKey(key).map(this::documentJson);
    }

    /** The document's wire form: where the full wire form starts from. */
    protected JsonObject documentJson(E entity) {
        return toWire(documentOf(entity));
    }

    protected JsonObject toWire(D document) {
        return codec.toWire(document);
    }

    @Override
    public Optional<String> find(JsonObject identifiers) {
        JsonValue pk = identifiers.get("pk");
        if (pk != null) {
            return findByPk(pk instanceof JsonString text ? text.getString() : pk.toString()).map(this::keyOf);
        }
        return repository().list(Listings.identifying(identifiers, columns)).stream().findFirst().map(this::keyOf);
    }

    @Override
    public String save(Actor actor, Optional<String> key, JsonObject document) {
        Optional<E> existing = key.map(given -> findByKey(given).orElseThrow(() -> new ObjectNotFound(name() + " " + given)));
        D read = reader.read(documentType, document);
        FieldProblems problems = new FieldProblems();
        try {
            E stored = store(actor, existing, read, problems);
            problems.refuseIfAny();
            repository().flush();
            return keyOf(stored);
        } catch (OptimisticLockException conflict) {
            throw conflict;
        } catch (PersistenceException refused) {
            throw orConstraint(refused);
        }
    }

    @Override
    public void delete(Actor actor, String key) {
        E entity = findByKey(key).orElseThrow(() -> new ObjectNotFound(name() + " " + key));
        List<UsedBy> uses = blockers(key);
        if (!uses.isEmpty()) {
            throw new ObjectInUse(uses);
        }
        beforeDelete(actor, entity);
        repository().remove(entity);
        repository().flush();
    }

    /** The checks before leave only what another writer did at the same moment, or a key that only the database guards. */
    private static RuntimeException orConstraint(PersistenceException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().startsWith("23")) {
                return new InvalidInput(FieldProblems.GENERAL, sql.getSQLState().equals("23505")
                        ? "Another object with these values exists." : "The values do not fit other objects.");
            }
        }
        return refused;
    }

    /** An empty list where the contract has something that this installation has none of. */
    protected static JsonValue none() {
        return Json.createArrayBuilder().build();
    }
}
