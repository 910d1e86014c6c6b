select
    record_id,
    imported_sequence,
    fact_sequence,
    unit_id,
    register,
    partner,
    country,
    document,
    status,
    verified_by,
    reason,
    due
from records
where programme = $1
