package org.gatehouse.model.config;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * One reference that a settings document holds, mirrored so that a foreign key guards it. Exactly one target is set.
 */
@Entity
@Table(name = "object_reference")
public class ObjectReference {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "owner_id", updatable = false)
    private UUID ownerId;

    @Column(name = "owner_family", updatable = false)
    private String ownerFamily;

    @Column(updatable = false)
    private String field;

    @Column(name = "flow_id")
    private UUID flowId;

    @Column(name = "stage_id")
    private UUID stageId;

    @Column(name = "policy_id")
    private UUID policyId;

    @Column(name = "property_mapping_id")
    private UUID propertyMappingId;

    @Column(name = "provider_id")
    private UUID providerId;

    @Column(name = "certificate_id")
    private UUID certificateId;

    @Column(name = "group_id")
    private UUID groupId;

    @Column(name = "prompt_id")
    private UUID promptId;

    public Long getId() {
        return id;
    }

    public UUID getOwnerId() {
        return ownerId;
    }

    public void setOwnerId(UUID ownerId) {
        this.ownerId = ownerId;
    }

    public String getOwnerFamily() {
        return ownerFamily;
    }

    public void setOwnerFamily(String ownerFamily) {
        this.ownerFamily = ownerFamily;
    }

    public String getField() {
        return field;
    }

    public void setField(String field) {
        this.field = field;
    }

    public UUID getFlowId() {
        return flowId;
    }

    public void setFlowId(UUID flowId) {
        this.flowId = flowId;
    }

    public UUID getStageId() {
        return stageId;
    }

    public void setStageId(UUID stageId) {
        this.stageId = stageId;
    }

    public UUID getPolicyId() {
        return policyId;
    }

    public void setPolicyId(UUID policyId) {
        this.policyId = policyId;
    }

    public UUID getPropertyMappingId() {
        return propertyMappingId;
    }

    public void setPropertyMappingId(UUID propertyMappingId) {
        this.propertyMappingId = propertyMappingId;
    }

    public UUID getProviderId() {
        return providerId;
    }

    public void setProviderId(UUID providerId) {
        this.providerId = providerId;
    }

    public UUID getCertificateId() {
        return certificateId;
    }

    public void setCertificateId(UUID certificateId) {
        this.certificateId = certificateId;
    }

    public UUID getGroupId() {
        return groupId;
    }

    public void setGroupId(UUID groupId) {
        this.groupId = groupId;
    }

    public UUID getPromptId() {
        return promptId;
    }

    public void setPromptId(UUID promptId) {
        this.promptId = promptId;
    }
}
