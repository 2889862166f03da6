-- What was answered to requests that may be sent again: kept for a day, sealed, as some answers hold a secret.

CREATE TABLE repeated_request (
    id      uuid NOT NULL DEFAULT gen_random_uuid(),
    digest  varchar(64) NOT NULL,
    request varchar(64) NOT NULL,
    status  integer,
    answer  text,
    expires timestamptz NOT NULL,
    CONSTRAINT pk_repeated_request PRIMARY KEY (id),
    CONSTRAINT uq_repeated_request_digest UNIQUE (digest)
);
CREATE INDEX ix_repeated_request_expires ON repeated_request (expires);
