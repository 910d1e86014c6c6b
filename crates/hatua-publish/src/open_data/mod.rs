//! Open data: the same figures as on the pages, for programs. Computed and reported values stand in one list and are told
//! apart by `origin`; a value that is no number has a status and stays empty.

pub mod figures;
pub mod objects;
mod row;

pub use figures::{FigureData, figures_csv, figures_json, of_release, of_statements, of_version};
pub use objects::{FigureObject, figures_objects};
pub use row::{Origin, Row};
