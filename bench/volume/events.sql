-- Five million events over the last year, as an installation with a hundred applications and a hundred thousand active people leaves them.
-- For a database of the bench only: psql -v events=5000000 -f bench/volume/events.sql. They end where the hash chain begins, as the product has not
-- written them. Indexes are built after the rows, which is several times as fast.
\set ON_ERROR_STOP on
\if :{?events}
\else
  \set events 5000000
\endif
SET synchronous_commit = off;
SET maintenance_work_mem = '512MB';

CREATE TEMP TABLE index_of_event AS
    SELECT indexname AS name, indexdef AS definition FROM pg_indexes
    WHERE tablename = 'audit_event' AND indexname <> 'pk_audit_event';
SELECT format('DROP INDEX %I', name) FROM index_of_event \gexec
ALTER TABLE audit_event DISABLE TRIGGER USER;

INSERT INTO audit_event (id, action, app, actor, context, client_ip, brand, created, expires)
SELECT gen_random_uuid(), action,
    CASE action WHEN 'login' THEN 'stages.user_login' WHEN 'login_failed' THEN 'stages.password' WHEN 'logout' THEN 'session'
        WHEN 'authorize_application' THEN 'providers.oauth2' ELSE 'type' END,
    jsonb_build_object('pk', person, 'username', 'bench-' || person),
    CASE WHEN action = 'authorize_application' THEN jsonb_build_object(
            'authorized_application', jsonb_build_object('pk', md5('application ' || application)::uuid, 'app', 'authentik_core',
                'model_name', 'application', 'name', 'Application ' || application),
            'scopes', 'openid profile email', 'http_request', request)
        WHEN action LIKE 'model\_%' THEN jsonb_build_object(
            'model', jsonb_build_object('pk', md5('object ' || number % 20000)::uuid, 'app', 'authentik_core',
                'model_name', (ARRAY['user', 'group', 'application', 'token'])[1 + number % 4], 'name', 'Object ' || number % 20000),
            'diff', jsonb_build_object('name', jsonb_build_object('previous_value', 'Object ' || number, 'new_value', 'Object ' || number % 20000)),
            'http_request', request)
        ELSE jsonb_build_object('auth_method', 'password', 'http_request', request) END,
    '10.' || person / 65536 % 256 || '.' || person / 256 % 256 || '.' || person % 256,
    jsonb_build_object('pk', md5('brand')::uuid, 'app', 'authentik_brands', 'name', 'Default brand', 'model_name', 'brand'),
    happened, happened + interval '400 days'
FROM (
    SELECT number, happened, request, 1 + number * 7919 % 100000 AS person, number % 101 AS application,
        CASE WHEN number % 100 < 40 THEN 'login' WHEN number % 100 < 75 THEN 'authorize_application' WHEN number % 100 < 87 THEN 'logout'
            WHEN number % 100 < 95 THEN 'login_failed' WHEN number % 100 < 98 THEN 'model_updated' WHEN number % 100 < 99 THEN 'model_created'
            WHEN number % 1000 < 995 THEN 'password_set' ELSE 'suspicious_request' END AS action
    FROM (SELECT number, (SELECT begun FROM event_chain) - (:events - number) * (interval '365 days' / :events) AS happened,
            jsonb_build_object('method', 'POST', 'path', '/api/v3/flows/executor/default-authentication-flow/',
                'request_id', md5(number::text), 'user_agent', 'Mozilla/5.0 (X11; Linux x86_64) bench/' || number % 50) AS request
        FROM generate_series(1::bigint, :events) AS number) numbers) events;

ALTER TABLE audit_event ENABLE TRIGGER USER;
SELECT definition FROM index_of_event \gexec
VACUUM ANALYZE audit_event;
