-- When jobs run, each of their runs, and which nodes there are.

CREATE TABLE task_schedule (
    id       uuid NOT NULL DEFAULT gen_random_uuid(),
    name     varchar(100) NOT NULL,
    crontab  varchar(100) NOT NULL,
    paused   boolean NOT NULL DEFAULT false,
    next_run timestamptz NOT NULL,
    version  bigint NOT NULL DEFAULT 0,
    CONSTRAINT pk_task_schedule PRIMARY KEY (id),
    CONSTRAINT uq_task_schedule_name UNIQUE (name)
);

CREATE TABLE task_run (
    id            uuid NOT NULL,
    name          varchar(100) NOT NULL,
    state         varchar(16) NOT NULL,
    status        varchar(16) NOT NULL,
    node          varchar(200) NOT NULL,
    created       timestamptz NOT NULL,
    changed       timestamptz NOT NULL,
    retries       integer NOT NULL DEFAULT 0,
    logs          jsonb NOT NULL DEFAULT '[]',
    previous_logs jsonb NOT NULL DEFAULT '[]',
    expires       timestamptz NOT NULL,
    CONSTRAINT pk_task_run PRIMARY KEY (id)
);
CREATE INDEX ix_task_run_name ON task_run (name, created);
CREATE INDEX ix_task_run_created ON task_run (created);
CREATE INDEX ix_task_run_expires ON task_run (expires);

CREATE TABLE cluster_node (
    name    varchar(200) NOT NULL,
    version varchar(100) NOT NULL,
    seen    timestamptz NOT NULL,
    CONSTRAINT pk_cluster_node PRIMARY KEY (name)
);

-- Claimed by the schedule's row from now on.
DROP TABLE job_lease;
