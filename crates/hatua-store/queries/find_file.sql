select
    files.file_id,
    files.sequence
from vault_files
inner join files
    on files.programme = vault_files.programme
    and files.file_id = vault_files.file_id
where
    vault_files.programme = $1
    and vault_files.digest = $2
    and files.partner = $3
    and files.register = $4
order by files.sequence
limit 1
