select
    entries.sequence,
    entries.bytes
from files
inner join rows_kept_aside
    on rows_kept_aside.programme = files.programme
    and rows_kept_aside.file_id = files.file_id
inner join entries
    on entries.programme = rows_kept_aside.programme
    and entries.sequence = rows_kept_aside.sequence
where
    files.programme = $1
    and files.partner = $2
    and files.register = $3
    and rows_kept_aside.taken_in_sequence is null
order by entries.sequence
