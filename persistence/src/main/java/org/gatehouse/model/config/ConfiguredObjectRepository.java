package org.gatehouse.model.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Queries on configured objects of any family; the family is given by its entity class. */
@ApplicationScoped
public class ConfiguredObjectRepository {

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    public <T extends ConfiguredObject> Optional<T> find(Class<T> family, UUID id) {
        return Optional.ofNullable(entityManager.find(family, id));
    }

    public <T extends ConfiguredObject> List<T> findAll(Class<T> family, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : entityManager
                .createQuery("select o from " + family.getSimpleName() + " o where o.id in :ids", family)
                .setParameter("ids", ids).getResultList();
    }

    public <T extends ConfiguredObject> Optional<T> findByName(Class<T> family, String name) {
        return entityManager.createQuery("select o from " + family.getSimpleName() + " o where o.name = :name", family)
                .setParameter("name", name).getResultStream().findFirst();
    }

    public <T extends ConfiguredObject> Optional<T> findByManaged(Class<T> family, String managed) {
        return entityManager.createQuery("select o from " + family.getSimpleName() + " o where o.managed = :managed", family)
                .setParameter("managed", managed).getResultStream().findFirst();
    }

    /** The object of a type with this lookup key, such as the provider with a {@code client_id}. */
    public <T extends ConfiguredObject> Optional<T> findByLookupKey(Class<T> family, String type, String lookupKey) {
        return entityManager.createQuery("select o from " + family.getSimpleName()
                        + " o where o.type = :type and o.lookupKey = :key", family)
                .setParameter("type", type).setParameter("key", lookupKey).getResultStream().findFirst();
    }

    public Optional<Provider> findProvider(long numPk) {
        return entityManager.createQuery("select p from Provider p where p.numPk = :pk", Provider.class)
                .setParameter("pk", numPk).getResultStream().findFirst();
    }

    /** Rows {@code first} to {@code first + size} of those that match; {@code where} and {@code orderBy} are JPQL on {@code o}. */
    public <T extends ConfiguredObject> List<T> list(Class<T> family, String where, Map<String, Object> parameters, String orderBy,
            int first, int size) {
        var query = entityManager.createQuery(
                "select o from " + family.getSimpleName() + " o where " + where + " order by " + orderBy, family);
        parameters.forEach(query::setParameter);
        return query.setFirstResult(first).setMaxResults(size).getResultList();
    }

    public long count(Class<? extends ConfiguredObject> family, String where, Map<String, Object> parameters) {
        var query = entityManager.createQuery("select count(o) from " + family.getSimpleName() + " o where " + where, Long.class);
        parameters.forEach(query::setParameter);
        return query.getSingleResult();
    }

    public <T extends ConfiguredObject> T add(T object) {
        entityManager.persist(object);
        entityManager.flush();
        if (object instanceof Provider) {
            // Its number is the database's to give.
            entityManager.refresh(object);
        }
        return object;
    }

    public void remove(ConfiguredObject object) {
        entityManager.remove(object);
        entityManager.flush();
    }

    public void flush() {
        entityManager.flush();
    }

    /** Replaces the mirrored references of one object. */
    public void replaceReferences(UUID ownerId, List<ObjectReference> references) {
        entityManager.createQuery("delete from ObjectReference r where r.ownerId = :owner").setParameter("owner", ownerId).executeUpdate();
        references.forEach(entityManager::persist);
        entityManager.flush();
    }

    /** The providers with these numbers, in no particular order. */
    public List<Provider> findProviders(Collection<Long> numPks) {
        return numPks.isEmpty() ? List.of() : entityManager.createQuery("select p from Provider p where p.numPk in :pks", Provider.class)
                .setParameter("pks", numPks).getResultList();
    }
}
