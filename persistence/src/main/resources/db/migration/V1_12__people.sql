-- That an e-mail address belongs to its user is a fact of its own, with a time; changing the address takes it away.

ALTER TABLE user_account ADD COLUMN email_verified_at timestamptz;

-- Fields that prompt stages ask for; one can be asked for by several stages.
CREATE TABLE prompt (
    id                       uuid NOT NULL,
    name                     text NOT NULL,
    field_key                text NOT NULL,
    label                    text NOT NULL,
    type                     varchar(32) NOT NULL,
    required                 boolean NOT NULL DEFAULT true,
    placeholder              text NOT NULL DEFAULT '',
    placeholder_expression   boolean NOT NULL DEFAULT false,
    initial_value            text NOT NULL DEFAULT '',
    initial_value_expression boolean NOT NULL DEFAULT false,
    position                 integer NOT NULL DEFAULT 0,
    sub_text                 text NOT NULL DEFAULT '',
    version                  bigint NOT NULL DEFAULT 0,
    CONSTRAINT pk_prompt PRIMARY KEY (id),
    CONSTRAINT uq_prompt_name UNIQUE (name)
);

ALTER TABLE object_reference
    ADD COLUMN prompt_id uuid CONSTRAINT fk_object_reference_prompt REFERENCES prompt (id),
    DROP CONSTRAINT ck_object_reference_one_target,
    ADD CONSTRAINT ck_object_reference_one_target CHECK (
        num_nonnulls(flow_id, stage_id, policy_id, property_mapping_id, provider_id, certificate_id, group_id, prompt_id) = 1);
CREATE INDEX ix_object_reference_prompt ON object_reference (prompt_id) WHERE prompt_id IS NOT NULL;

-- An invitation goes with whoever made it: it must never give what its maker could not.
CREATE TABLE invitation (
    id         uuid NOT NULL,
    name       text NOT NULL,
    created_by bigint CONSTRAINT fk_invitation_created_by REFERENCES user_account (id) ON DELETE CASCADE,
    flow_id    uuid CONSTRAINT fk_invitation_flow REFERENCES flow (id) ON DELETE CASCADE,
    fixed_data jsonb NOT NULL DEFAULT '{}',
    single_use boolean NOT NULL DEFAULT false,
    created    timestamptz NOT NULL,
    expires    timestamptz,
    version    bigint NOT NULL DEFAULT 0,
    CONSTRAINT pk_invitation PRIMARY KEY (id)
);
CREATE INDEX ix_invitation_created_by ON invitation (created_by);
CREATE INDEX ix_invitation_flow ON invitation (flow_id);
CREATE INDEX ix_invitation_expires ON invitation (expires, id) WHERE expires IS NOT NULL;
