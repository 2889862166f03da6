package org.gatehouse.model.attribute;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on the definitions of attributes, and the one that tells whether a value is taken. */
@ApplicationScoped
public class ObjectAttributeRepository extends Repository<ObjectAttribute, UUID> {

    /** What definitions are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("object_attribute o", "o.object_type, o.group_name, o.label")
            .uuid("pk", "o.id").bool("enabled", "o.enabled").text("object_type", "o.object_type").text("key", "o.key").text("managed", "o.managed")
            .filter("object_type__app_label", ListColumns.Kind.TEXT, "split_part(o.object_type, '.', 1) = ?")
            .filter("object_type__model", ListColumns.Kind.TEXT, "split_part(o.object_type, '.', 2) = ?")
            .orders("key", "label", "enabled", "created", "last_updated").order("group", "o.group_name")
            .search("o.key", "o.label", "o.group_name");

    /** Only these names ever reach the SQL. */
    private static final Map<String, String> TABLES = Map.of("authentik_core.user", "user_account", "authentik_core.group", "user_group",
            "authentik_core.applicationentitlement", "application_entitlement");

    public ObjectAttributeRepository() {
        super(ObjectAttribute.class);
    }

    /** The models whose objects have attributes that can be defined. */
    public static Set<String> objectTypes() {
        return TABLES.keySet();
    }

    /** The definitions in force for objects of a model. */
    public List<ObjectAttribute> findEnabled(String objectType) {
        return query("select a from ObjectAttribute a where a.objectType = :type and a.enabled = true order by a.key")
                .setParameter("type", objectType).getResultList();
    }

    public Optional<ObjectAttribute> findByKey(String objectType, String key) {
        return only(query("select a from ObjectAttribute a where a.objectType = :type and a.key = :key")
                .setParameter("type", objectType).setParameter("key", key));
    }

    /**
     * Whether another object of the model has this value there.
     *
     * @param path the names that lead to the value
     * @param json the value as JSON
     * @param exceptKey the key of the object that may have it; empty for none
     */
    public boolean isTaken(String objectType, List<String> path, String json, String exceptKey) {
        String table = TABLES.get(objectType);
        String array = "{" + String.join(",", path.stream().map(name -> '"' + name + '"').toList()) + "}";
        return !entityManager.createNativeQuery("SELECT 1 FROM " + table + " WHERE jsonb_extract_path(attributes, VARIADIC CAST(?1 AS text[])) = CAST(?2 AS jsonb)"
                + " AND CAST(id AS text) <> ?3 FETCH FIRST ROW ONLY")
                .setParameter(1, array).setParameter(2, json).setParameter(3, exceptKey).getResultList().isEmpty();
    }
}
