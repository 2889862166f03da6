package org.gatehouse.model.rbac;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** The rights that a role gets for each object that somebody with this role creates. */
@Entity
@Table(name = "initial_permissions")
public class InitialPermissions {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;

    @Column(name = "role_id")
    private UUID roleId;

    @ElementCollection
    @CollectionTable(name = "initial_permissions_permission", joinColumns = @JoinColumn(name = "initial_id"))
    @Column(name = "permission_id")
    private Set<Integer> permissions = new LinkedHashSet<>();

    @Version
    private long version;

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public UUID getRoleId() {
        return roleId;
    }

    public void setRoleId(UUID roleId) {
        this.roleId = roleId;
    }

    /** Numbers of the catalogue. */
    public Set<Integer> getPermissions() {
        return permissions;
    }

    public void setPermissions(Set<Integer> permissions) {
        this.permissions = permissions;
    }

    /** Counts the writes to this row; a save with an older number is a conflict. */
    public long getVersion() {
        return version;
    }
}
