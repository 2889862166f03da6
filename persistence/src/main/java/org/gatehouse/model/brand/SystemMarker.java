package org.gatehouse.model.brand;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A fact about the installation that outlives every object, such as "set-up has been done".
 */
@Entity
@Table(name = "system_marker")
public class SystemMarker {

    @Id
    private String name;

    private String value = "";

    @Column(updatable = false)
    private Instant created;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public Instant getCreated() {
        return created;
    }

    public void setCreated(Instant created) {
        this.created = created;
    }
}
