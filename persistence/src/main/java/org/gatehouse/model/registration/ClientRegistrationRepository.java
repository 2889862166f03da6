package org.gatehouse.model.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on the ways to register. */
@ApplicationScoped
public class ClientRegistrationRepository extends Repository<ClientRegistration, UUID> {

    /** What they are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("client_registration o JOIN provider p ON p.id = o.provider_id", "p.name")
            .filter("provider", ListColumns.Kind.INTEGER, "p.num_pk = ?").uuid("pbm_uuid", "o.id")
            .order("provider", "p.num_pk").order("name", "p.name").order("policy_engine_mode", "o.policy_engine_mode")
            .search("p.name");

    public ClientRegistrationRepository() {
        super(ClientRegistration.class, "join fetch o.provider");
    }

    /** How clients register with the provider. */
    public Optional<ClientRegistration> findByProvider(UUID providerId) {
        return only(query("select r from ClientRegistration r join fetch r.provider p where p.id = :provider")
                .setParameter("provider", providerId));
    }

    /** Those that take clients' own documents, oldest provider first. */
    public List<ClientRegistration> findTakingDocuments() {
        return query("""
                select r from ClientRegistration r join fetch r.provider p
                where function('jsonb_extract_path_text', r.rules, 'client_id_documents') = 'true' order by p.numPk""").getResultList();
    }

    /** The property mappings of each, in their order. */
    public Map<UUID, List<UUID>> mappingsOf(Collection<UUID> registrations) {
        return registrations.isEmpty() ? Map.of() : pairs("SELECT registration_id, property_mapping_id FROM client_registration_mapping"
                + " WHERE registration_id IN (" + marks(registrations) + ") ORDER BY registration_id, position", registrations.toArray());
    }

    /** Replaces the property mappings of one. */
    public void replaceMappings(UUID registration, List<UUID> mappings) {
        entityManager.createNativeQuery("DELETE FROM client_registration_mapping WHERE registration_id = ?1")
                .setParameter(1, registration).executeUpdate();
        for (int i = 0; i < mappings.size(); i++) {
            entityManager.createNativeQuery("""
                    INSERT INTO client_registration_mapping (registration_id, position, property_mapping_id) VALUES (?1, ?2, ?3)""")
                    .setParameter(1, registration).setParameter(2, i).setParameter(3, mappings.get(i)).executeUpdate();
        }
    }

    /** Waits until no other transaction registers with this one: so many clients are counted right. */
    public void lock(UUID registration) {
        entityManager.createNativeQuery("SELECT 1 FROM client_registration WHERE id = ?1 FOR UPDATE")
                .setParameter(1, registration).getSingleResult();
    }
}
