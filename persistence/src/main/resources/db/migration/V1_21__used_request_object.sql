-- Request objects that were used (RFC 9101); the id is a digest of client and jti. A second insert of the same id changes no row, also
-- when two come at the same moment on two nodes.
CREATE TABLE used_request_object (
    id      uuid NOT NULL,
    expires timestamptz NOT NULL,
    CONSTRAINT pk_used_request_object PRIMARY KEY (id)
);
CREATE INDEX ix_used_request_object_expires ON used_request_object (expires, id);
