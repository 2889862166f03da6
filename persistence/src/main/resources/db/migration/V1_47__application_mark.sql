-- What a user has marked an application with: that it is a favourite, and when it was last opened from the portal.
CREATE TABLE application_mark (
    user_id        bigint NOT NULL CONSTRAINT fk_application_mark_user REFERENCES user_account (id) ON DELETE CASCADE,
    application_id uuid NOT NULL CONSTRAINT fk_application_mark_application REFERENCES application (id) ON DELETE CASCADE,
    favourite      boolean NOT NULL DEFAULT false,
    opened         timestamptz,
    CONSTRAINT pk_application_mark PRIMARY KEY (user_id, application_id)
);
CREATE INDEX ix_application_mark_application ON application_mark (application_id);
