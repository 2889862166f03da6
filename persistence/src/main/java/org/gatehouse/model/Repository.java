package org.gatehouse.model;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The queries on one kind of row. A repository starts no transaction and decides nothing; it runs inside its caller's.
 *
 * @param <E> the entity
 * @param <K> its primary key
 */
public abstract class Repository<E, K> {

    @PersistenceContext(unitName = "gatehouse")
    protected EntityManager entityManager;

    private final Class<E> entity;

    protected Repository(Class<E> entity) {
        this.entity = entity;
    }

    public Optional<E> find(K key) {
        return Optional.ofNullable(entityManager.find(entity, key));
    }

    /**
     * The row with this key.
     *
     * @throws NoSuchElementException when there is none
     */
    public E get(K key) {
        return find(key).orElseThrow(() -> new NoSuchElementException(entity.getSimpleName() + " " + key));
    }

    public E add(E row) {
        entityManager.persist(row);
        return row;
    }

    public void remove(E row) {
        entityManager.remove(row);
    }

    /** Sends what has been changed to the database now, so that a broken constraint shows here and not at commit. */
    public void flush() {
        entityManager.flush();
    }

    protected TypedQuery<E> query(String jpql) {
        return entityManager.createQuery(jpql, entity);
    }

    /** The only row of a query that can have at most one, or empty. */
    protected static <T> Optional<T> only(TypedQuery<T> query) {
        return query.setMaxResults(1).getResultStream().findFirst();
    }
}
