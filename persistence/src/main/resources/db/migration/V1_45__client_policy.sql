-- What clients of a kind have to keep, and what is known of those that have registered themselves.

CREATE TABLE client_policy (
    id      uuid NOT NULL,
    name    varchar(200) NOT NULL,
    enabled boolean NOT NULL DEFAULT true,
    rules   jsonb NOT NULL DEFAULT '{}',
    version bigint NOT NULL DEFAULT 0,
    CONSTRAINT pk_client_policy PRIMARY KEY (id),
    CONSTRAINT uq_client_policy_name UNIQUE (name)
);

ALTER TABLE registered_client ADD COLUMN registered_by varchar(150);
ALTER TABLE registered_client ADD COLUMN registered_from varchar(64);
