package org.gatehouse.model.config;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * A configured provider: the way one application authenticates against Gatehouse.
 */
@Entity
@Table(name = "provider")
public class Provider extends ConfiguredObject {

    @Column(name = "num_pk", insertable = false, updatable = false)
    private Long numPk;

    /** Given by the database; the API shows it as {@code pk}. */
    public Long getNumPk() {
        return numPk;
    }
}
