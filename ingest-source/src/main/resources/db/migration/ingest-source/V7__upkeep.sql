-- Work that one instance at a time does for all, when it is due.
create table upkeep (
    task        varchar(40) not null primary key,
    -- who does it, until when at most; by the database's clock
    holder      varchar(80),
    lease_until timestamp with time zone,
    due_at      timestamp with time zone not null,
    -- the last key of a listing that goes on next time; absent at its beginning
    position    varchar(1024)
);

insert into upkeep (task, due_at) values ('watch', current_timestamp);
insert into upkeep (task, due_at) values ('staging-sweep', current_timestamp);
insert into upkeep (task, due_at) values ('image-sweep', current_timestamp);

-- Whether the watch has sent a job on its way once more: the next time it fails the job.
alter table job add column resent boolean default false not null;

-- Messages that were parked, taken over from the broker for a person to look at.
create table dead_letter (
    -- made from queue and body: a message that is taken over twice is one letter
    dead_letter_id varchar(80)   not null primary key,
    queue          varchar(255)  not null,
    reason         varchar(2000) not null,
    parked_at      timestamp with time zone not null,
    -- as the message says, if it can be read
    job_id         varchar(80),
    attempt        integer,
    -- the message in Base64
    body           text          not null
);

create index dead_letter_parked on dead_letter (parked_at, dead_letter_id);
create index dead_letter_job on dead_letter (job_id);
