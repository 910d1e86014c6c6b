//! What may be written after `hatua release`.

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
    /// What changed between two releases
    Diff {
        /// The earlier one
        a: ReleaseName,
        /// The later one
        b: ReleaseName,
    },
}
