-- Fills a database of Gatehouse with people: :users accounts, :groups groups in a tree, about three memberships for each account.
-- psql -v users=1000000 -v groups=2000 -f bench/volume/users.sql
\set ON_ERROR_STOP on
\timing on

INSERT INTO user_account (uuid, username, name, email, password_change_date, active, type, path, attributes, date_joined, last_login, last_updated)
SELECT gen_random_uuid(), 'person' || lpad(n::text, 8, '0'),
       first.names[1 + n % 20] || ' ' || last.names[1 + (n / 20) % 50] || ' ' || n,
       'person' || lpad(n::text, 8, '0') || '@' || (ARRAY['example.org', 'example.com', 'example.net'])[1 + n % 3],
       now() - n * interval '1 second', n % 50 <> 0,
       CASE WHEN n % 200 = 0 THEN 'service_account' WHEN n % 20 = 0 THEN 'external' ELSE 'internal' END,
       'volume/branch' || n % 100,
       jsonb_build_object('department', 'd' || n % 500, 'employee', n, 'settings', jsonb_build_object('locale', CASE WHEN n % 4 = 0 THEN 'de' ELSE 'en' END)),
       now() - n * interval '7 seconds', CASE WHEN n % 10 < 7 THEN now() - n * interval '3 seconds' END, now() - n * interval '1 second'
FROM generate_series(1, :users) AS n,
     (SELECT ARRAY['Ada', 'Ben', 'Cleo', 'Dana', 'Emil', 'Fay', 'Gus', 'Hana', 'Ivo', 'Jana', 'Karl', 'Lea', 'Max', 'Nora', 'Otto', 'Pia',
                   'Quin', 'Rosa', 'Sven', 'Tina'] AS names) AS first,
     (SELECT array_agg('Sur' || chr(97 + k % 26) || chr(97 + k * 7 % 26) || 'man' ORDER BY k) AS names FROM generate_series(0, 49) AS k) AS last
ON CONFLICT DO NOTHING;

INSERT INTO user_group (id, name, superuser, attributes)
SELECT gen_random_uuid(), 'volume group ' || lpad(n::text, 6, '0'), false, jsonb_build_object('cost_centre', n % 50)
FROM generate_series(1, :groups) AS n ON CONFLICT DO NOTHING;

-- Each group but every tenth hangs below the tenth before it.
INSERT INTO group_parent (group_id, parent_id)
SELECT c.id, p.id FROM (SELECT id, substr(name, 14)::int AS n FROM user_group WHERE name LIKE 'volume group %') c
JOIN (SELECT id, substr(name, 14)::int AS n FROM user_group WHERE name LIKE 'volume group %') p ON p.n = c.n - c.n % 10 AND c.n % 10 <> 0
ON CONFLICT DO NOTHING;

INSERT INTO group_member (group_id, user_id)
SELECT g.id, u.id
FROM (SELECT id, substr(username, 7)::int AS n FROM user_account WHERE username LIKE 'person________') u
CROSS JOIN generate_series(0, 2) AS k
JOIN (SELECT id, substr(name, 14)::int AS n FROM user_group WHERE name LIKE 'volume group %') g
  ON g.n = 1 + (u.n * (k + 1) * 31 + k * 17) % :groups
ON CONFLICT DO NOTHING;

VACUUM (ANALYZE) user_account, user_group, group_parent, group_member;
