//! The rules applied. This is the only place where a figure is computed: SQL, templates, exports and the API carry
//! figures; they never add, subtract or divide them.

pub mod coverage;
pub mod explain;
pub mod overlap;
pub mod table;
pub mod tally;
pub mod years;

pub use coverage::{coverage, partner_reports};
pub use explain::{CellFilter, CellFilterError, Explanation, explain};
pub use overlap::{Overlap, kind_of_units, overlap, units_by_partners};
pub use table::{Table, table_keys, tables};
pub use tally::{Counted, Tally, count_figure, count_figures};
pub(crate) use years::first_days;
