//! Open data: the same figures as on the pages, for programs. Computed and reported values stand in one list and are told
//! apart by `origin`; a value that is no number has a status and stays empty.

pub mod citation;
pub mod dictionary;
pub mod figures;
pub mod labels;
pub mod objects;
mod row;
pub mod separated;
pub mod workbook;

pub use citation::Citation;
pub use dictionary::dictionary_csv;
pub use figures::{FigureData, figures_json, of_release, of_statements, of_version};
pub use labels::{Labelling, Labels};
pub use objects::{FigureObject, figures_objects, figures_under};
pub use row::{Origin, Row};
pub use separated::{Dialect, guarded, lines, separated};
pub use workbook::{Workbooked, figures_xlsx};
