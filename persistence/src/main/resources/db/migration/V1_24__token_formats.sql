-- When the first refresh token of a family was issued, so that an end of the whole family can be told at each renewal.
ALTER TABLE oauth_token ADD COLUMN began timestamptz;

-- What pairwise subjects are computed with: random, made once, never changed. gen_random_uuid is cryptographically strong.
INSERT INTO system_marker (name, value, created)
VALUES ('pairwise-subjects', encode(sha256(decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')), 'hex'), now());
