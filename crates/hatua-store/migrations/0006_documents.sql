-- The files of source documents: scans and pictures of signed lists. A view, as records and files are; bytes and name lie
-- in the vault under the file's own key.
create table document_files (
    programme text not null references programmes (programme),
    file_id text not null,
    sequence bigint not null,
    partner text not null,
    document text not null,
    primary key (programme, file_id)
);

create index document_files_by_document on document_files (programme, partner, document);
