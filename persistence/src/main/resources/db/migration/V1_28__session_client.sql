-- Which clients a login has been used for, and by what names they know it: who is to be told when it ends. There is no foreign key to
-- the login: whoever ends one takes these rows with the statement that reads them, so that each client is told once.
CREATE TABLE session_client (
    id          uuid NOT NULL,
    session_id  uuid NOT NULL,
    provider_id uuid NOT NULL CONSTRAINT fk_session_client_provider REFERENCES provider (id) ON DELETE CASCADE,
    sid         varchar(64) NOT NULL,
    subject     text NOT NULL,
    issuer      text NOT NULL,
    expires     timestamptz NOT NULL,
    CONSTRAINT pk_session_client PRIMARY KEY (id),
    CONSTRAINT uq_session_client UNIQUE (session_id, provider_id, sid)
);
CREATE INDEX ix_session_client_provider ON session_client (provider_id);
CREATE INDEX ix_session_client_expires ON session_client (expires, id);
