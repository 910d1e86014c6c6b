select document_files.file_id
from vault_files
inner join document_files
    on document_files.programme = vault_files.programme
    and document_files.file_id = vault_files.file_id
where
    vault_files.programme = $1
    and vault_files.digest = $2
    and document_files.partner = $3
    and document_files.document = $4
order by document_files.sequence
limit 1
