-- Finds the status lists in which a provider's tokens have places.
CREATE INDEX ix_oauth_token_provider_status_place ON oauth_token (provider_id, status_place) WHERE status_place IS NOT NULL;
