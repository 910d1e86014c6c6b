//! A package with one mistake in what only some figures have: codes of their own, rows that are left out, heads, counts
//! beside them.

use crate::folder;
use crate::mistakes::check_all_in;

/// One figure's ages, kinds and thresholds may differ from another's, and still none is read from nowhere.
#[test]
fn columns_codes_and_thresholds_of_one_figure_are_checked_too() {
    check_all_in(
        folder::winter_shelters,
        r#"
        programme.toml | column = ["age_years", "age_group"] | column = [] | 39:10 | missing_value | at least one column
        programme.toml | "age_years", "age_group"] | "age_years", "age_group", "age_group"] | 39:37 | duplicate_name | `age_group`
        programme.toml | "age_years", "age_group"] | "age_years", "age_group", "age_weeks"] | 39:37 | unknown_column | `age_years`
        programme.toml | ["0-17", "18+"] | ["0-17", "18-64", "65+"] | indicators.toml:14:29 | missing_code | `18+` of `age_group`
        programme.toml | , shelters = ["roof", "stove"] |  | indicators.toml:34:29 | missing_code | `shelters = [
        programme.toml | ["roof", "stove"] | ["roof", "stov"] | indicators.toml:34:29 | unknown_choice | `stove`
        programme.toml | ["roof", "stove"] | ["roof", "roof"] | 45:61 | duplicate_name | once
        programme.toml | shelters = ["roof", "stove"] | shelters = ["roof", "stove"], gests = ["alone"] | 45:71 | unknown_figure | `guests`
        programme.toml | slug = "guests" | slug = "guest" | 22:8 | unknown_figure | `guests`
        programme.toml | k = 11 | k = 1 | 23:5 | out_of_range | 2 or more
        programme.toml | k = 11\nexact = ["programme"] |  | 21:1 | missing_key | nothing is said
        indicators.toml | except = { column = "kind" | except = { column = "kin" | 10:89 | unknown_column | `kind`
        indicators.toml | except = { column = "kind", is = "staff" | except = { column = "card", present = true | 10:78 | personal_column | `card`
        indicators.toml | , where = { column = "reach", present = true } |  | 54:7 | wrong_sum | present = true
        indicators.toml | where = { column = "reach", present = true } | where = { column = "reach", present = false } | 54:7 | wrong_sum | `required = true`
    "#,
    );
}

/// Two lists about one unit mean it by one id, or it would be counted once for each list.
#[test]
fn a_row_about_what_it_points_to_means_it_by_the_same_id() {
    check_all_in(
        folder::winter_shelters,
        r#"
        registers/shelter.toml | unit = "shelter" | unit = "house" | registers/work.toml:3:10 | wrong_unit | `house`
        registers/shelter.toml | own_id = "shelter_id"\n |  | registers/work.toml:3:10 | wrong_key | own_id = "shelter_id"
    "#,
    );
}

/// Persons counted by head are a part of a figure of persons, and their number is one that can be added.
#[test]
fn persons_counted_by_head_have_a_register_of_their_own_and_a_number() {
    check_all_in(
        folder::winter_shelters,
        r#"
        indicators.toml | register = "crowd" | register = "crowds" | 13:28 | unknown_register | `crowd`
        indicators.toml | register = "crowd", where = { column = "inside", is = true }, sum = "persons" | register = "stay", sum = "nights" | 13:28 | duplicate_name | stands in `from` too
        indicators.toml | sum = "persons" | sum = "kind" | 13:85 | wrong_type | of type integer
        indicators.toml | sum = "persons" | sum = "person" | 13:85 | unknown_column | `persons`
        indicators.toml | where = { column = "inside" | where = { column = "insid" | 13:56 | unknown_column | `inside`
        indicators.toml | , sum = "persons" } |  } | 13:15 | missing_key | `sum`
        registers/crowd.toml | required = true\nmin = 1 | min = 1 | indicators.toml:13:85 | wrong_sum | `required = true`
    "#,
    );
}

#[test]
fn what_is_counted_beside_a_figure_has_a_name_of_its_own_and_columns_in_each_register() {
    check_all_in(
        folder::winter_shelters,
        r#"
        indicators.toml | name = "things_given" | name = "kind" | 17:8 | duplicate_name | `kind` is taken
        indicators.toml | name = "things_given" | name = "referrals" | 21:8 | duplicate_name | `referrals` is taken
        indicators.toml | sum = ["beds", "blankets"] | sum = [] | 16:1 | missing_value | at least one column
        indicators.toml | sum = ["beds", "blankets"] | sum = ["beds", "beds"] | 18:16 | duplicate_name | `beds` stands twice
        indicators.toml | sum = ["beds", "blankets"]\n |  | 16:1 | missing_key | counts nothing
        indicators.toml | codes = ["accepted", "declined", "lost"] | codes = ["accepted", "declined", "lost", "los"] | 23:42 | unknown_choice | `lost`
        indicators.toml | codes = ["accepted", "declined", "lost"] | codes = ["accepted", "declined"] | 22:10 | missing_code | `lost`
        indicators.toml | column = "referral" | sum = ["beds"]\ncolumn = "referral" | 23:10 | unknown_key | `sum` and `column`
    "#,
    );
}

#[test]
fn further_columns_of_a_dimension_are_others_of_the_same_type() {
    check_all_in(
        folder::winter_shelters,
        r#"
        programme.toml | also = ["country_2", "country_3"] | also = ["country_2", "country_4"] | 29:22 | unknown_column | `country_2`
        programme.toml | also = ["country_2", "country_3"] | also = ["country_2", "country"] | 29:22 | duplicate_name | `country`
        programme.toml | also = ["country_2", "country_3"] | also = ["country_2", "reach"] | 29:22 | wrong_type | of type place
        programme.toml | column = "partner" | column = "partner"\nalso = "country_2" | 35:8 | unknown_key | leave `also` out
        programme.toml | column = ["age_years", "age_group"] | column = ["age_years", "age_group"]\nalso = "nights" | 40:8 | unknown_key | one band
    "#,
    );
}
