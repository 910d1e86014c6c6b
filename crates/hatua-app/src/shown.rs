//! What readers give to a face of the program: the values of records and the reasons why an act was refused. A face shows
//! them; the rules that make them stay where they are.

pub use hatua_core::record::{Decimal, DocumentFile, MediaType, RecordState, Status, Value, Values};
pub use hatua_core::verify::VerifyError;
