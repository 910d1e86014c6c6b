insert into vault_files (
    programme,
    file_id,
    digest,
    salted_hash,
    name_sealed,
    bytes_sealed
)
values ($1, $2, $3, $4, $5, $6)
