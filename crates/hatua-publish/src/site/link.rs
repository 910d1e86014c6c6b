//! A link of a page.

/// A link with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkView {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub label: String,
}
