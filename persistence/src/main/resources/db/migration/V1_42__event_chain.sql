-- The audit log as a chain of hashes. Whoever writes an event only leaves a voucher in its row, a keyed hash of what it says; one appender
-- at a time links committed events a moment later (org.gatehouse.event.chain). So no login waits for another one's event.
-- Events of before have no voucher and are no part of the chain.

ALTER TABLE audit_event ADD COLUMN voucher text;

-- Events that are not linked yet. Filled by the database, so that nobody can forget it.
CREATE TABLE event_unsealed (
    event_id uuid NOT NULL,
    CONSTRAINT pk_event_unsealed PRIMARY KEY (event_id)
);

CREATE FUNCTION queue_event_for_sealing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO event_unsealed (event_id) SELECT id FROM added;
    RETURN NULL;
END
$$;
CREATE TRIGGER tr_audit_event_unsealed AFTER INSERT ON audit_event
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION queue_event_for_sealing();

-- The links. A link stays when its event goes, until all before it have gone as well.
CREATE TABLE event_seal (
    seq      bigint NOT NULL,
    event_id uuid NOT NULL,
    digest   bytea NOT NULL,
    expires  timestamptz NOT NULL,
    vouched  boolean NOT NULL,
    hash     bytea NOT NULL,
    CONSTRAINT pk_event_seal PRIMARY KEY (seq)
);
CREATE UNIQUE INDEX uq_event_seal_event ON event_seal (event_id);

-- Where the chain begins and ends; the voucher covers all of it.
CREATE TABLE event_chain (
    id         integer NOT NULL,
    begun      timestamptz NOT NULL,
    base_seq   bigint NOT NULL,
    base_hash  text NOT NULL,
    last_seq   bigint NOT NULL,
    last_hash  text NOT NULL,
    voucher    text NOT NULL,
    CONSTRAINT pk_event_chain PRIMARY KEY (id),
    CONSTRAINT ck_event_chain_one CHECK (id = 1)
);
INSERT INTO event_chain (id, begun, base_seq, base_hash, last_seq, last_hash, voucher)
VALUES (1, now(), 0, repeat('0', 64), 0, repeat('0', 64), '');
