package org.gatehouse.model.brand;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * How Gatehouse looks and which flows it uses under a domain; one brand is the default.
 */
@Entity
@Table(name = "brand")
public class Brand {

    @Id
    private UUID id;

    private String domain;

    @Column(name = "is_default")
    private boolean defaultBrand;

    private String title = "Gatehouse";

    private String logo = "";

    private String favicon = "";

    @Column(name = "custom_css")
    private String customCss = "";

    @Column(name = "default_flow_background")
    private String defaultFlowBackground = "";

    @Column(name = "flow_authentication_id")
    private UUID flowAuthenticationId;

    @Column(name = "flow_invalidation_id")
    private UUID flowInvalidationId;

    @Column(name = "flow_recovery_id")
    private UUID flowRecoveryId;

    @Column(name = "flow_unenrollment_id")
    private UUID flowUnenrollmentId;

    @Column(name = "flow_user_settings_id")
    private UUID flowUserSettingsId;

    @Column(name = "flow_device_code_id")
    private UUID flowDeviceCodeId;

    @Column(name = "flow_user_switch_id")
    private UUID flowUserSwitchId;

    @Column(name = "flow_lockdown_id")
    private UUID flowLockdownId;

    @Column(name = "flow_request_id")
    private UUID flowRequestId;

    @Column(name = "map_tiles")
    private String mapTiles = "";

    @ElementCollection
    @CollectionTable(name = "brand_client_certificate", joinColumns = @JoinColumn(name = "brand_id"))
    @Column(name = "certificate_id")
    private Set<UUID> clientCertificates = new LinkedHashSet<>();

    @Column(name = "default_application_id")
    private UUID defaultApplicationId;

    @Column(name = "web_certificate_id")
    private UUID webCertificateId;

    private JsonObject attributes = JsonValue.EMPTY_JSON_OBJECT;

    @Version
    private long version;

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = domain;
    }

    public boolean isDefaultBrand() {
        return defaultBrand;
    }

    public void setDefaultBrand(boolean defaultBrand) {
        this.defaultBrand = defaultBrand;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getLogo() {
        return logo;
    }

    public void setLogo(String logo) {
        this.logo = logo;
    }

    public String getFavicon() {
        return favicon;
    }

    public void setFavicon(String favicon) {
        this.favicon = favicon;
    }

    public String getCustomCss() {
        return customCss;
    }

    public void setCustomCss(String customCss) {
        this.customCss = customCss;
    }

    public String getDefaultFlowBackground() {
        return defaultFlowBackground;
    }

    public void setDefaultFlowBackground(String defaultFlowBackground) {
        this.defaultFlowBackground = defaultFlowBackground;
    }

    public UUID getFlowAuthenticationId() {
        return flowAuthenticationId;
    }

    public void setFlowAuthenticationId(UUID flowAuthenticationId) {
        this.flowAuthenticationId = flowAuthenticationId;
    }

    public UUID getFlowInvalidationId() {
        return flowInvalidationId;
    }

    public void setFlowInvalidationId(UUID flowInvalidationId) {
        this.flowInvalidationId = flowInvalidationId;
    }

    public UUID getFlowRecoveryId() {
        return flowRecoveryId;
    }

    public void setFlowRecoveryId(UUID flowRecoveryId) {
        this.flowRecoveryId = flowRecoveryId;
    }

    public UUID getFlowUnenrollmentId() {
        return flowUnenrollmentId;
    }

    public void setFlowUnenrollmentId(UUID flowUnenrollmentId) {
        this.flowUnenrollmentId = flowUnenrollmentId;
    }

    public UUID getFlowUserSettingsId() {
        return flowUserSettingsId;
    }

    public void setFlowUserSettingsId(UUID flowUserSettingsId) {
        this.flowUserSettingsId = flowUserSettingsId;
    }

    public UUID getFlowDeviceCodeId() {
        return flowDeviceCodeId;
    }

    public void setFlowDeviceCodeId(UUID flowDeviceCodeId) {
        this.flowDeviceCodeId = flowDeviceCodeId;
    }

    public UUID getFlowUserSwitchId() {
        return flowUserSwitchId;
    }

    public void setFlowUserSwitchId(UUID flowUserSwitchId) {
        this.flowUserSwitchId = flowUserSwitchId;
    }

    public UUID getFlowLockdownId() {
        return flowLockdownId;
    }

    public void setFlowLockdownId(UUID flowLockdownId) {
        this.flowLockdownId = flowLockdownId;
    }

    public UUID getFlowRequestId() {
        return flowRequestId;
    }

    public void setFlowRequestId(UUID flowRequestId) {
        this.flowRequestId = flowRequestId;
    }

    public String getMapTiles() {
        return mapTiles;
    }

    public void setMapTiles(String mapTiles) {
        this.mapTiles = mapTiles;
    }

    /** The certificates of authorities that may vouch for clients under this brand. */
    public Set<UUID> getClientCertificates() {
        return clientCertificates;
    }

    public void setClientCertificates(Set<UUID> clientCertificates) {
        this.clientCertificates = clientCertificates;
    }

    public UUID getDefaultApplicationId() {
        return defaultApplicationId;
    }

    public void setDefaultApplicationId(UUID defaultApplicationId) {
        this.defaultApplicationId = defaultApplicationId;
    }

    public UUID getWebCertificateId() {
        return webCertificateId;
    }

    public void setWebCertificateId(UUID webCertificateId) {
        this.webCertificateId = webCertificateId;
    }

    public JsonObject getAttributes() {
        return attributes;
    }

    public void setAttributes(JsonObject attributes) {
        this.attributes = attributes;
    }

    /** Counts the writes to this row; a save with an older number is a conflict. */
    public long getVersion() {
        return version;
    }
}
