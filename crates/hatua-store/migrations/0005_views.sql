-- Views: what the ledger says, arranged for finding. Each row points at the entry that it comes from. They can be
-- emptied and made again from the entries at any time (`hatua rebuild`).
create table records (
    programme text not null references programmes (programme),
    record_id text not null,
    imported_sequence bigint not null,
    fact_sequence bigint not null,
    unit_id text not null,
    register text not null,
    partner text not null,
    country text,
    document text not null,
    status text not null,
    verified_by text,
    reason text,
    primary key (programme, record_id)
);

create unique index records_in_order on records (programme, imported_sequence);

create index records_by_unit on records (programme, unit_id);

create index records_by_document on records (programme, document);

create table files (
    programme text not null references programmes (programme),
    file_id text not null,
    sequence bigint not null,
    partner text not null,
    register text not null,
    primary key (programme, file_id)
);

create table rows_kept_aside (
    programme text not null references programmes (programme),
    sequence bigint not null,
    file_id text not null,
    primary key (programme, sequence)
);

create index rows_kept_aside_by_file on rows_kept_aside (programme, file_id);

create table decisions (
    programme text not null references programmes (programme),
    decision_id text not null,
    sequence bigint not null,
    undone_sequence bigint,
    primary key (programme, decision_id)
);

create table releases (
    programme text not null references programmes (programme),
    number bigint not null,
    revision bigint not null,
    sequence bigint not null,
    primary key (programme, number, revision)
);
