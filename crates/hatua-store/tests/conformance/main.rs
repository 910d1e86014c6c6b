//! What every backend must do, as functions over any store, called once for each backend; and, in `disk`, what only a
//! data folder on a real disk can show.
#![expect(clippy::unwrap_used, reason = "a test may panic; helpers in tests are not seen as tests")]
#![expect(
    clippy::redundant_closure_for_method_calls,
    reason = "a method of a type with a lifetime is not general enough"
)]

mod cluster;
mod disk;
mod documents;
mod fixture;
mod ledger;
mod server;
mod tampering;
mod vault;
mod views;

/// Makes a test of each suite function for each backend. A macro, because a function can't make tests.
macro_rules! conformance {
    ($($module:ident: $($name:ident),+ $(,)?;)+) => {
        mod sqlite {
            $(mod $module {
                $(#[test]
                fn $name() {
                    let folder = tempfile::tempdir().unwrap();
                    let driver = hatua_store::sqlite::Sqlite::open_for_writing(&folder.path().join("any.sqlite")).unwrap();
                    crate::$module::$name(&mut crate::fixture::Fixture::over(Box::new(driver)));
                })+
            })+
        }
        mod postgres {
            $(mod $module {
                $(#[test]
                fn $name() {
                    let server = crate::cluster::new_database().parse().unwrap();
                    let driver = hatua_store::postgres::Postgres::connect_for_writing(&server).unwrap();
                    crate::$module::$name(&mut crate::fixture::Fixture::over(Box::new(driver)));
                })+
            })+
        }
    };
}

conformance! {
    ledger:
        an_empty_log_has_a_signed_head,
        entries_are_read_back_in_order_and_byte_for_byte,
        an_act_that_fails_leaves_nothing,
        an_act_that_panics_leaves_nothing,
        a_proof_holds_for_its_entry_and_no_other,
        every_proof_of_a_random_log_holds,
        two_programmes_have_two_logs,
        foreign_keys_are_refused,
        an_older_checkpoint_is_a_beginning_of_the_log,
        a_checkpoint_of_another_key_is_found,
        a_number_that_json_would_round_is_refused,
        an_instant_is_kept_to_the_microsecond;
    vault:
        personal_columns_come_back_within_the_scope_only,
        a_changed_part_keeps_the_old_one_for_the_check,
        a_person_has_one_salt_and_two_persons_have_two,
        a_unit_is_found_by_the_partners_own_id,
        a_unit_made_in_an_act_is_known_in_the_same_act,
        a_new_record_may_change_in_the_act_that_made_it,
        an_own_id_is_shown_within_the_scope_only,
        a_row_is_found_again_by_its_key,
        a_file_is_found_again_by_its_bytes,
        a_file_of_a_document_is_its_partners_and_is_checked_like_any_other,
        rows_kept_aside_keep_their_cells,
        a_row_that_was_taken_in_is_aside_no_longer,
        an_erased_person_does_not_open_and_the_log_stays_whole,
        an_erased_person_is_not_brought_back_by_the_same_file,
        an_erased_file_is_gone_with_its_rows,
        a_user_is_found_by_email_and_id,
        a_package_comes_back_by_version;
    views:
        a_record_has_the_state_that_the_ledger_says,
        records_are_listed_by_filter_and_scope,
        records_are_counted_by_state_and_listed_from_the_newest_within_the_scope,
        what_waits_is_found_by_document_and_a_record_has_the_version_of_its_last_entry,
        a_list_of_many_pages_is_whole_and_in_order,
        a_scope_of_another_programme_sees_nothing,
        a_decision_is_undone_once,
        releases_come_back_in_order_and_never_change,
        an_act_on_nothing_is_refused,
        views_made_again_are_the_same,
        views_say_what_the_fold_of_the_ledger_says;
}
