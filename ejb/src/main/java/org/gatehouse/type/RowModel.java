package org.gatehouse.type;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Listing;
import org.gatehouse.model.Repository;

/**
 * A model of rows that the product writes by itself and people only read or delete, such as events and logins.
 *
 * @param <E> the entity
 */
public abstract class RowModel<E> implements Model {

    @Inject
    private ListCounts counts;

    private final ListColumns columns;

    protected RowModel(ListColumns columns) {
        this.columns = columns;
    }

    /** What the rows are listed by. */
    protected ListColumns columns() {
        return columns;
    }

    protected abstract Repository<E, UUID> repository();

    protected abstract String keyOf(E row);

    protected abstract JsonObject wire(E row);

    /** The wire forms of a page, in its order; a kind that shows other objects overrides this, so that their number costs no queries. */
    protected List<JsonObject> wire(List<E> page) {
        return page.stream().map(this::wire).toList();
    }

    protected Optional<E> findByKey(String key) {
        return ObjectKey.uuid(key).flatMap(repository()::find);
    }

    @Override
    public boolean isNarrowable() {
        return true;
    }

    @Override
    public List<FieldDescriptor> fields() {
        return List.of();
    }

    @Override
    public List<String> filters() {
        return columns.filterNames();
    }

    @Override
    public ModelPage list(Actor actor, ModelQuery query) {
        Listing listing = Listings.of(query, columns);
        return new ModelPage(wire(repository().list(listing)), counts.of(listing, repository()::count));
    }

    @Override
    public Optional<JsonObject> read(Actor actor, String key) {
        return findByKey(key).map(this::wire);
    }

    @Override
    public Optional<JsonObject> document(String key) {
        return findByKey(key).map(row -> JsonValue.EMPTY_JSON_OBJECT);
    }

    @Override
    public Optional<String> find(JsonObject identifiers) {
        JsonValue pk = identifiers.get("pk");
        if (pk != null) {
            return findByKey(pk instanceof JsonString text ? text.getString() : pk.toString()).map(this::keyOf);
        }
        return repository().list(Listings.identifying(identifiers, columns)).stream().findFirst().map(this::keyOf);
    }

    @Override
    public String save(Actor actor, Optional<String> key, JsonObject document) {
        throw new InvalidInput(FieldProblems.GENERAL, "Such objects are written by the product only.");
    }
}
