//! What only a database on a server can show: processes that write beside each other, and the ways in which a server can
//! refuse.

use hatua_core::ledger::Act;
use hatua_store::postgres::{Postgres, Server};
use hatua_store::{Access, Store, StoreError};

use crate::cluster::{address, mark_as_newer, new_database, run_in};
use crate::fixture::{Fixture, Seeded, at, record, user, withdrawn};

fn server(address: &str) -> Server {
    address.parse().unwrap()
}

fn begun(address: &str) -> Fixture {
    Fixture::begun(Store::connect(&server(address), Access::Write).unwrap())
}

#[test]
fn several_processes_write_one_log() {
    let database = new_database();
    let fixture = begun(&database);
    let (programme, keys) = (&fixture.programme, &fixture.keys);
    std::thread::scope(|scope| {
        for process in 1..=4_u64 {
            let store = Store::connect(&server(&database), Access::Write).unwrap();
            scope.spawn(move || {
                for number in 0..10 {
                    let imported = record(u128::from(process) * 100 + u128::from(number));
                    store
                        .write(programme, keys, &mut Seeded((process << 32) | number), |tx| {
                            tx.append(at(1), user(1), Act::RecordImported(imported))
                        })
                        .unwrap();
                    store.read(programme, |tx| tx.checkpoint()).unwrap();
                }
            });
        }
    });
    assert_eq!(fixture.entries().len(), 40);
    assert_eq!(fixture.findings(None), [""; 0]);
    assert_eq!(fixture.read(|tx| tx.compare_views()).unwrap(), []);
}

#[test]
fn several_processes_may_begin_at_the_same_moment() {
    let database = new_database();
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| Store::connect(&server(&database), Access::Write).map(|_| ()).unwrap());
        }
    });
    assert_eq!(Store::connect(&server(&database), Access::Read).unwrap().programmes().unwrap(), []);
}

#[test]
fn a_reading_transaction_on_a_server_keeps_its_state() {
    let database = new_database();
    let mut writing = begun(&database);
    writing.import(&[record(1)]);
    let reading = Store::connect(&server(&database), Access::Read).unwrap();
    let programme = writing.programme.clone();
    reading
        .read(&programme, |tx| {
            assert_eq!(tx.ledger_size()?, 1);
            writing.import(&[record(2)]);
            assert_eq!(tx.ledger_size()?, 1);
            assert!(tx.verify(None, None)?.findings.is_empty());
            Ok::<_, StoreError>(())
        })
        .unwrap();
    let refused = reading.write(&programme, &writing.keys, &mut Seeded(9), |tx| {
        tx.append(at(1), user(1), withdrawn(1, "twice"))
    });
    assert!(matches!(refused, Err(StoreError::ReadOnly)), "{refused:?}");
}

#[test]
fn an_act_that_is_refused_late_leaves_nothing() {
    let mut fixture = begun(&new_database());
    fixture.import(&[record(1)]);
    let outcome = fixture.write(|tx| {
        for number in 2..500 {
            tx.append(at(1), user(1), Act::RecordImported(record(number)))?;
        }
        tx.append(at(1), user(1), Act::RecordImported(record(1)))
    });
    assert!(matches!(outcome, Err(StoreError::AlreadyThere { .. })), "{outcome:?}");
    assert_eq!(fixture.entries().len(), 1);
    fixture.import(&[record(2)]);
    assert_eq!(fixture.findings(None), [""; 0]);
}

#[test]
fn a_connection_that_was_cut_is_made_anew() {
    let database = new_database();
    let mut fixture = begun(&database);
    fixture.import(&[record(1)]);
    let cut = "select pg_terminate_backend(pid) from pg_stat_activity
               where datname = current_database() and pid <> pg_backend_pid()";
    run_in(&database, cut);
    fixture.import(&[record(2)]);
    run_in(&database, cut);
    assert_eq!(fixture.entries().len(), 2);
}

