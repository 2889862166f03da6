-- What policies remember: how trustworthy names and addresses have been, and which passwords somebody has had.

CREATE TABLE reputation (
    id         uuid NOT NULL,
    identifier varchar(254) NOT NULL,
    ip         varchar(64) NOT NULL,
    geo        jsonb NOT NULL DEFAULT '{}',
    asn        jsonb NOT NULL DEFAULT '{}',
    score      bigint NOT NULL,
    updated    timestamptz NOT NULL,
    expires    timestamptz NOT NULL,
    CONSTRAINT pk_reputation PRIMARY KEY (id),
    CONSTRAINT uq_reputation UNIQUE (identifier, ip)
);
CREATE INDEX ix_reputation_ip ON reputation (ip);
CREATE INDEX ix_reputation_updated ON reputation (updated DESC);
CREATE INDEX ix_reputation_expires ON reputation (expires);

CREATE TABLE password_history (
    id       uuid NOT NULL,
    user_id  bigint NOT NULL CONSTRAINT fk_password_history_user REFERENCES user_account (id) ON DELETE CASCADE,
    encoded  text NOT NULL,
    replaced timestamptz NOT NULL,
    CONSTRAINT pk_password_history PRIMARY KEY (id)
);
CREATE INDEX ix_password_history_user ON password_history (user_id, replaced DESC);

-- Where a user has logged in from lately, for the policies that compare places.
CREATE INDEX ix_audit_event_login ON audit_event ((actor ->> 'pk'), created DESC) WHERE action = 'login';
