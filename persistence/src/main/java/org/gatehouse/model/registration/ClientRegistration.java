package org.gatehouse.model.registration;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
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

/** Lets clients register themselves with a provider (RFC 7591); policies can be bound to it under its id. */
@Entity
@Table(name = "client_registration")
public class ClientRegistration {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "provider_id")
    private Provider provider;

    @Column(name = "authorization_flow_id")
    private UUID authorizationFlowId;

    @Column(name = "invalidation_flow_id")
    private UUID invalidationFlowId;

    @Column(name = "policy_engine_mode")
    @Convert(converter = PolicyEngineMode.Stored.class)
    private PolicyEngineMode policyEngineMode = PolicyEngineMode.ANY;

    private JsonObject rules = JsonValue.EMPTY_JSON_OBJECT;

    @Version
    private long version;

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    /** The provider that clients register with: its issuer is theirs. */
    public Provider getProvider() {
        return provider;
    }

    public void setProvider(Provider provider) {
        this.provider = provider;
    }

    /** What registered clients authorize with; null for the provider's own. */
    public UUID getAuthorizationFlowId() {
        return authorizationFlowId;
    }

    public void setAuthorizationFlowId(UUID authorizationFlowId) {
        this.authorizationFlowId = authorizationFlowId;
    }

    /** What logouts from registered clients run; null for the provider's own. */
    public UUID getInvalidationFlowId() {
        return invalidationFlowId;
    }

    public void setInvalidationFlowId(UUID invalidationFlowId) {
        this.invalidationFlowId = invalidationFlowId;
    }

    /** How the policies of registered applications are combined. */
    public PolicyEngineMode getPolicyEngineMode() {
        return policyEngineMode;
    }

    public void setPolicyEngineMode(PolicyEngineMode policyEngineMode) {
        this.policyEngineMode = policyEngineMode;
    }

    /** Everything that refers to no other object. */
    public JsonObject getRules() {
        return rules;
    }

    public void setRules(JsonObject rules) {
        this.rules = rules;
    }

    /** Counts the writes to this row; a save with an older number is a conflict. */
    public long getVersion() {
        return version;
    }
}
