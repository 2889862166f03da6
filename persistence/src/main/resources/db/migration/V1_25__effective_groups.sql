-- The groups a user is in, directly or through a descendant, beside whatever else a statement reads: a JSON object as text, so that a
-- request that needs them need not ask a second time.
CREATE FUNCTION effective_groups(member bigint) RETURNS text LANGUAGE sql STABLE AS $$
    WITH RECURSIVE effective (id) AS (
        SELECT m.group_id FROM group_member m WHERE m.user_id = member
        UNION
        SELECT p.parent_id FROM group_parent p JOIN effective e ON p.group_id = e.id)
    SELECT json_build_object(
        'names', coalesce(json_agg(g.name ORDER BY g.name), '[]'::json),
        'superuser', coalesce(bool_or(g.superuser), false))::text
    FROM user_group g JOIN effective e ON e.id = g.id
$$;