#[test]
fn nothing_in_the_log_can_be_changed() {
    let database = new_database();
    begun(&database).import(&[record(1)]);
    for table in ["entries", "hashes", "heads"] {
        for change in ["update {} set programme = 'other'", "delete from {}", "truncate {}"] {
            let sql = change.replace("{}", table);
            let refused = std::panic::catch_unwind(|| {
                run_in(&database, &format!("set search_path to hatua; {sql}"));
            });
            let said = refused.expect_err(&sql);
            let said = said.downcast_ref::<String>().unwrap();
            assert!(said.contains("never"), "{said}");
        }
    }
}

#[test]
fn texts_are_ordered_by_their_bytes() {
    let sql = "select attname from pg_attribute join pg_class on pg_class.oid = attrelid
               join pg_namespace on pg_namespace.oid = relnamespace
               where nspname = 'hatua' and relkind = 'r' and relname <> 'migrations' and attnum > 0
               and atttypid = 'text'::regtype and attcollation <> '\"C\"'::regcollation";
    let database = new_database();
    begun(&database);
    assert_eq!(run_in(&database, sql), "");
    let kinds = "select distinct format_type(atttypid, null) from pg_attribute join pg_class on pg_class.oid = attrelid
                 join pg_namespace on pg_namespace.oid = relnamespace
                 where nspname = 'hatua' and relkind = 'r' and attnum > 0 order by 1";
    assert_eq!(run_in(&database, kinds), "bigint\nbytea\ntext\n");
}

#[test]
fn each_refusal_of_a_server_says_what_to_do() {
    let database = new_database();
    let said = |address: &str, access| match Store::connect(&server(address), access) {
        Err(error) => error.to_string(),
        Ok(store) => panic!("{address} is {store:?}"),
    };
    let nobody = database.replace("postgres@", "nobody:secret@");
    for (address, access, wanted) in [
        (address("no_such_database"), Access::Write, "make it with `createdb`"),
        (nobody, Access::Write, "mend user and password"),
        ("postgres://hatua@127.0.0.1:9/figures".to_owned(), Access::Write, "start the server"),
        (database.clone(), Access::Read, "load a programme"),
    ] {
        let said = said(&address, access);
        assert!(said.contains(wanted) && !said.contains("secret"), "{said}");
    }
    begun(&database);
    mark_as_newer(&database);
    for access in [Access::Read, Access::Write] {
        assert!(said(&database, access).contains("use the newer one"));
    }
}

#[test]
fn a_database_that_cannot_hold_every_name_is_refused() {
    let narrow = format!("{}_narrow", new_database().rsplit_once('/').unwrap().1);
    run_in(&address("postgres"), &format!("create database {narrow} encoding 'LATIN1' template template0"));
    let refused = Store::connect(&server(&address(&narrow)), Access::Write);
    assert!(matches!(refused, Err(StoreError::Encoding { .. })), "{refused:?}");
}

#[test]
fn what_was_made_aside_appears_in_its_place_in_one_step() {
    let place = server(&new_database());
    let aside = place.in_the_making();
    let mut fixture = Fixture::begun(Store::connect(&aside, Access::Write).unwrap());
    fixture.import(&[record(1)]);
    assert!(!Postgres::holds_data(&place).unwrap());
    Postgres::put_in_place(&aside, &place).unwrap();
    let programme = fixture.programme.clone();
    drop(fixture);
    let store = Store::connect(&place, Access::Read).unwrap();
    assert_eq!(store.read(&programme, |tx| tx.ledger_size()).unwrap(), 1);
    assert!(!Postgres::holds_data(&aside).unwrap());
    drop(Store::connect(&aside, Access::Write).unwrap());
    assert!(Postgres::put_in_place(&aside, &place).is_err(), "nothing is overwritten");
    Postgres::remove(&place).unwrap();
    assert!(!Postgres::holds_data(&place).unwrap());
}
