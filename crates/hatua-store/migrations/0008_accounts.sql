-- Who may come in: working state, not history. What is needed to sign in is replaced, sessions end, invitations are used
-- up. That a user was added, stopped or let in again stands in the ledger.
create table credentials (
    programme text not null references programmes (programme),
    user_id text not null,
    sealed blob not null,
    primary key (programme, user_id)
);

-- A session is known by the digest of its token: who reads this table can use none.
create table sessions (
    programme text not null references programmes (programme),
    token_digest blob not null,
    session_id text not null,
    user_id text not null,
    agent text not null,
    begun_micros bigint not null,
    seen_micros bigint not null,
    factor_micros bigint,
    primary key (programme, token_digest)
);

create index sessions_by_user on sessions (programme, user_id);

create table invitations (
    programme text not null references programmes (programme),
    code_digest blob not null,
    user_id text not null,
    ends_micros bigint not null,
    primary key (programme, code_digest)
);

create index invitations_by_user on invitations (programme, user_id);

-- Failed attempts to come in, by a keyed digest of what was tried and from where.
create table attempts (
    programme text not null references programmes (programme),
    subject_digest blob not null,
    at_micros bigint not null
);

create index attempts_by_subject on attempts (programme, subject_digest, at_micros);
