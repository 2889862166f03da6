-- A right for one object ends with the object, whoever deletes it and however: no number or id is ever used again, but rows would pile up.
CREATE FUNCTION forget_object_permissions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM role_object_permission WHERE object_key = OLD.id::text;
    RETURN NULL;
END $$;
CREATE FUNCTION forget_numbered_object_permissions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM role_object_permission g USING permission p
    WHERE p.id = g.permission_id AND g.object_number = OLD.num_pk AND split_part(p.model, '.', 1) LIKE 'authentik\_providers%';
    RETURN NULL;
END $$;

CREATE TRIGGER user_group_rights AFTER DELETE ON user_group FOR EACH ROW EXECUTE FUNCTION forget_object_permissions();
CREATE TRIGGER token_rights AFTER DELETE ON token FOR EACH ROW EXECUTE FUNCTION forget_object_permissions();
CREATE TRIGGER application_rights AFTER DELETE ON application FOR EACH ROW EXECUTE FUNCTION forget_object_permissions();
CREATE TRIGGER flow_rights AFTER DELETE ON flow FOR EACH ROW EXECUTE FUNCTION forget_object_permissions();
CREATE TRIGGER stage_rights AFTER DELETE ON stage FOR EACH ROW EXECUTE FUNCTION forget_object_permissions();
CREATE TRIGGER policy_rights AFTER DELETE ON policy FOR EACH ROW EXECUTE FUNCTION forget_object_permissions();
CREATE TRIGGER property_mapping_rights AFTER DELETE ON property_mapping FOR EACH ROW EXECUTE FUNCTION forget_object_permissions();
CREATE TRIGGER role_rights AFTER DELETE ON role FOR EACH ROW EXECUTE FUNCTION forget_object_permissions();
CREATE TRIGGER provider_rights AFTER DELETE ON provider FOR EACH ROW EXECUTE FUNCTION forget_numbered_object_permissions();

CREATE FUNCTION forget_user_permissions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM role_object_permission g USING permission p
    WHERE p.id = g.permission_id AND g.object_number = OLD.id AND p.model = 'authentik_core.user';
    RETURN NULL;
END $$;
CREATE INDEX ix_role_object_permission_number ON role_object_permission (object_number) WHERE object_number IS NOT NULL;
CREATE TRIGGER user_account_rights AFTER DELETE ON user_account FOR EACH ROW EXECUTE FUNCTION forget_user_permissions();
