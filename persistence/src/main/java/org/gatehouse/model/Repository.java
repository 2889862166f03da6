package org.gatehouse.model;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnitUtil;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    private final String fetches;

    protected Repository(Class<E> entity) {
        this(entity, "");
    }

    /** @param fetches what lists load with each row, as JPQL on the alias {@code o}: {@code join fetch o.user} */
    protected Repository(Class<E> entity, String fetches) {
        this.entity = entity;
        this.fetches = fetches;
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

    /** The primary key of a row that this persistence context knows. */
    public Object identityOf(E row) {
        return entityManager.getEntityManagerFactory().getPersistenceUnitUtil().getIdentifier(row);
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

    /** The rows of one page, in its order: two queries, however many rows. */
    public List<E> list(Listing listing) {
        Query ids = nativeQuery("SELECT o.id FROM " + listing.from() + " WHERE " + listing.where() + " ORDER BY " + listing.orderBy()
                + " LIMIT " + listing.size() + " OFFSET " + listing.first(), listing.parameters());
        List<?> keys = ids.getResultList();
        Map<Object, E> rows = new HashMap<>();
        PersistenceUnitUtil keyOf = entityManager.getEntityManagerFactory().getPersistenceUnitUtil();
        findAll(keys).forEach(row -> rows.put(keyOf.getIdentifier(row), row));
        return keys.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    /** How many rows match, whatever the page. */
    public long count(Listing listing) {
        Query count = nativeQuery("SELECT count(*) FROM " + listing.from() + " WHERE " + listing.where(), listing.parameters());
        return ((Number) count.getSingleResult()).longValue();
    }

    /** The rows with these keys, in no particular order; a key without a row is left out. */
    public List<E> findAll(Collection<?> keys) {
        return keys.isEmpty() ? List.of() : query("select o from " + entity.getSimpleName() + " o " + fetches + " where o.id in :keys")
                .setParameter("keys", keys).getResultList();
    }

    /** Pairs of a native query with two columns, grouped by the first, each group in the order of the rows. */
    @SuppressWarnings("unchecked")
    protected <A, B> Map<A, List<B>> pairs(String sql, Object... parameters) {
        Map<A, List<B>> grouped = new LinkedHashMap<>();
        for (Object[] row : (List<Object[]>) nativeQuery(sql, List.of(parameters)).getResultList()) {
            grouped.computeIfAbsent((A) row[0], key -> new ArrayList<>()).add((B) row[1]);
        }
        return grouped;
    }

    /** {@code ?1,?2,?3}: as many parameters as there are values, for {@code IN (…)}. */
    protected static String marks(Collection<?> values) {
        return IntStream.rangeClosed(1, values.size()).mapToObj(index -> "?" + index).collect(Collectors.joining(","));
    }

    private Query nativeQuery(String sql, List<?> parameters) {
        Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }

    protected TypedQuery<E> query(String jpql) {
        return entityManager.createQuery(jpql, entity);
    }

    /**
     * The only row of a query that can have at most one, or empty. Sets no limit: a limit makes EclipseLink build the SQL again at every
     * call, which costs as much as running it.
     */
    protected static <T> Optional<T> only(TypedQuery<T> query) {
        return query.getResultStream().findFirst();
    }
}
