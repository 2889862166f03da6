package org.gatehouse.model.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.directory.User;

/**
 * What a user has allowed an application to receive, until it expires or is revoked.
 */
@Entity
@Table(name = "user_consent")
public class UserConsent {

    @Id
    private UUID id;

    @Column(name = "num_pk", insertable = false, updatable = false)
    private Long numPk;

    @ManyToOne(optional = false)
    @JoinColumn(name = "user_id")
    private User user;

    @ManyToOne(optional = false)
    @JoinColumn(name = "application_id")
    private Application application;

    private String permissions = "";

    @Column(updatable = false)
    private Instant created;

    private Instant expires;

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    /** Given by the database; the API shows it as {@code pk}. */
    public Long getNumPk() {
        return numPk;
    }

    public User getUser() {
        return user;
    }

    public void setUser(User user) {
        this.user = user;
    }

    public Application getApplication() {
        return application;
    }

    public void setApplication(Application application) {
        this.application = application;
    }

    /** Space-separated, sorted permission ids. */
    public String getPermissions() {
        return permissions;
    }

    public void setPermissions(String permissions) {
        this.permissions = permissions;
    }

    public Instant getCreated() {
        return created;
    }

    public void setCreated(Instant created) {
        this.created = created;
    }

    public Instant getExpires() {
        return expires;
    }

    public void setExpires(Instant expires) {
        this.expires = expires;
    }
}
