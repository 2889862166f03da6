package org.gatehouse.model.brand;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.gatehouse.model.Repository;

/** Queries on brands. */
@ApplicationScoped
public class BrandRepository extends Repository<Brand, UUID> {

    public BrandRepository() {
        super(Brand.class);
    }

    public List<Brand> findAll() {
        return query("select b from Brand b order by b.domain").getResultList();
    }
}
