package org.gatehouse.model.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.Repository;

/** Queries on applications. */
@ApplicationScoped
public class ApplicationRepository extends Repository<Application, UUID> {

    public ApplicationRepository() {
        super(Application.class);
    }

    public Optional<Application> findBySlug(String slug) {
        return only(query("select a from Application a left join fetch a.provider where a.slug = :slug").setParameter("slug", slug));
    }

    public Optional<Application> findByProvider(UUID providerId) {
        return only(query("select a from Application a join fetch a.provider p where p.id = :provider").setParameter("provider", providerId));
    }

    /** The applications of these providers. */
    public List<Application> findByProviders(Collection<UUID> providerIds) {
        return providerIds.isEmpty() ? List.of()
                : query("select a from Application a join fetch a.provider p where p.id in :providers")
                        .setParameter("providers", providerIds).getResultList();
    }
}
