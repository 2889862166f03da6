-- What holds for the whole installation: its settings, the pictures it shows, and which versions of the product ran on it.

CREATE TABLE installation_setting (
    id       smallint NOT NULL CONSTRAINT ck_installation_setting_only CHECK (id = 1),
    settings jsonb NOT NULL,
    CONSTRAINT pk_installation_setting PRIMARY KEY (id)
);

CREATE TABLE media_file (
    name      varchar(200) NOT NULL,
    mime_type varchar(100) NOT NULL,
    digest    varchar(64) NOT NULL,
    created   timestamptz NOT NULL,
    content   bytea NOT NULL,
    CONSTRAINT pk_media_file PRIMARY KEY (name)
);

CREATE TABLE version_history (
    id        bigint GENERATED ALWAYS AS IDENTITY,
    timestamp timestamptz NOT NULL,
    version   varchar(100) NOT NULL,
    build     varchar(100) NOT NULL DEFAULT '',
    CONSTRAINT pk_version_history PRIMARY KEY (id)
);
