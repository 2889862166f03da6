-- Clients that have to be told that a login has ended (OpenID Connect Back-Channel Logout 1.0). The token itself is made when it is sent.
CREATE TABLE logout_notice (
    id          uuid NOT NULL,
    provider_id uuid NOT NULL CONSTRAINT fk_logout_notice_provider REFERENCES provider (id) ON DELETE CASCADE,
    sid         varchar(64) NOT NULL,
    subject     text NOT NULL,
    issuer      text NOT NULL,
    attempts    integer NOT NULL DEFAULT 0,
    -- When it is to be tried next; a node that takes it moves this on, so that no other takes it meanwhile.
    due         timestamptz NOT NULL,
    CONSTRAINT pk_logout_notice PRIMARY KEY (id)
);
CREATE INDEX ix_logout_notice_due ON logout_notice (due);
CREATE INDEX ix_logout_notice_provider ON logout_notice (provider_id);
