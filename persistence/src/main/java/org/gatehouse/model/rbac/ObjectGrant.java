package org.gatehouse.model.rbac;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One right of a role for one object; read in queries only, written by {@link GrantRepository}. */
@Entity
@Table(name = "role_object_permission")
public class ObjectGrant {

    @Id
    private Long id;

    @Column(name = "role_id", insertable = false, updatable = false)
    private UUID roleId;

    @Column(name = "permission_id", insertable = false, updatable = false)
    private Integer permissionId;

    @Column(name = "object_key", insertable = false, updatable = false)
    private String objectKey;

    @Column(name = "object_id", insertable = false, updatable = false)
    private UUID objectId;

    @Column(name = "object_number", insertable = false, updatable = false)
    private Long objectNumber;

    public Long getId() {
        return id;
    }

    public UUID getRoleId() {
        return roleId;
    }

    public Integer getPermissionId() {
        return permissionId;
    }

    /** The object's {@code pk} on the wire. */
    public String getObjectKey() {
        return objectKey;
    }

    /** The key as a UUID; null when it is none. */
    public UUID getObjectId() {
        return objectId;
    }

    /** The key as a number; null when it is none. */
    public Long getObjectNumber() {
        return objectNumber;
    }
}
