select
    waiting.partner,
    waiting.document,
    waiting.register,
    waiting.country,
    waiting.number_of_rows,
    entries.at_micros,
    (
        select count(*) from document_files
        where
            document_files.programme = $1
            and document_files.partner = waiting.partner
            and document_files.document = waiting.document
    ) + (
        select count(*) from files
        where
            files.programme = $1
            and files.file_id = waiting.document
    )
from (
    select
        partner,
        document,
        register,
        country,
        count(*) as number_of_rows,
        min(fact_sequence) as oldest_sequence
    from records
    where
        programme = $1
        and status = $2
    group by
        partner,
        document,
        register,
        country
) as waiting
inner join entries
    on entries.programme = $1
    and entries.sequence = waiting.oldest_sequence
order by
    waiting.partner,
    waiting.document,
    waiting.register,
    waiting.country
