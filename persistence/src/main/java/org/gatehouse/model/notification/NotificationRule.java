package org.gatehouse.model.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
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
import org.gatehouse.model.UuidConverter;

/** Tells people of the events that the policies bound to it let pass; without a policy it tells nobody. */
@Entity
@Table(name = "notification_rule")
public class NotificationRule {

    @Id
    private UUID id;

    private String name;

    @Convert(converter = Severity.Stored.class)
    private Severity severity = Severity.NOTICE;

    @Column(name = "destination_group_id")
    @Convert(converter = UuidConverter.class)
    private UUID destinationGroupId;

    @Column(name = "destination_event_user")
    private boolean destinationEventUser;

    @ManyToMany
    @JoinTable(name = "notification_rule_transport", joinColumns = @JoinColumn(name = "rule_id"),
            inverseJoinColumns = @JoinColumn(name = "transport_id"))
    private Set<NotificationTransport> transports = new LinkedHashSet<>();

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

    public Severity getSeverity() {
        return severity;
    }

    public void setSeverity(Severity severity) {
        this.severity = severity;
    }

    /** The group whose members are told, those of its descendants among them; null for none. */
    public UUID getDestinationGroupId() {
        return destinationGroupId;
    }

    public void setDestinationGroupId(UUID destinationGroupId) {
        this.destinationGroupId = destinationGroupId;
    }

    /** Whether the user whom the event is about is told. */
    public boolean isDestinationEventUser() {
        return destinationEventUser;
    }

    public void setDestinationEventUser(boolean destinationEventUser) {
        this.destinationEventUser = destinationEventUser;
    }

    public Set<NotificationTransport> getTransports() {
        return transports;
    }

    public void setTransports(Set<NotificationTransport> transports) {
        this.transports = transports;
    }
}
