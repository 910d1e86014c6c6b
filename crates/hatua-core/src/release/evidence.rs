//! How well the records behind a figure are supported: who checked them, and whether what they were written down from is on
//! file. It says what was done, never what a number is worth.

use serde::{Deserialize, Serialize};

use crate::count::Tally;
use crate::record::Facts;
use crate::statement::Grade;

/// How well the records behind a figure are supported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The best grade that at least nine in ten counted records reach.
    pub grade: Grade,
    /// Counted records that reach it.
    pub reaching: u64,
    /// Counted records.
    pub counted: u64,
    /// Counted records whose source document is on file: a scan or a picture of it was received, or it is the file that they
    /// came in.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub on_file: u64,
}

/// Releases of before files could be received say nothing of them, and keep their bytes.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl Evidence {
    /// Records that a second person compared with their source, all of them: grade B. The sampling by an independent
    /// checker that reaches grade A is not built.
    #[must_use]
    pub fn of_checked(tally: &Tally, facts: &Facts) -> Self {
        let counted = tally.identified.len() as u64;
        let on_file =
            tally.identified.iter().filter(|known| facts.has_document(known.record())).count() as u64;
        assert!(on_file <= counted, "only counted records have a document that counts");
        Self { grade: Grade::B, reaching: counted, counted, on_file }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_of_before_there_were_documents_keeps_its_bytes() {
        let before = r#"{"grade":"B","reaching":3,"counted":3}"#;
        let evidence: Evidence = serde_json::from_str(before).unwrap();
        assert_eq!(evidence.on_file, 0);
        assert_eq!(serde_json::to_string(&evidence).unwrap(), before);
        let with = serde_json::to_string(&Evidence { on_file: 2, ..evidence }).unwrap();
        assert_eq!(with, r#"{"grade":"B","reaching":3,"counted":3,"on_file":2}"#);
    }
}
