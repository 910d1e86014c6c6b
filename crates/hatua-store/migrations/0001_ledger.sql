-- The ground state: the programmes, the entries of each one's ledger, the hashes of its tree, its signed heads.
-- Column types are bigint, text and blob only, so that the same text makes the tables on every backend.
create table programmes (
    programme text not null primary key,
    origin text not null,
    verifier_key text not null,
    keys_fingerprint text not null
);

create table entries (
    programme text not null references programmes (programme),
    sequence bigint not null,
    at_micros bigint not null,
    kind text not null,
    bytes blob not null,
    primary key (programme, sequence)
);

-- The tree's nodes that never change again, in the dense order of tlog-tiles (`stored_hash_index`).
create table hashes (
    programme text not null references programmes (programme),
    position bigint not null,
    hash blob not null,
    primary key (programme, position)
);

-- One signed checkpoint for each write that appended something, and one for the empty log.
create table heads (
    programme text not null references programmes (programme),
    size bigint not null,
    note text not null,
    primary key (programme, size)
);
