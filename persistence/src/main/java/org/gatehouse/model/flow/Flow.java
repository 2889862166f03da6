package org.gatehouse.model.flow;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.gatehouse.model.policy.PolicyEngineMode;

/**
 * An ordered journey of stages that a browser is led through.
 */
@Entity
@Table(name = "flow")
public class Flow {

    @Id
    private UUID id;

    private String name;

    private String slug;

    private String title;

    @Convert(converter = FlowDesignation.Stored.class)
    private FlowDesignation designation;

    private String background = "";

    @Convert(converter = FlowLayout.Stored.class)
    private FlowLayout layout = FlowLayout.STACKED;

    @Convert(converter = DeniedAction.Stored.class)
    @Column(name = "denied_action")
    private DeniedAction deniedAction = DeniedAction.MESSAGE_CONTINUE;

    @Convert(converter = AuthenticationRequirement.Stored.class)
    private AuthenticationRequirement authentication = AuthenticationRequirement.NONE;

    @Convert(converter = PolicyEngineMode.Stored.class)
    @Column(name = "policy_engine_mode")
    private PolicyEngineMode policyEngineMode = PolicyEngineMode.ANY;

    @Column(name = "compatibility_mode")
    private boolean compatibilityMode;

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

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public FlowDesignation getDesignation() {
        return designation;
    }

    public void setDesignation(FlowDesignation designation) {
        this.designation = designation;
    }

    public String getBackground() {
        return background;
    }

    public void setBackground(String background) {
        this.background = background;
    }

    public FlowLayout getLayout() {
        return layout;
    }

    public void setLayout(FlowLayout layout) {
        this.layout = layout;
    }

    public DeniedAction getDeniedAction() {
        return deniedAction;
    }

    public void setDeniedAction(DeniedAction deniedAction) {
        this.deniedAction = deniedAction;
    }

    public AuthenticationRequirement getAuthentication() {
        return authentication;
    }

    public void setAuthentication(AuthenticationRequirement authentication) {
        this.authentication = authentication;
    }

    public PolicyEngineMode getPolicyEngineMode() {
        return policyEngineMode;
    }

    public void setPolicyEngineMode(PolicyEngineMode policyEngineMode) {
        this.policyEngineMode = policyEngineMode;
    }

    public boolean isCompatibilityMode() {
        return compatibilityMode;
    }

    public void setCompatibilityMode(boolean compatibilityMode) {
        this.compatibilityMode = compatibilityMode;
    }

    /** Counts the writes to this row; a save with an older number is a conflict. */
    public long getVersion() {
        return version;
    }
}
