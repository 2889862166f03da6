-- What the cluster caches hold and a restart of all nodes must not lose. Written behind, in batches; an entry is sealed as a whole.

CREATE TABLE kept_entry (
    id      uuid NOT NULL,
    cache   varchar(64) NOT NULL,
    entry   text NOT NULL,
    expires timestamptz NOT NULL,
    CONSTRAINT pk_kept_entry PRIMARY KEY (id)
);
CREATE INDEX ix_kept_entry_expires ON kept_entry (expires, id);
