-- What identifies a person, and the bytes as they were received: each sealed under the key of its person, file or
-- user, each of those keys wrapped by the programme's vault key, which is not here. A key that was destroyed leaves
-- its row with nothing in it, so that it is never made again.
create table vault_keys (
    programme text not null references programmes (programme),
    holder_kind text not null,
    holder_id text not null,
    wrapped blob,
    primary key (programme, holder_kind, holder_id)
);

-- One personal part of a record, as it was received once; a changed record has a part of the next version.
create table vault_parts (
    programme text not null references programmes (programme),
    record_id text not null,
    version bigint not null,
    unit_id text not null,
    salted_hash text not null,
    primary key (programme, record_id, version)
);

create table vault_values (
    programme text not null references programmes (programme),
    record_id text not null,
    version bigint not null,
    field text not null,
    sealed blob not null,
    primary key (programme, record_id, version, field)
);

create index vault_parts_by_unit on vault_parts (programme, unit_id);

create table vault_files (
    programme text not null references programmes (programme),
    file_id text not null,
    digest blob not null,
    name_sealed blob not null,
    bytes_sealed blob not null,
    primary key (programme, file_id)
);

create index vault_files_by_digest on vault_files (programme, digest);

-- The cells of a row that could not become a record.
create table vault_rows (
    programme text not null references programmes (programme),
    file_id text not null,
    sheet text not null,
    row_number bigint not null,
    sealed blob not null,
    primary key (programme, file_id, sheet, row_number)
);

-- Units and rows are found again by keyed digests (HMAC), never by what was written. The digests outlive an erasure:
-- a file that is sent again must not bring the erased person back as a new one.
create table units (
    programme text not null references programmes (programme),
    digest blob not null,
    unit_id text not null,
    partner text not null,
    own_id_sealed blob,
    primary key (programme, digest)
);

create unique index units_by_id on units (programme, unit_id);

create table row_digests (
    programme text not null references programmes (programme),
    digest blob not null,
    record_id text not null,
    primary key (programme, digest)
);
