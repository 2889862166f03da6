package org.gatehouse.model.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;
import org.gatehouse.model.policy.PolicyEngineMode;

/** Queries on applications. */
@ApplicationScoped
public class ApplicationRepository extends Repository<Application, UUID> {

    /** What applications are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("application o", "o.name")
            .text("slug", "o.slug").text("name", "o.name").text("group", "o.group_name").uuid("pk", "o.id")
            .text("meta_launch_url", "o.meta_launch_url").text("meta_description", "o.meta_description")
            .text("meta_publisher", "o.meta_publisher")
            .filter("provider", ListColumns.Kind.INTEGER, "o.provider_id = (SELECT p.id FROM provider p WHERE p.num_pk = ?)")
            .choice("policy_engine_mode", PolicyEngineMode.class, "o.policy_engine_mode")
            .orders("name", "slug", "meta_publisher").order("group", "o.group_name")
            .search("o.name", "o.slug", "o.group_name", "o.meta_launch_url", "o.meta_description", "o.meta_publisher");

    private static final int MOST_USES = 200;

    private static final String USES = """
            SELECT 'authentik_core.applicationentitlement', CAST(id AS text), name, 'cascade' FROM application_entitlement WHERE application_id = ?1
            UNION ALL SELECT 'authentik_policies.policybinding', CAST(b.id AS text), coalesce(p.name, g.name, u.username), 'cascade'
                FROM policy_binding b LEFT JOIN policy p ON p.id = b.policy_id LEFT JOIN user_group g ON g.id = b.group_id
                LEFT JOIN user_account u ON u.id = b.user_id WHERE b.target_id = ?1
            UNION ALL SELECT 'authentik_brands.brand', CAST(id AS text), domain, 'set_null' FROM brand WHERE default_application_id = ?1""";

    public ApplicationRepository() {
        super(Application.class, "left join fetch o.provider");
    }

    public Optional<Application> findBySlug(String slug) {
        return only(query("select a from Application a left join fetch a.provider where a.slug = :slug").setParameter("slug", slug));
    }

    public Optional<Application> findByProvider(UUID providerId) {
        return only(query("select a from Application a join fetch a.provider p where p.id = :provider").setParameter("provider", providerId));
    }

    /** Every application, by name, with its provider. */
    public List<Application> findAllByName() {
        return query("select a from Application a left join fetch a.provider order by a.name, a.id").getResultList();
    }

    /** The numbers of the backchannel providers of each application. */
    public Map<UUID, List<Long>> backchannelProvidersOf(Collection<UUID> applications) {
        return applications.isEmpty() ? Map.of() : pairs("""
                SELECT b.application_id, p.num_pk FROM application_backchannel_provider b JOIN provider p ON p.id = b.provider_id
                WHERE b.application_id IN (""" + marks(applications) + ") ORDER BY p.num_pk", applications.toArray());
    }

    /** The application each of the providers serves behind the scenes. */
    public Map<UUID, List<UUID>> backchannelApplicationsOf(Collection<UUID> providers) {
        return providers.isEmpty() ? Map.of() : pairs("SELECT provider_id, application_id FROM application_backchannel_provider"
                + " WHERE provider_id IN (" + marks(providers) + ")", providers.toArray());
    }

    /** Replaces the application's backchannel providers. */
    public void replaceBackchannelProviders(UUID applicationId, Collection<UUID> providers) {
        entityManager.createNativeQuery("DELETE FROM application_backchannel_provider WHERE application_id = ?1")
                .setParameter(1, applicationId).executeUpdate();
        for (UUID provider : providers) {
            entityManager.createNativeQuery("INSERT INTO application_backchannel_provider (application_id, provider_id) VALUES (?1, ?2)")
                    .setParameter(1, applicationId).setParameter(2, provider).executeUpdate();
        }
    }

    /** What refers to the application: model, key, name, and what deleting the application does to it. */
    public List<List<String>> usesOf(UUID application) {
        List<?> rows = entityManager.createNativeQuery(USES).setParameter(1, application).setMaxResults(MOST_USES).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> Stream.of(row).map(String::valueOf).toList()).toList();
    }

    /** The applications of these providers. */
    public List<Application> findByProviders(Collection<UUID> providerIds) {
        return providerIds.isEmpty() ? List.of()
                : query("select a from Application a join fetch a.provider p where p.id in :providers")
                        .setParameter("providers", providerIds).getResultList();
    }
}
