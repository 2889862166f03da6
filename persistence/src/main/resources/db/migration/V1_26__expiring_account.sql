-- Accounts that were made for as long as somebody else vouches for their owner. The account goes with its row's end, by clean-expired.

CREATE TABLE expiring_account (
    id      uuid NOT NULL,
    expires timestamptz NOT NULL,
    CONSTRAINT pk_expiring_account PRIMARY KEY (id),
    CONSTRAINT fk_expiring_account_user FOREIGN KEY (id) REFERENCES user_account (uuid) ON DELETE CASCADE
);
CREATE INDEX ix_expiring_account_expires ON expiring_account (expires, id);
