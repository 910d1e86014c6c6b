select
    entries.sequence,
    entries.bytes
from vault_files
inner join files
    on files.programme = vault_files.programme
    and files.file_id = vault_files.file_id
inner join rows_kept_aside
    on rows_kept_aside.programme = files.programme
    and rows_kept_aside.file_id = files.file_id
inner join entries
    on entries.programme = rows_kept_aside.programme
    and entries.sequence = rows_kept_aside.sequence
where
    vault_files.programme = $1
    and vault_files.digest = $2
    and files.partner = $3
    and files.register = $4
    and rows_kept_aside.taken_in_sequence is null
order by entries.sequence
