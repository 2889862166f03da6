-- Millions of events: every filter of the list has an index that also gives the list's order (the newest first, or the oldest), so that
-- a page is a short walk along one of them. Most events are about no object, application or device: these indexes leave them out.

-- What charts count by, as columns of their own: an index can answer alone only for columns.
ALTER TABLE audit_event
    ADD COLUMN actor_pk text GENERATED ALWAYS AS (actor ->> 'pk') STORED,
    ADD COLUMN authorized_app text GENERATED ALWAYS AS (context -> 'authorized_application' ->> 'pk') STORED;

DROP INDEX ix_audit_event_created;
DROP INDEX ix_audit_event_action;
DROP INDEX ix_audit_event_expires;

CREATE INDEX ix_audit_event_created ON audit_event (created, id) INCLUDE (action, actor_pk, authorized_app);
CREATE INDEX ix_audit_event_action ON audit_event (action, created, id);
CREATE INDEX ix_audit_event_expires ON audit_event (expires, id);
CREATE INDEX ix_audit_event_client_ip ON audit_event (client_ip, created, id) WHERE client_ip IS NOT NULL;
CREATE INDEX ix_audit_event_username ON audit_event ((actor ->> 'username'), created, id);
CREATE INDEX ix_audit_event_brand ON audit_event ((brand ->> 'name'), created, id) WHERE brand ->> 'name' IS NOT NULL;
CREATE INDEX ix_audit_event_model_pk ON audit_event ((context -> 'model' ->> 'pk'), created, id)
    WHERE context -> 'model' ->> 'pk' IS NOT NULL;
CREATE INDEX ix_audit_event_model_name ON audit_event ((context -> 'model' ->> 'model_name'), created, id)
    WHERE context -> 'model' ->> 'model_name' IS NOT NULL;
CREATE INDEX ix_audit_event_model_app ON audit_event ((context -> 'model' ->> 'app'), created, id)
    WHERE context -> 'model' ->> 'app' IS NOT NULL;
CREATE INDEX ix_audit_event_authorized_app ON audit_event (authorized_app, created, id) WHERE authorized_app IS NOT NULL;
CREATE INDEX ix_audit_event_device ON audit_event ((context -> 'device' ->> 'pk'), created, id)
    WHERE context -> 'device' ->> 'pk' IS NOT NULL;

-- The words of an event: of its action, part of the product, address, person and context. Whatever joins words divides them here, so that
-- alice@example.com is found as alice and as example.com; addresses keep their dots. Words and not any run of letters, as an index of those
-- would make every login write two hundred entries; the built-in parser, as expressions on text take ten times as long.
CREATE FUNCTION event_words(action text, app text, client_ip text, actor jsonb, context jsonb) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT to_tsvector('simple'::regconfig, translate(left(action || ' ' || app || ' ' || coalesce(client_ip, '') || ' ' ||
        CAST(actor AS text) || ' ' || CAST(context AS text), 16000), '-_@/\:,;{}[]"''|&!<>()=+*~#?%$', '                             '))
$$;
CREATE INDEX ix_audit_event_words ON audit_event USING gin (event_words(action, app, client_ip, actor, context));
