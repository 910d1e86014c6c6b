select
    records.imported_sequence,
    records.fact_sequence,
    records.status,
    records.verified_by,
    records.reason,
    records.partner,
    records.country,
    entries.bytes,
    records.due
from records
inner join entries
    on entries.programme = records.programme
    and entries.sequence = records.fact_sequence
where
    records.programme = $1
