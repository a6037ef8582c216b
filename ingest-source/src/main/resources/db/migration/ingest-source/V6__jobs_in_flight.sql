-- Unfinished jobs of an owner are counted, among however many ended ones.
create index job_owner_status on job (owner, status);
