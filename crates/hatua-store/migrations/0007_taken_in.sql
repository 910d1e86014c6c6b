-- Which entry says that a row that was kept aside is a record now; absent while it is aside still. No entry of an older
-- ledger says so: there the empty column is what the ledger says.
alter table rows_kept_aside add column taken_in_sequence bigint;
