package org.gatehouse.model.directory;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A set of users, with any number of parents (a directed graph without cycles). Members of a group count as members of all
 * its ancestors; the superuser flag and attributes are inherited the same way.
 */
@Entity
@Table(name = "user_group")
public class Group {

    @Id
    private UUID id;

    @Column(name = "num_pk", insertable = false, updatable = false)
    private Long numPk;

    private String name;

    private boolean superuser;

    private JsonObject attributes = JsonValue.EMPTY_JSON_OBJECT;

    @ManyToMany
    @JoinTable(name = "group_parent",
            joinColumns = @JoinColumn(name = "group_id"),
            inverseJoinColumns = @JoinColumn(name = "parent_id"))
    private Set<Group> parents = new LinkedHashSet<>();

    @Version
    private long version;

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    /** Given by the database; the number RADIUS, LDAP and API clients know. */
    public Long getNumPk() {
        return numPk;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isSuperuser() {
        return superuser;
    }

    public void setSuperuser(boolean superuser) {
        this.superuser = superuser;
    }

    public JsonObject getAttributes() {
        return attributes;
    }

    public void setAttributes(JsonObject attributes) {
        this.attributes = attributes;
    }

    public Set<Group> getParents() {
        return parents;
    }

    public void setParents(Set<Group> parents) {
        this.parents = parents;
    }

    /** Counts the writes to this row; a save with an older number is a conflict. */
    public long getVersion() {
        return version;
    }
}
