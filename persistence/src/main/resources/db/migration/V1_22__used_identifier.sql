-- What can be used once and was: the jti of assertions, of DPoP proofs, of request objects … The id is a digest of purpose and identifier.
-- A row is only in the way of replays, so it goes when what it stands for could not be used any more anyway.

CREATE TABLE used_identifier (
    id      uuid NOT NULL,
    expires timestamptz NOT NULL,
    CONSTRAINT pk_used_identifier PRIMARY KEY (id)
);
CREATE INDEX ix_used_identifier_expires ON used_identifier (expires, id);
