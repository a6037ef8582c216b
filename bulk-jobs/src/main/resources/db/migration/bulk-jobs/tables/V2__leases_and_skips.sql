-- One row for each job instance: who works on it, and when it was started first. The name is that of the
-- instance before it has a number: job and key of its parameters.
create table bulk_lease (
    instance_name    varchar(140) not null primary key,
    holder           varchar(200),
    expires_at       timestamp with time zone,
    first_started_at timestamp with time zone not null
);

-- One row for each item that could not be taken, written in the transaction that moves the cursor past it.
create table bulk_skipped (
    job_instance_id  bigint        not null,
    -- SHA-256 of place and URI: both may be longer than an index takes
    item             char(64)      not null,
    place            varchar(4000) not null,
    uri              varchar(4000) not null,
    problem          varchar(100)  not null,
    reason           varchar(1000) not null,
    job_execution_id bigint        not null,
    skipped_at       timestamp with time zone not null,
    primary key (job_instance_id, item)
);
