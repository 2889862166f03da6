-- A login in which somebody acts as another user hangs on the login it was started from, and ends with it.
ALTER TABLE authenticated_session ADD COLUMN impersonator_id uuid
    CONSTRAINT fk_authenticated_session_impersonator REFERENCES authenticated_session (id) ON DELETE CASCADE;
CREATE INDEX ix_authenticated_session_impersonator ON authenticated_session (impersonator_id) WHERE impersonator_id IS NOT NULL;
