//! Mistakes in what a package says of time: its years, and the definitions that came after its own.

use crate::folder;
use crate::mistakes::{change, check_all, findings};

#[test]
fn a_crosswalk_says_what_goes_with_its_kind() {
    check_all(
        r#"
        indicators.toml | estimate = true | estimate = true\n[[indicator.crosswalk]]\nto = "v2"\nkind = "wider"\nsaid_on = "2021" | 27:1 | missing_key | `code`
        indicators.toml | estimate = true | estimate = true\n[[indicator.crosswalk]]\nto = "v2"\nkind = "dropped"\ncode = "1.2"\nsaid_on = "2021" | 30:8 | unknown_key | leave `code` out
        indicators.toml | estimate = true | estimate = true\n[[indicator.crosswalk]]\nto = "v2"\nkind = "wider"\ncode = "1.2"\nsaid_on = "2021"\nline = true | 32:8 | invalid_value | needs `kind = "same"`
        indicators.toml | estimate = true | estimate = true\n[[indicator.crosswalk]]\nto = "v2"\nkind = "like"\ncode = "1.2"\nsaid_on = "2021" | 29:8 | unknown_word | a kind of crosswalk
        indicators.toml | estimate = true | estimate = true\n[[indicator.crosswalk]]\nto = "v1"\nkind = "same"\ncode = "1.2"\nsaid_on = "2021" | 28:6 | invalid_value | the other definition
        indicators.toml | estimate = true | estimate = true\n[[indicator.crosswalk]]\nto = "v2"\nkind = "same"\ncode = "1.2"\nsaid_on = "2021"\nfrom = [{ register = "delivery" }] | 32:8 | unknown_key | by the same rule
        indicators.toml | estimate = true | estimate = true\n[[indicator.crosswalk]]\nto = "v2"\nkind = "wider"\ncode = "1.2"\nsaid_on = "2021"\nfrom = [{ register = "delivry" }] | 32:22 | unknown_register | `delivery`
    "#,
    );
    let mut package = folder::school_meals();
    let crosswalk = "estimate = true\n[[indicator.crosswalk]]\nto = \"v2\"\nkind = \"same\"\ncode = \"1.2\"\nsaid_on = \"2021\"\nline = true";
    change(&mut package, "indicators.toml", "estimate = true", crosswalk);
    let missing: Vec<String> = findings(&package).into_iter().map(|finding| finding.message).collect();
    assert_eq!(missing.len(), 4, "a name and what changes, in two languages: {missing:?}");
    assert!(missing.iter().all(|message| message.contains("figure-meals-served-v2-")), "{missing:?}");
}

#[test]
fn years_begin_in_a_month_that_they_name() {
    check_all(
        r#"
        programme.toml | last = "2025-Q4" | last = "2025-Q4"\nyears = [{ name = "donor" }] | 51:10 | missing_key | `starts_month`
        programme.toml | last = "2025-Q4" | last = "2025-Q4"\nyears = [{ name = "donor", starts_month = 1 }] | 51:43 | out_of_range | called `calendar`
        programme.toml | last = "2025-Q4" | last = "2025-Q4"\nyears = [{ name = "donor", starts_month = 13 }] | 51:43 | out_of_range | 2 to 12
        programme.toml | last = "2025-Q4" | last = "2025-Q4"\nyears = [{ name = "calendar", starts_month = 7 }] | 51:46 | unknown_key | another name
        programme.toml | last = "2025-Q4" | last = "2025-Q4"\nyears = [{ name = "calendar" }, { name = "calendar" }] | 51:42 | duplicate_name | stands twice
        programme.toml | last = "2025-Q4" | last = "2025-Q4"\nyears = [{ name = "Donor", starts_month = 7 }] | 51:19 | invalid_value | a letter first
    "#,
    );
    let mut package = folder::school_meals();
    let years = "last = \"2025-Q4\"\nyears = [{ name = \"ethiopian\" }]";
    change(&mut package, "programme.toml", "last = \"2025-Q4\"", years);
    let found = findings(&package);
    assert!(
        found.iter().all(|finding| finding.message.contains("dimension-year_ethiopian")),
        "{}",
        folder::print(&found)
    );
}
