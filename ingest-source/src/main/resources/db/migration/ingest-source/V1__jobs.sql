-- One row for each accepted upload: the promise made by the answer 202.
create table job (
    job_id          varchar(80)  not null primary key,
    image_id        varchar(80)  not null,
    owner           varchar(255) not null,
    -- processing, completed, failed, cancelling or cancelled
    status          varchar(16)  not null,
    attempt         integer      not null,
    stage           varchar(32)  not null,
    progress        integer      not null,
    accepted_at     timestamp with time zone not null,
    updated_at      timestamp with time zone not null,
    finished_at     timestamp with time zone,
    original_key    varchar(255) not null,
    content_type    varchar(100) not null,
    extension       varchar(10)  not null,
    bytes           bigint       not null,
    sha256          char(64)     not null,
    filename        varchar(255) not null,
    tags            text         not null,
    problem         text,
    detail          varchar(255),
    retryable       boolean      not null default false,
    staging_cleaned boolean      not null default false
);

create index job_owner_accepted on job (owner, accepted_at);
create index job_image on job (image_id);
create index job_to_clean on job (staging_cleaned, status);

-- Jobs whose message the broker has not confirmed yet.
create table outbox (
    job_id     varchar(80) not null primary key references job (job_id),
    created_at timestamp with time zone not null
);

create index outbox_created on outbox (created_at);
