-- Authorization requests that a handle stands for: pushed by a client (RFC 9126), or put aside while a browser logs in. Only digests
-- of handles are kept; a row is good for one use.
CREATE TABLE authorization_request (
    id           uuid NOT NULL,
    digest       varchar(64) NOT NULL,
    kind         varchar(16) NOT NULL,
    provider_id  uuid NOT NULL CONSTRAINT fk_authorization_request_provider REFERENCES provider (id) ON DELETE CASCADE,
    request_data jsonb NOT NULL DEFAULT '{}',
    created      timestamptz NOT NULL,
    expires      timestamptz NOT NULL,
    redeemed     timestamptz,
    CONSTRAINT pk_authorization_request PRIMARY KEY (id),
    CONSTRAINT uq_authorization_request_digest UNIQUE (digest),
    CONSTRAINT ck_authorization_request_kind CHECK (kind IN ('pushed', 'continued'))
);
CREATE INDEX ix_authorization_request_expires ON authorization_request (expires);
CREATE INDEX ix_authorization_request_provider ON authorization_request (provider_id);
