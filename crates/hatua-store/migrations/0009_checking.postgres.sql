-- Which entries say something of a record, in their order: its history, and by the last of them its version. The day by which
-- a returned record should have been answered. What waits, and each register's list, are found by an index. PostgreSQL only:
-- it reads what an entry says in its own way.
create table record_entries (
    programme text collate "C" not null references programmes (programme),
    record_id text collate "C" not null,
    sequence bigint not null,
    primary key (programme, record_id, sequence)
);

insert into record_entries (programme, record_id, sequence)
select
    programme,
    convert_from(bytes, 'UTF8')::json -> 'payload' ->> 'record',
    sequence
from entries
where
    kind in ('record.imported', 'record.changed', 'record.verified', 'record.returned', 'record.withdrawn');

alter table records add column due text collate "C";

create index records_by_status on records (programme, status, partner, document);

create index records_by_register on records (programme, register, imported_sequence);

create index records_by_register_and_status on records (programme, register, status, imported_sequence);

create index records_by_register_and_partner on records (programme, register, partner, country, status);
