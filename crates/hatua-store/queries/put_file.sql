insert into vault_files (
    programme,
    file_id,
    digest,
    name_sealed,
    bytes_sealed
)
values ($1, $2, $3, $4, $5)
