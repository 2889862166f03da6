package org.gatehouse.model.application;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.gatehouse.model.config.Provider;
import org.gatehouse.model.policy.PolicyEngineMode;

/**
 * What a user enters: ties a provider to the policies that say who may use it, and to what the portal shows.
 */
@Entity
@Table(name = "application")
public class Application {

    @Id
    private UUID id;

    private String name;

    private String slug;

    @Column(name = "group_name")
    private String groupName = "";

    @ManyToOne(optional = true)
    @JoinColumn(name = "provider_id")
    private Provider provider;

    @Convert(converter = PolicyEngineMode.Stored.class)
    @Column(name = "policy_engine_mode")
    private PolicyEngineMode policyEngineMode = PolicyEngineMode.ANY;

    @Column(name = "open_in_new_tab")
    private boolean openInNewTab;

    @Column(name = "meta_launch_url")
    private String metaLaunchUrl = "";

    @Column(name = "meta_icon")
    private String metaIcon = "";

    @Column(name = "meta_description")
    private String metaDescription = "";

    @Column(name = "meta_publisher")
    private String metaPublisher = "";

    @Column(name = "meta_hide")
    private boolean metaHide;

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

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getGroupName() {
        return groupName;
    }

    public void setGroupName(String groupName) {
        this.groupName = groupName;
    }

    public Provider getProvider() {
        return provider;
    }

    public void setProvider(Provider provider) {
        this.provider = provider;
    }

    public PolicyEngineMode getPolicyEngineMode() {
        return policyEngineMode;
    }

    public void setPolicyEngineMode(PolicyEngineMode policyEngineMode) {
        this.policyEngineMode = policyEngineMode;
    }

    public boolean isOpenInNewTab() {
        return openInNewTab;
    }

    public void setOpenInNewTab(boolean openInNewTab) {
        this.openInNewTab = openInNewTab;
    }

    public String getMetaLaunchUrl() {
        return metaLaunchUrl;
    }

    public void setMetaLaunchUrl(String metaLaunchUrl) {
        this.metaLaunchUrl = metaLaunchUrl;
    }

    public String getMetaIcon() {
        return metaIcon;
    }

    public void setMetaIcon(String metaIcon) {
        this.metaIcon = metaIcon;
    }

    public String getMetaDescription() {
        return metaDescription;
    }

    public void setMetaDescription(String metaDescription) {
        this.metaDescription = metaDescription;
    }

    public String getMetaPublisher() {
        return metaPublisher;
    }

    public void setMetaPublisher(String metaPublisher) {
        this.metaPublisher = metaPublisher;
    }

    public boolean isMetaHide() {
        return metaHide;
    }

    public void setMetaHide(boolean metaHide) {
        this.metaHide = metaHide;
    }

    /** Counts the writes to this row; a save with an older number is a conflict. */
    public long getVersion() {
        return version;
    }
}
