-- Nothing in the ledger is ever updated or deleted, also not by a slip of our own. SQLite only: the trigger's body
-- is not portable.
create trigger entries_are_never_updated before update on entries
begin
    select raise(abort, 'an entry of the ledger is never updated');
end;

create trigger entries_are_never_deleted before delete on entries
begin
    select raise(abort, 'an entry of the ledger is never deleted');
end;

create trigger hashes_are_never_updated before update on hashes
begin
    select raise(abort, 'a hash of the log is never updated');
end;

create trigger hashes_are_never_deleted before delete on hashes
begin
    select raise(abort, 'a hash of the log is never deleted');
end;

create trigger heads_are_never_updated before update on heads
begin
    select raise(abort, 'a signed head is never updated');
end;

create trigger heads_are_never_deleted before delete on heads
begin
    select raise(abort, 'a signed head is never deleted');
end;
