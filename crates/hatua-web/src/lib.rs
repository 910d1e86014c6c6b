//! HTTP: the public site. A handler parses an address, calls a reader and answers; there is no rule in it. Every address
//! is listed in `router`, every error becomes a status and a sentence in `error`.

pub mod answer;
pub mod copy;
pub mod error;
pub mod ready;
pub mod router;
pub mod serve;
pub mod site;
pub mod state;
pub mod workspace;

pub use copy::{CopiedFile, CopyError, copy_site};
pub use router::router;
pub use serve::{ServeError, bind, serve};
pub use state::SiteState;
pub use workspace::{Door, Workspace};
