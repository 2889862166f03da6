package org.gatehouse.model.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.Repository;

/** Queries on certificates and keys. */
@ApplicationScoped
public class CertificateKeyPairRepository extends Repository<CertificateKeyPair, UUID> {

    public CertificateKeyPairRepository() {
        super(CertificateKeyPair.class);
    }

    public Optional<CertificateKeyPair> findByManaged(String managed) {
        return only(query("select c from CertificateKeyPair c where c.managed = :managed").setParameter("managed", managed));
    }
}
