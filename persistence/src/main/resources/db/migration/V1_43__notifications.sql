-- Who is told of which events, and how.

CREATE TABLE notification_transport (
    id                   uuid NOT NULL,
    name                 text NOT NULL,
    mode                 varchar(16) NOT NULL,
    webhook_url          text NOT NULL DEFAULT '',
    webhook_ca_id        uuid CONSTRAINT fk_notification_transport_ca REFERENCES certificate_key_pair (id),
    body_mapping_id      uuid CONSTRAINT fk_notification_transport_body REFERENCES property_mapping (id),
    headers_mapping_id   uuid CONSTRAINT fk_notification_transport_headers REFERENCES property_mapping (id),
    email_subject_prefix text NOT NULL DEFAULT '',
    email_template       text NOT NULL DEFAULT '',
    send_once            boolean NOT NULL DEFAULT false,
    version              bigint NOT NULL DEFAULT 0,
    CONSTRAINT pk_notification_transport PRIMARY KEY (id),
    CONSTRAINT uq_notification_transport_name UNIQUE (name),
    CONSTRAINT ck_notification_transport_mode CHECK (mode IN ('local', 'email', 'webhook', 'webhook_slack'))
);

CREATE TABLE notification_rule (
    id                     uuid NOT NULL,
    name                   text NOT NULL,
    severity               varchar(16) NOT NULL,
    destination_group_id   uuid CONSTRAINT fk_notification_rule_group REFERENCES user_group (id),
    destination_event_user boolean NOT NULL DEFAULT false,
    version                bigint NOT NULL DEFAULT 0,
    CONSTRAINT pk_notification_rule PRIMARY KEY (id),
    CONSTRAINT uq_notification_rule_name UNIQUE (name),
    CONSTRAINT ck_notification_rule_severity CHECK (severity IN ('notice', 'warning', 'alert'))
);
CREATE TRIGGER tr_notification_rule_target BEFORE INSERT ON notification_rule FOR EACH ROW EXECUTE FUNCTION add_policy_target();
CREATE TRIGGER tr_notification_rule_untarget AFTER DELETE ON notification_rule FOR EACH ROW EXECUTE FUNCTION remove_policy_target();

CREATE TABLE notification_rule_transport (
    rule_id      uuid NOT NULL CONSTRAINT fk_notification_rule_transport_rule REFERENCES notification_rule (id) ON DELETE CASCADE,
    transport_id uuid NOT NULL CONSTRAINT fk_notification_rule_transport_transport REFERENCES notification_transport (id),
    CONSTRAINT pk_notification_rule_transport PRIMARY KEY (rule_id, transport_id)
);
CREATE INDEX ix_notification_rule_transport_transport ON notification_rule_transport (transport_id);

-- What people see in the product. The event may be gone before.
CREATE TABLE notification (
    id              uuid NOT NULL,
    user_id         bigint NOT NULL CONSTRAINT fk_notification_user REFERENCES user_account (id) ON DELETE CASCADE,
    event_id        uuid,
    severity        varchar(16) NOT NULL,
    body            text NOT NULL,
    hyperlink       text,
    hyperlink_label text,
    seen            boolean NOT NULL DEFAULT false,
    created         timestamptz NOT NULL,
    expires         timestamptz NOT NULL,
    CONSTRAINT pk_notification PRIMARY KEY (id)
);
CREATE INDEX ix_notification_user ON notification (user_id, created DESC, id);
CREATE INDEX ix_notification_expires ON notification (expires, id);

-- The outbox of webhooks.
CREATE TABLE notification_delivery (
    id           uuid NOT NULL,
    transport_id uuid NOT NULL CONSTRAINT fk_notification_delivery_transport REFERENCES notification_transport (id) ON DELETE CASCADE,
    user_id      bigint CONSTRAINT fk_notification_delivery_user REFERENCES user_account (id) ON DELETE CASCADE,
    event_id     uuid NOT NULL,
    severity     varchar(16) NOT NULL,
    body         text NOT NULL,
    attempts     integer NOT NULL DEFAULT 0,
    due          timestamptz NOT NULL,
    CONSTRAINT pk_notification_delivery PRIMARY KEY (id)
);
CREATE INDEX ix_notification_delivery_due ON notification_delivery (due);
CREATE INDEX ix_notification_delivery_transport ON notification_delivery (transport_id);
CREATE INDEX ix_notification_delivery_user ON notification_delivery (user_id);

-- Up to which link of the chain of events the rules have been asked: each event once, in all of a cluster.
CREATE TABLE notification_cursor (
    id  integer NOT NULL,
    seq bigint NOT NULL,
    CONSTRAINT pk_notification_cursor PRIMARY KEY (id),
    CONSTRAINT ck_notification_cursor_one CHECK (id = 1)
);
INSERT INTO notification_cursor (id, seq) VALUES (1, 0);
