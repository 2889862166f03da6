-- The place of an access token in its provider's status lists, for providers that publish some. Places are given in order and never again.

CREATE SEQUENCE oauth_token_status_place AS bigint MINVALUE 0 START 0;
ALTER TABLE oauth_token ADD COLUMN status_place bigint;
CREATE UNIQUE INDEX uq_oauth_token_status_place ON oauth_token (status_place) WHERE status_place IS NOT NULL;
