-- The order in which changes of jobs are told to those who follow them. 0: changed, and not numbered yet. Numbers are
-- given to committed changes only, by one instance at a time, so that whoever has seen a number has seen all below it.
alter table job add column change_number bigint default 0 not null;

create index job_change on job (change_number);
create index job_owner_change on job (owner, change_number);

-- Photos that were uploaded together.
create table batch (
    batch_id    varchar(80)  not null primary key,
    owner       varchar(255) not null,
    accepted_at timestamp with time zone not null,
    -- files that were not taken, as a JSON list of filename and problem
    rejected    text         not null
);

alter table job add column batch_id varchar(80) references batch (batch_id);
-- place in the batch, from 0
alter table job add column batch_position integer;

create index job_batch on job (batch_id);

-- Whether the staged original of a job that is being cancelled was removed: it is the claim that lets the pipeline go on.
alter table job add column claim_removed boolean default false not null;

create index job_cancelling on job (status, claim_removed);
