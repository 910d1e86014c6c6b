//! Files on a page: one content under one name, in every format that it has.

use crate::links::DataFormat;
use crate::site::link::LinkView;

/// One content as files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileSet {
    /// What it is; the name under which a download is saved, without its ending.
    pub name: String,
    /// The same in each format.
    pub files: Vec<LinkView>,
}

impl FileSet {
    /// The data files of one content; `href` gives the address in a format.
    #[must_use]
    pub fn data(name: String, href: impl Fn(DataFormat) -> String) -> Self {
        Self { name, files: formats(href) }
    }
}

/// A link for each data format, in the format's words.
#[must_use]
pub fn formats(href: impl Fn(DataFormat) -> String) -> Vec<LinkView> {
    let link = |format: DataFormat| LinkView { href: href(format), label: format.name().to_owned() };
    DataFormat::ALL.map(link).into()
}
