package org.gatehouse.model.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on certificates and keys. */
@ApplicationScoped
public class CertificateKeyPairRepository extends Repository<CertificateKeyPair, UUID> {


    /** What certificates are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("certificate_key_pair o", "o.name")
            .uuid("pk", "o.id").text("name", "o.name").text("managed", "o.managed")
            .text("key_type", "o.key_type")
            .filter("has_key", ListColumns.Kind.BOOLEAN, "(o.private_key IS NOT NULL) = ?")
            .orders("name", "managed", "key_type", "created")
            .search("o.name");

    public CertificateKeyPairRepository() {
        super(CertificateKeyPair.class);
    }

    public Optional<CertificateKeyPair> findByManaged(String managed) {
        return only(query("select c from CertificateKeyPair c where c.managed = :managed").setParameter("managed", managed));
    }

    /** Every certificate, by name. */
    public List<CertificateKeyPair> findAllByName() {
        return query("select c from CertificateKeyPair c order by c.name").getResultList();
    }

    public Optional<CertificateKeyPair> findByName(String name) {
        return only(query("select c from CertificateKeyPair c where c.name = :name").setParameter("name", name));
    }
}
