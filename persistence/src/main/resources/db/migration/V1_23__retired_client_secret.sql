-- The secret a client had before its present one, sealed: good until its servers have all been given the new one. One at most.

CREATE TABLE retired_client_secret (
    id      uuid NOT NULL CONSTRAINT fk_retired_client_secret_provider REFERENCES provider (id) ON DELETE CASCADE,
    secret  text NOT NULL,
    expires timestamptz NOT NULL,
    CONSTRAINT pk_retired_client_secret PRIMARY KEY (id)
);
CREATE INDEX ix_retired_client_secret_expires ON retired_client_secret (expires, id);
