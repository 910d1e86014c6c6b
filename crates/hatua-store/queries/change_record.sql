update records
set
    fact_sequence = $1,
    unit_id = $2,
    register = $3,
    partner = $4,
    country = $5,
    document = $6,
    status = $7,
    verified_by = null,
    reason = null,
    due = null
where
    programme = $8
    and record_id = $9
