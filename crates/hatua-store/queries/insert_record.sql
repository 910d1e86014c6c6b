insert into records (
    programme,
    imported_sequence,
    fact_sequence,
    record_id,
    unit_id,
    register,
    partner,
    country,
    document,
    status
)
values ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict do nothing
