select
    records.imported_sequence,
    records.fact_sequence,
    records.status,
    records.verified_by,
    records.reason,
    records.partner,
    records.country,
    entries.bytes
from records
inner join entries
    on entries.programme = records.programme
    and entries.sequence = records.fact_sequence
where
    records.programme = $1
    and records.imported_sequence > $2
    and (cast($3 as text) is null or records.register = $3)
    and (cast($4 as text) is null or records.status = $4)
    and (cast($5 as text) is null or records.document = $5)
    and (cast($6 as text) is null or records.partner = $6)
order by records.imported_sequence
limit 500
