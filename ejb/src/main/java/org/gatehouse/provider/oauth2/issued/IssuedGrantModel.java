package org.gatehouse.provider.oauth2.issued;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.access.Actor;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.oauth2.IssuedGrant;
import org.gatehouse.model.oauth2.OAuthTokenRepository;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.RowModel;

/**
 * One kind of what providers issue. Users see and delete what acts for them, administrators everything; secrets are not known to the
 * database and so are never shown.
 *
 * @param <E> the kind's entity
 */
public abstract class IssuedGrantModel<E extends IssuedGrant> extends RowModel<E> {

    @Inject
    private IssuedGrantForms forms;

    @Inject
    private OAuthTokenRepository tokens;

    protected IssuedGrantModel(ListColumns columns) {
        super(columns);
    }

    /** The row with this number if it is of this kind. */
    protected abstract Optional<E> findByNumber(long number);

    /** What this kind shows beside what all have. */
    protected abstract JsonObject more(E row);

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.DELETE);
    }

    @Override
    public Set<Operation> ownOperations() {
        return Set.of(Operation.DELETE);
    }

    @Override
    protected Optional<E> findByKey(String key) {
        return ObjectKey.number(key).flatMap(this::findByNumber);
    }

    @Override
    protected String keyOf(E row) {
        return row.getNumPk().toString();
    }

    @Override
    public boolean isOwn(Actor actor, String key) {
        return findByKey(key).filter(row -> actor.is(row.getUser())).isPresent();
    }

    @Override
    public Optional<ModelQuery> ownPart(Actor actor, ModelQuery query) {
        return OwnRows.of(actor, query);
    }

    @Override
    protected JsonObject wire(E row) {
        return wire(List.of(row)).get(0);
    }

    @Override
    protected List<JsonObject> wire(List<E> page) {
        return forms.of(page, this::more);
    }

    /** Deletes the row, and revokes every token that descends from the same authorization. */
    @Override
    public void delete(Actor actor, String key) {
        E row = findByKey(key).orElseThrow(() -> new ObjectNotFound("No object matches the given query."));
        tokens.revokeFamily(row.getFamilyId());
        repository().remove(row);
        repository().flush();
    }
}
