insert into files (programme, sequence, file_id, partner, register)
values ($1, $2, $3, $4, $5)
on conflict do nothing
