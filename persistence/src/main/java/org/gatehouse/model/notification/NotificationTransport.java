package org.gatehouse.model.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.gatehouse.model.UuidConverter;

/** A way to tell people. */
@Entity
@Table(name = "notification_transport")
public class NotificationTransport {

    @Id
    private UUID id;

    private String name;

    @Convert(converter = TransportMode.Stored.class)
    private TransportMode mode = TransportMode.LOCAL;

    @Column(name = "webhook_url")
    private String webhookUrl = "";

    @Column(name = "webhook_ca_id")
    @Convert(converter = UuidConverter.class)
    private UUID webhookCaId;

    @Column(name = "body_mapping_id")
    @Convert(converter = UuidConverter.class)
    private UUID bodyMappingId;

    @Column(name = "headers_mapping_id")
    @Convert(converter = UuidConverter.class)
    private UUID headersMappingId;

    @Column(name = "email_subject_prefix")
    private String emailSubjectPrefix = "";

    @Column(name = "email_template")
    private String emailTemplate = "";

    @Column(name = "send_once")
    private boolean sendOnce;

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

    public TransportMode getMode() {
        return mode;
    }

    public void setMode(TransportMode mode) {
        this.mode = mode;
    }

    /** Where a webhook is sent; it often holds a secret, so it goes into no log. */
    public String getWebhookUrl() {
        return webhookUrl;
    }

    public void setWebhookUrl(String webhookUrl) {
        this.webhookUrl = webhookUrl;
    }

    /** The certificate of the authority that the server's certificate is from; null for those that everybody trusts. */
    public UUID getWebhookCaId() {
        return webhookCaId;
    }

    public void setWebhookCaId(UUID webhookCaId) {
        this.webhookCaId = webhookCaId;
    }

    public UUID getBodyMappingId() {
        return bodyMappingId;
    }

    public void setBodyMappingId(UUID bodyMappingId) {
        this.bodyMappingId = bodyMappingId;
    }

    public UUID getHeadersMappingId() {
        return headersMappingId;
    }

    public void setHeadersMappingId(UUID headersMappingId) {
        this.headersMappingId = headersMappingId;
    }

    public String getEmailSubjectPrefix() {
        return emailSubjectPrefix;
    }

    public void setEmailSubjectPrefix(String emailSubjectPrefix) {
        this.emailSubjectPrefix = emailSubjectPrefix;
    }

    public String getEmailTemplate() {
        return emailTemplate;
    }

    public void setEmailTemplate(String emailTemplate) {
        this.emailTemplate = emailTemplate;
    }

    /** Whether one message is enough, however many people a rule is for. */
    public boolean isSendOnce() {
        return sendOnce;
    }

    public void setSendOnce(boolean sendOnce) {
        this.sendOnce = sendOnce;
    }
}
