-- What users are searched by, in a narrow table of its own: counting what matches a common word reads a tenth of what the accounts
-- themselves would take, and comparing lower case text is cheaper than comparing in any case. Each word begins behind a space.
CREATE TABLE user_search (
    user_id bigint NOT NULL,
    text    text NOT NULL,
    CONSTRAINT pk_user_search PRIMARY KEY (user_id),
    CONSTRAINT fk_user_search_user FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
);

CREATE FUNCTION write_user_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO user_search (user_id, text) VALUES (NEW.id, lower(' ' || NEW.username || ' ' || NEW.name || ' ' || NEW.email))
    ON CONFLICT (user_id) DO UPDATE SET text = EXCLUDED.text;
    RETURN NULL;
END $$;

CREATE TRIGGER tr_user_account_search_insert AFTER INSERT ON user_account FOR EACH ROW EXECUTE FUNCTION write_user_search();
CREATE TRIGGER tr_user_account_search_update AFTER UPDATE OF username, name, email ON user_account FOR EACH ROW
    WHEN (OLD.username <> NEW.username OR OLD.name <> NEW.name OR OLD.email <> NEW.email) EXECUTE FUNCTION write_user_search();

INSERT INTO user_search (user_id, text) SELECT id, lower(' ' || username || ' ' || name || ' ' || email) FROM user_account;
CREATE INDEX ix_user_search_text ON user_search USING gin (text gin_trgm_ops);
DROP INDEX ix_user_account_search;

-- What lists are ordered and filtered by. There is none for last_login on purpose: each login writes that column, and as long as no index
-- has it PostgreSQL can do so without touching the others (HOT).
CREATE INDEX ix_user_account_name ON user_account (name, id);
CREATE INDEX ix_user_account_email_order ON user_account (email, id);
CREATE INDEX ix_user_account_joined ON user_account (date_joined, id);
CREATE INDEX ix_user_account_type ON user_account (type, id);
CREATE INDEX ix_user_account_active ON user_account (active, id);
CREATE INDEX ix_user_account_attributes ON user_account USING gin (attributes jsonb_path_ops);
DROP INDEX ix_user_account_path;
CREATE INDEX ix_user_account_path ON user_account (path COLLATE "C", id);
