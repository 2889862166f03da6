-- How clients register themselves with a provider (RFC 7591), and which have.

CREATE TABLE client_registration (
    id                    uuid NOT NULL,
    provider_id           uuid NOT NULL CONSTRAINT fk_client_registration_provider REFERENCES provider (id) ON DELETE CASCADE,
    authorization_flow_id uuid CONSTRAINT fk_client_registration_authorization_flow REFERENCES flow (id),
    invalidation_flow_id  uuid CONSTRAINT fk_client_registration_invalidation_flow REFERENCES flow (id),
    policy_engine_mode    varchar(8) NOT NULL DEFAULT 'any',
    rules                 jsonb NOT NULL DEFAULT '{}',
    version               bigint NOT NULL DEFAULT 0,
    CONSTRAINT pk_client_registration PRIMARY KEY (id),
    CONSTRAINT uq_client_registration_provider UNIQUE (provider_id)
);
CREATE TRIGGER tr_client_registration_target BEFORE INSERT ON client_registration FOR EACH ROW EXECUTE FUNCTION add_policy_target();
CREATE TRIGGER tr_client_registration_untarget AFTER DELETE ON client_registration FOR EACH ROW EXECUTE FUNCTION remove_policy_target();

CREATE TABLE client_registration_mapping (
    registration_id     uuid NOT NULL CONSTRAINT fk_client_registration_mapping_registration REFERENCES client_registration (id) ON DELETE CASCADE,
    position            integer NOT NULL,
    property_mapping_id uuid NOT NULL CONSTRAINT fk_client_registration_mapping_mapping REFERENCES property_mapping (id),
    CONSTRAINT pk_client_registration_mapping PRIMARY KEY (registration_id, position)
);

-- A client that registered itself, or that publishes a document about itself. The row goes with the provider.
CREATE TABLE registered_client (
    provider_id     uuid NOT NULL CONSTRAINT fk_registered_client_provider REFERENCES provider (id) ON DELETE CASCADE,
    registration_id uuid NOT NULL CONSTRAINT fk_registered_client_registration REFERENCES client_registration (id) ON DELETE CASCADE,
    access_digest   varchar(64),
    metadata        jsonb NOT NULL DEFAULT '{}',
    created         timestamptz NOT NULL,
    CONSTRAINT pk_registered_client PRIMARY KEY (provider_id),
    CONSTRAINT uq_registered_client_access_digest UNIQUE (access_digest)
);
CREATE INDEX ix_registered_client_registration ON registered_client (registration_id);
