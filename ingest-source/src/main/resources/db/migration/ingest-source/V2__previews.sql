-- The picture that a client brought with a camera RAW: all three or none.
alter table job add column preview_key varchar(255);
alter table job add column preview_bytes bigint;
alter table job add column preview_sha256 char(64);
