-- What an application lets some of its users do, and what the attributes of users, groups and entitlements may be.

CREATE TABLE application_entitlement (
    id             uuid NOT NULL,
    application_id uuid NOT NULL CONSTRAINT fk_application_entitlement_application REFERENCES application (id) ON DELETE CASCADE,
    name           varchar(500) NOT NULL,
    attributes     jsonb NOT NULL DEFAULT '{}',
    version        bigint NOT NULL DEFAULT 0,
    CONSTRAINT pk_application_entitlement PRIMARY KEY (id),
    CONSTRAINT uq_application_entitlement_name UNIQUE (application_id, name)
);
CREATE TRIGGER tr_application_entitlement_target BEFORE INSERT ON application_entitlement FOR EACH ROW EXECUTE FUNCTION add_policy_target();
CREATE TRIGGER tr_application_entitlement_untarget AFTER DELETE ON application_entitlement FOR EACH ROW EXECUTE FUNCTION remove_policy_target();

CREATE TABLE object_attribute (
    id           uuid NOT NULL,
    object_type  varchar(100) NOT NULL,
    enabled      boolean NOT NULL DEFAULT true,
    created      timestamptz NOT NULL,
    last_updated timestamptz NOT NULL,
    key          varchar(200) NOT NULL,
    label        varchar(500) NOT NULL,
    regex        varchar(500) NOT NULL DEFAULT '',
    type         varchar(16) NOT NULL,
    group_name   varchar(500) NOT NULL DEFAULT '',
    managed      varchar(500),
    is_unique    boolean NOT NULL DEFAULT false,
    is_required  boolean NOT NULL DEFAULT false,
    version      bigint NOT NULL DEFAULT 0,
    CONSTRAINT pk_object_attribute PRIMARY KEY (id),
    CONSTRAINT uq_object_attribute_key UNIQUE (object_type, key),
    CONSTRAINT uq_object_attribute_managed UNIQUE (managed)
);
