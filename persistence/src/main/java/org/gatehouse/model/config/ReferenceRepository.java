package org.gatehouse.model.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.model.crypto.CertificateKeyPair;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.prompt.Prompt;

/** Who refers to what: settings documents (through their mirror) and the tables with a column of their own. */
@ApplicationScoped
public class ReferenceRepository {

    /**
     * One use of an object.
     *
     * @param family the owner's family when a settings document refers to it, else empty
     * @param model the model name of the owner when it is not a configured object, else empty
     */
    public record Use(String family, String model, String key, String name) {
    }

    private static final Map<Class<?>, String> COLUMNS = Map.of(
            Flow.class, "flow_id",
            Stage.class, "stage_id",
            Policy.class, "policy_id",
            PropertyMapping.class, "property_mapping_id",
            Provider.class, "provider_id",
            CertificateKeyPair.class, "certificate_id",
            Group.class, "group_id",
            Prompt.class, "prompt_id");

    private static final Map<Class<?>, List<String>> TABLES = Map.of(
            Stage.class, List.of("""
                    SELECT 'authentik_flows.flowstagebinding', b.id::text, f.name || ' #' || b.position
                    FROM flow_stage_binding b JOIN flow f ON f.id = b.flow_id WHERE b.stage_id = ?1"""),
            Policy.class, List.of("""
                    SELECT 'authentik_policies.policybinding', b.id::text, 'policy binding #' || b.position
                    FROM policy_binding b WHERE b.policy_id = ?1"""),
            Provider.class, List.of("""
                    SELECT 'authentik_core.application', a.slug, a.name FROM application a WHERE a.provider_id = ?1"""),
            CertificateKeyPair.class, List.of("""
                    SELECT 'authentik_brands.brand', b.id::text, b.domain FROM brand b WHERE b.web_certificate_id = ?1
                    OR EXISTS (SELECT 1 FROM brand_client_certificate c WHERE c.brand_id = b.id AND c.certificate_id = ?1)""", """
                    SELECT 'authentik_events.notificationtransport', t.id::text, t.name FROM notification_transport t
                    WHERE t.webhook_ca_id = ?1"""),
            PropertyMapping.class, List.of("""
                    SELECT 'authentik_providers_oauth2.oauth2dynamicclientregistration', r.id::text, p.name
                    FROM client_registration_mapping m JOIN client_registration r ON r.id = m.registration_id
                    JOIN provider p ON p.id = r.provider_id WHERE m.property_mapping_id = ?1""", """
                    SELECT 'authentik_events.notificationtransport', t.id::text, t.name FROM notification_transport t
                    WHERE ?1 IN (t.body_mapping_id, t.headers_mapping_id)"""),
            Group.class, List.of("""
                    SELECT 'authentik_events.notificationrule', r.id::text, r.name FROM notification_rule r
                    WHERE r.destination_group_id = ?1"""),
            Flow.class, List.of("""
                    SELECT 'authentik_providers_oauth2.oauth2dynamicclientregistration', r.id::text, p.name
                    FROM client_registration r JOIN provider p ON p.id = r.provider_id
                    WHERE ?1 IN (r.authorization_flow_id, r.invalidation_flow_id)""", """
                    SELECT 'authentik_brands.brand', b.id::text, b.domain FROM brand b
                    WHERE ?1 IN (b.flow_authentication_id, b.flow_invalidation_id, b.flow_recovery_id, b.flow_unenrollment_id,
                                 b.flow_user_settings_id, b.flow_device_code_id, b.flow_user_switch_id, b.flow_lockdown_id,
                                 b.flow_request_id)"""));

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /** Whether the row that a reference would point to exists. */
    public boolean exists(Class<?> entity, UUID id) {
        return entityManager.find(entity, id) != null;
    }

    /** Every use of the object that a foreign key would refuse to break. */
    public List<Use> of(Class<?> entity, UUID id) {
        List<Use> uses = new ArrayList<>();
        String column = COLUMNS.get(entity);
        if (column != null) {
            rows("SELECT DISTINCT owner_family, owner_id::text FROM object_reference WHERE " + column + " = ?1", id)
                    .forEach(row -> uses.add(new Use(((String) row[0]).toLowerCase(Locale.ROOT), "", (String) row[1], "")));
        }
        for (String query : TABLES.getOrDefault(entity, List.of())) {
            rows(query, id).forEach(row -> uses.add(new Use("", (String) row[0], (String) row[1], (String) row[2])));
        }
        return uses;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, UUID id) {
        return entityManager.createNativeQuery(sql).setParameter(1, id).getResultList();
    }
}
