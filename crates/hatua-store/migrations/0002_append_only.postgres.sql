-- Nothing in the ledger is ever updated or deleted, also not by a slip of our own. PostgreSQL only: the trigger's body
-- is not portable. Its tables can also be emptied in one go, which is refused too.
create function refuse_to_change_the_log() returns trigger language plpgsql as $$
begin
    raise exception '%', tg_argv[0];
end;
$$;

create trigger entries_are_never_changed before update or delete on entries
for each row execute function refuse_to_change_the_log('an entry of the ledger is never updated or deleted');

create trigger entries_are_never_emptied before truncate on entries
for each statement execute function refuse_to_change_the_log('an entry of the ledger is never deleted');

create trigger hashes_are_never_changed before update or delete on hashes
for each row execute function refuse_to_change_the_log('a hash of the log is never updated or deleted');

create trigger hashes_are_never_emptied before truncate on hashes
for each statement execute function refuse_to_change_the_log('a hash of the log is never deleted');

create trigger heads_are_never_changed before update or delete on heads
for each row execute function refuse_to_change_the_log('a signed head is never updated or deleted');

create trigger heads_are_never_emptied before truncate on heads
for each statement execute function refuse_to_change_the_log('a signed head is never deleted');
