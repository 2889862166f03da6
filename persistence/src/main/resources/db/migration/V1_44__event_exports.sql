-- The words of an event again, without those of the request that it happened in: they are many, much the same in all events, and nobody
-- looks for them. With five million events this makes the index a third as large.

DROP INDEX ix_audit_event_words;
CREATE OR REPLACE FUNCTION event_words(action text, app text, client_ip text, actor jsonb, context jsonb) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT to_tsvector('simple'::regconfig, translate(left(action || ' ' || app || ' ' || coalesce(client_ip, '') || ' ' ||
        CAST(actor AS text) || ' ' || CAST(context - 'http_request' AS text), 16000), '-_@/\:,;{}[]"''|&!<>()=+*~#?%$', '                             '))
$$;
CREATE INDEX ix_audit_event_words ON audit_event USING gin (event_words(action, app, client_ip, actor, context));

-- Nearly all events are about few parts of the product: as a condition beside the kind of object this index only misled the planner.
DROP INDEX ix_audit_event_model_app;

-- So that charts are hashed: without this the planner expects as many steps of time as events, and sorts them all.
CREATE STATISTICS st_audit_event_steps ON (date_bin(interval '3600 seconds', created, timestamptz '1970-01-01 00:00Z')),
    (date_bin(interval '86400 seconds', created, timestamptz '1970-01-01 00:00Z')), action FROM audit_event;

-- Events by words that few have. The planner multiplies the frequency of the words, finds each of them often, and would rather read
-- millions of events from the newest on; whoever asks this knows better.
CREATE FUNCTION find_events(words tsquery, most integer) RETURNS TABLE (id uuid)
    LANGUAGE sql STABLE SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off AS $$
    SELECT o.id FROM audit_event o WHERE event_words(o.action, o.app, o.client_ip, o.actor, o.context) @@ words LIMIT most
$$;

-- Exports that people have asked for: the question, as what it answers cannot change. The file is written while it is fetched.
CREATE TABLE data_export (
    id        uuid NOT NULL,
    user_id   bigint NOT NULL CONSTRAINT fk_data_export_user REFERENCES user_account (id) ON DELETE CASCADE,
    model     text NOT NULL,
    query     jsonb NOT NULL DEFAULT '{}',
    requested timestamptz NOT NULL,
    expires   timestamptz NOT NULL,
    CONSTRAINT pk_data_export PRIMARY KEY (id)
);
CREATE INDEX ix_data_export_user ON data_export (user_id, requested DESC, id);
CREATE INDEX ix_data_export_expires ON data_export (expires, id);
