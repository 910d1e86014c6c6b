-- Which entries say something of a record, in their order: its history, and by the last of them its version. The day by which
-- a returned record should have been answered. What waits, and each register's list, are found by an index.
create table record_entries (
    programme text not null references programmes (programme),
    record_id text not null,
    sequence bigint not null,
    primary key (programme, record_id, sequence)
);

insert into record_entries (programme, record_id, sequence)
select
    programme,
    json_extract(cast(bytes as text), '$.payload.record'),
    sequence
from entries
where
    kind in ('record.imported', 'record.changed', 'record.verified', 'record.returned', 'record.withdrawn')
    and json_valid(cast(bytes as text));

alter table records add column due text;

create index records_by_status on records (programme, status, partner, document);

create index records_by_register on records (programme, register, imported_sequence);

create index records_by_register_and_status on records (programme, register, status, imported_sequence);

create index records_by_register_and_partner on records (programme, register, partner, country, status);
