-- Whether the client wants the position of its photo kept.
alter table job add column keep_location boolean default false not null;
