package org.gatehouse.model.rbac;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A named set of rights that users and groups can have. */
@Entity
@Table(name = "role")
public class Role {

    @Id
    private UUID id;

    private String name;

    private String managed;

    @Column(name = "owner_id")
    private Long ownerId;

    @Version
    private long version;

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** Set when the product or a blueprint owns the role; null otherwise. */
    public String getManaged() {
        return managed;
    }

    public void setManaged(String managed) {
        this.managed = managed;
    }

    /** The user whose created objects this role gives rights to; null for all other roles. Ends with the user. */
    public Long getOwnerId() {
        return ownerId;
    }

    /** Counts the writes to this row; a save with an older number is a conflict. */
    public long getVersion() {
        return version;
    }
}
