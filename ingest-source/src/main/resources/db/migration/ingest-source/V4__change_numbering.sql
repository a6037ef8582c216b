-- The last number that a change of a job got. Whoever gives numbers holds this row until they are committed: so they
-- appear in the order of their commits, and whoever has seen one can see all below it. A row instead of a sequence, for
-- it is locked anyway and both databases speak of it alike.
create table change_numbering (
    id          integer not null primary key,
    last_number bigint  not null
);

insert into change_numbering (id, last_number) values (1, 0);

-- The unfinished jobs of an owner, and lists of one status.
create index job_owner_status on job (owner, status, accepted_at);
