-- What brands decide beyond the first house: further flows, map tiles, and the authorities of client certificates.

ALTER TABLE brand
    ADD COLUMN flow_user_switch_id uuid CONSTRAINT fk_brand_flow_user_switch REFERENCES flow (id),
    ADD COLUMN flow_lockdown_id    uuid CONSTRAINT fk_brand_flow_lockdown REFERENCES flow (id),
    ADD COLUMN flow_request_id     uuid CONSTRAINT fk_brand_flow_request REFERENCES flow (id),
    ADD COLUMN map_tiles           text NOT NULL DEFAULT '';

CREATE TABLE brand_client_certificate (
    brand_id       uuid NOT NULL CONSTRAINT fk_brand_client_certificate_brand REFERENCES brand (id) ON DELETE CASCADE,
    certificate_id uuid NOT NULL CONSTRAINT fk_brand_client_certificate_certificate REFERENCES certificate_key_pair (id),
    CONSTRAINT pk_brand_client_certificate PRIMARY KEY (brand_id, certificate_id)
);
CREATE INDEX ix_brand_client_certificate_certificate ON brand_client_certificate (certificate_id);
