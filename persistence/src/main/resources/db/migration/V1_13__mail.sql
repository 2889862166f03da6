-- Mail that waits to be handed to the mail server. It holds links and codes, so it is sealed.

CREATE TABLE mail_message (
    id       uuid NOT NULL,
    payload  text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    -- When it is to be tried next; a node that takes it moves this on, so that no other takes it meanwhile.
    due      timestamptz NOT NULL,
    created  timestamptz NOT NULL,
    expires  timestamptz NOT NULL,
    CONSTRAINT pk_mail_message PRIMARY KEY (id)
);
CREATE INDEX ix_mail_message_due ON mail_message (due);

-- How often something was sent on behalf of somebody; the id is a digest of what is counted.
CREATE TABLE sending_count (
    id      uuid NOT NULL,
    sent    integer NOT NULL,
    last    timestamptz NOT NULL,
    expires timestamptz NOT NULL,
    CONSTRAINT pk_sending_count PRIMARY KEY (id)
);
CREATE INDEX ix_sending_count_expires ON sending_count (expires, id);
