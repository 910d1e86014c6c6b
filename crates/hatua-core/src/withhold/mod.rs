//! Withhold keeps back what would betray a person. It is the only maker of a public cell.

pub mod cells;
pub mod definitions;
pub mod shared;
pub mod years;

pub use cells::{Earlier, withhold_cells};
pub use definitions::{SaidUnder, withhold_definition};
pub use shared::{SharingPair, withhold_overlap};
pub use years::withhold_years;
