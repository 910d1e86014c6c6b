//! What makes two rows of a file the same row.

use hatua_core::programme::ColumnKind;

use crate::register::{self, check_as, column, required};

/// Two people without a staff number were taken for one person entered twice, and the second was never counted.
#[test]
fn rows_that_lack_a_part_of_their_key_are_never_duplicates() {
    let columns = vec![
        required("training", ColumnKind::Id),
        column("date", ColumnKind::Date),
        column("staff_number", ColumnKind::Id),
    ];
    check_as(
        &register::register(&["training", "staff_number"], columns),
        None,
        b"training,date,staff_number\nTR-1,2018-03-08,\nTR-1,2018-03-08,\nTR-1,2018-03-08,7\nTR-1,2018-03-08,7\n",
        "
        2: date=2018-03-08 training=TR-1
        3: date=2018-03-08 training=TR-1
        4: date=2018-03-08 staff_number=7 training=TR-1
        A5 duplicate_row of A4",
    );
}
