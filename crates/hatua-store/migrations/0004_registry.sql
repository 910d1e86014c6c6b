-- What the programme runs on: its users (sealed: a user is a person too) and the versions of its package.
create table users (
    programme text not null references programmes (programme),
    user_id text not null,
    email_digest blob not null,
    sealed blob not null,
    primary key (programme, user_id)
);

create unique index users_by_email on users (programme, email_digest);

-- Versions share the files that did not change.
create table package_contents (
    programme text not null references programmes (programme),
    sha256 text not null,
    bytes blob not null,
    primary key (programme, sha256)
);

create table package_files (
    programme text not null references programmes (programme),
    version bigint not null,
    path text not null,
    sha256 text not null,
    primary key (programme, version, path)
);
