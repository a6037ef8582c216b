-- Requests that carried an Idempotency-Key. Without a status: being worked on, by the holder, until the lease runs out.
create table idempotency_key (
    owner           varchar(255) not null,
    operation       varchar(16)  not null,
    idempotency_key varchar(255) not null,
    -- the request that works on it, a random name
    holder          varchar(80)  not null,
    lease_until     timestamp with time zone not null,
    expires_at      timestamp with time zone not null,
    -- what was answered, and to which body
    fingerprint     char(64),
    status          integer,
    content_type    varchar(100),
    location        varchar(255),
    body            text,
    primary key (owner, operation, idempotency_key)
);
create index idempotency_key_holder on idempotency_key (holder);
create index idempotency_key_expires on idempotency_key (expires_at);
