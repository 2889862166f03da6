package org.gatehouse.model.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on what clients have to keep. */
@ApplicationScoped
public class ClientPolicyRepository extends Repository<ClientPolicy, UUID> {

    /** What they are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("client_policy o", "o.name")
            .uuid("pk", "o.id").text("name", "o.name").bool("enabled", "o.enabled").orders("name", "enabled").search("o.name");

    public ClientPolicyRepository() {
        super(ClientPolicy.class);
    }

    /** Those that count. */
    public List<ClientPolicy> findEnabled() {
        return query("select p from ClientPolicy p where p.enabled = true order by p.name").getResultList();
    }

    /** The one of this name. */
    public Optional<ClientPolicy> findByName(String name) {
        return only(query("select p from ClientPolicy p where p.name = :name").setParameter("name", name));
    }
}
