-- Plans of flows that wait for somebody to open a link: the link's secret as a digest, the plan sealed.

CREATE TABLE flow_token (
    id         uuid NOT NULL,
    key_digest varchar(64) NOT NULL,
    flow_id    uuid NOT NULL CONSTRAINT fk_flow_token_flow REFERENCES flow (id) ON DELETE CASCADE,
    user_id    bigint CONSTRAINT fk_flow_token_user REFERENCES user_account (id) ON DELETE CASCADE,
    plan       text NOT NULL,
    created    timestamptz NOT NULL,
    expires    timestamptz NOT NULL,
    CONSTRAINT pk_flow_token PRIMARY KEY (id),
    CONSTRAINT uq_flow_token_key_digest UNIQUE (key_digest)
);
CREATE INDEX ix_flow_token_expires ON flow_token (expires, id);
CREATE INDEX ix_flow_token_flow ON flow_token (flow_id);
CREATE INDEX ix_flow_token_user ON flow_token (user_id);
