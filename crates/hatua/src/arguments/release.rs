//! What may be written after `hatua release`.

use std::path::PathBuf;

use clap::Subcommand;
use hatua_core::id::FigureSlug;
use hatua_core::release::{ReleaseId, ReleaseName};
use jiff::civil::Date;

/// `hatua release`.
#[derive(Debug, Subcommand)]
pub enum ReleaseCommand {
    /// List issued releases
    List,
    /// Prepare the next release: compare it with the last one, or, with --data-to and the reasons, make it ready to be signed
    Draft {
        /// The release, with its revision
        #[arg(value_name = "RELEASE")]
        release: ReleaseId,
        /// The last day of the facts in it [default: that of the last release, for a revision of it]
        #[arg(long, value_name = "DATE")]
        data_to: Option<Date>,
        /// Why a figure is restated, as `FIGURE=REASON`; it will be published
        #[arg(long = "reason", value_name = "FIGURE=REASON")]
        reasons: Vec<String>,
        /// Only compare
        #[arg(long)]
        dry_run: bool,
    },
    /// Sign the release that is prepared; the verifier's signature, after the lead's, issues it
    Sign {
        /// The release, with its revision
        #[arg(value_name = "RELEASE")]
        release: ReleaseId,
        /// The code of your second factor
        #[arg(long)]
        code: String,
    },
    /// Accept an issued release, or send it back with a question (the donor's manager)
    Review {
        /// The release, with its revision
        #[arg(value_name = "RELEASE")]
        release: ReleaseId,
        /// The question; without it the release is accepted
        #[arg(long)]
        question: Option<String>,
        /// The figure that it is about, by slug
        #[arg(long, value_name = "FIGURE", requires = "question")]
        about: Option<FigureSlug>,
    },
    /// Answer the donor's question (the consortium's lead)
    Answer {
        /// The release, with its revision
        #[arg(value_name = "RELEASE")]
        release: ReleaseId,
        /// The answer
        #[arg(long)]
        words: String,
    },
    /// Make the bundle of a release for an auditor: one file that is checked elsewhere without network and database
    Bundle {
        /// The release, for example R4.2, or R4 for its latest revision
        #[arg(value_name = "RELEASE")]
        release: ReleaseName,
        /// The file to write, or a folder to write it to under its own name
        #[arg(long, value_name = "PATH")]
        out: PathBuf,
    },
    /// Check a bundle: it needs no data folder, no database and no network
    Verify {
        /// The bundle
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// The log's public key as you had it before, or a file that holds it
        #[arg(long)]
        key: Option<String>,
        /// An older signed head that you kept, as `hatua ledger checkpoint` printed it
        #[arg(long, value_name = "CHECKPOINT")]
        since: Option<PathBuf>,
    },
    /// What changed between two releases
    Diff {
        /// The earlier one
        a: ReleaseName,
        /// The later one
        b: ReleaseName,
    },
}
