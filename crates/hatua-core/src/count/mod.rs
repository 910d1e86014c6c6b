//! The rules applied. This is the only place where a figure is computed: SQL, templates, exports and the API carry
//! figures; they never add, subtract or divide them.

pub mod compare;
pub mod coverage;
pub mod explain;
pub mod overlap;
pub mod support;
pub mod table;
pub mod tally;
pub mod years;

use crate::id::FigureSlug;
use crate::limits::WHOLE_NUMBER_MAX;
pub use compare::{Difference, Share, compare};
pub use coverage::{ReportTally, coverage, partner_reports, report_tally};
pub use explain::{CellFilter, CellFilterError, Explanation, explain};
pub use overlap::{Overlap, kind_of_units, overlap, refused_sum, units_by_partners};
pub use support::{FigureSupport, PartnerSupport, SAMPLED_PER_PARTNER, Sampled, sample, support};
pub use table::{Behind, HEAD_COUNT, Table, table_keys, tables};
pub use tally::{Counted, Tally, count_figure, count_figures};
pub(crate) use years::first_days;

/// A figure that can't be counted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CountError {
    /// Amounts that no programme has.
    #[error(
        "the amounts behind `{slug}` add up to more than {WHOLE_NUMBER_MAX}, the largest number that is kept exact; one of them is wrong: return the record with it"
    )]
    TooLarge {
        /// The figure.
        slug: FigureSlug,
    },
}
