//! What may be written after `hatua`. A command that is not built is absent.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use hatua_core::access::Role;
use hatua_core::id::{
    DecisionId, DocumentId, PartnerCode, ProgrammeId, RecordId, RegisterName, UnitId, UserEmail,
};
use hatua_core::period::Quarter;
use hatua_core::record::Status;
use hatua_core::release::ReleaseName;
use jiff::civil::Date;

pub use crate::place::Place;

mod release;

pub use release::ReleaseCommand;

/// Hatua turns field records into public figures that survive an auditor.
#[derive(Debug, Parser)]
#[command(name = "hatua", version, propagate_version = true, max_term_width = 100)]
pub struct Arguments {
    /// Where and as whom.
    #[command(flatten)]
    pub place: Place,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make the demonstration and serve it: programme loaded, records imported, releases issued
    Demo(DemoArguments),
    /// Serve the public site
    Serve(ServeArguments),
    /// Check, load and export programme packages
    #[command(subcommand)]
    Programme(ProgrammeCommand),
    /// Add users and list them
    #[command(subcommand)]
    User(UserCommand),
    /// Import files of records: CSV, XLSX, ODS
    Import(ImportArguments),
    /// Receive scans and pictures of source documents, and list them
    #[command(subcommand)]
    Document(DocumentCommand),
    /// Note that a partner's report was received, and list reports
    #[command(subcommand)]
    Report(ReportCommand),
    /// List, verify, return and withdraw records
    #[command(subcommand)]
    Records(RecordsCommand),
    /// Print figures
    Figures(FiguresArguments),
    /// Print the records behind a figure or a cell of it, and those left out with why
    Explain(ExplainArguments),
    /// Print the units that several partners, or two figures, share
    Overlap(OverlapArguments),
    /// Print the effect of an act on the figures without doing it
    #[command(subcommand)]
    WhatIf(WhatIfCommand),
    /// Decide who is who, list decisions, undo one
    #[command(subcommand)]
    Decide(DecideCommand),
    /// List, compare, prepare, sign and review releases
    #[command(subcommand)]
    Release(ReleaseCommand),
    /// Write figures as files
    Export(ExportArguments),
    /// Check the ledger, print its signed head, prove an entry
    #[command(subcommand)]
    Ledger(LedgerCommand),
    /// Make everything that is derived from the ledger again
    Rebuild(RebuildArguments),
}

/// `hatua demo`.
#[derive(Debug, Args)]
pub struct DemoArguments {
    /// The address to serve on
    #[arg(long, default_value = "127.0.0.1:8700", value_name = "ADDRESS")]
    pub listen: String,
    /// Do not serve afterwards
    #[arg(long)]
    pub no_serve: bool,
    /// Remove an earlier demonstration in this folder and make it anew
    #[arg(long)]
    pub fresh: bool,
    /// The demonstration's own check: figures as planned, no decoy joined, releases unchanged
    #[arg(long)]
    pub check: bool,
}

/// `hatua serve`.
#[derive(Debug, Args)]
pub struct ServeArguments {
    /// The address to serve on
    #[arg(long, default_value = "127.0.0.1:8700", value_name = "ADDRESS")]
    pub listen: String,
    /// The site's public origin (`https://figures.example.org`), for permanent addresses
    #[arg(long, value_name = "URL")]
    pub origin: Option<String>,
}

/// `hatua programme`.
#[derive(Debug, Subcommand)]
pub enum ProgrammeCommand {
    /// Report every mistake of a package by file, line and column
    Check {
        /// The package's folder
        dir: PathBuf,
    },
    /// Load a package as the newest version of its programme
    Load {
        /// The package's folder
        dir: PathBuf,
    },
    /// Write the loaded package to a folder
    Export {
        /// The folder; it must not exist or be empty
        dir: PathBuf,
    },
}

/// `hatua user`.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Add a user
    Add {
        /// The e-mail, by which --as names the user
        #[arg(long)]
        email: UserEmail,
        /// The name shown to colleagues
        #[arg(long)]
        name: String,
        /// What the user is: `field_officer`, `partner_me`, `consortium_lead`, `verifier`, `programme_manager`, `ministry_counterpart`, `caseworker`, `auditor`, `administrator`
        #[arg(long)]
        role: Role,
        /// The organisation, in words
        #[arg(long)]
        organisation: String,
        /// The partner for which the user acts
        #[arg(long)]
        partner: Option<PartnerCode>,
        /// The country to which the user's rights are bound
        #[arg(long)]
        country: Option<String>,
    },
    /// Let a user in again who can't come in any more: password, second factor and sessions are taken away
    Reset {
        /// The e-mail
        #[arg(value_name = "EMAIL")]
        email: UserEmail,
    },
    /// List the users, by e-mail
    List,
}

/// `hatua import`.
#[derive(Debug, Args)]
pub struct ImportArguments {
    /// The register that the rows belong to
    #[arg(long, value_name = "REGISTER")]
    pub register: RegisterName,
    /// The partner that sent them
    #[arg(long, value_name = "PARTNER")]
    pub partner: PartnerCode,
    /// The files
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Say what would happen and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Take a file only if every row of it is good
    #[arg(long)]
    pub all_or_nothing: bool,
}

/// `hatua document`.
#[derive(Debug, Subcommand)]
pub enum DocumentCommand {
    /// Receive files of one source document: PDF, JPEG, PNG, TIFF
    Add {
        /// The files, in the order of the pages
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The document, as its records name it
        #[arg(long, value_name = "ID")]
        document: DocumentId,
        /// Whose document it is
        #[arg(long)]
        partner: PartnerCode,
    },
    /// List the documents on file
    List,
}

/// `hatua report`.
#[derive(Debug, Subcommand)]
pub enum ReportCommand {
    /// Note that a report was received
    Receive {
        /// The partner that sent it
        #[arg(long)]
        partner: PartnerCode,
        /// The quarter, for example 2018-Q2
        #[arg(long)]
        quarter: Quarter,
        /// It says that there is nothing to report
        #[arg(long)]
        nil: bool,
        /// The day on which it came [default: today]
        #[arg(long, value_name = "DATE")]
        on: Option<Date>,
    },
    /// Who reported when, and who has not
    List,
}

/// `hatua records`.
#[derive(Debug, Subcommand)]
pub enum RecordsCommand {
    /// List records, without what identifies persons
    List {
        /// Only this register
        #[arg(long)]
        register: Option<RegisterName>,
        /// Only pending, verified, returned or withdrawn ones
        #[arg(long)]
        status: Option<Status>,
        /// Only those of one source document
        #[arg(long)]
        document: Option<DocumentId>,
        /// Only those of one partner
        #[arg(long)]
        partner: Option<PartnerCode>,
        /// Only those of one country
        #[arg(long)]
        country: Option<String>,
        /// The newest first
        #[arg(long)]
        newest_first: bool,
        /// Only those beyond this record: the next page of a list that ended with it
        #[arg(long, value_name = "ID")]
        after: Option<RecordId>,
        /// No more than so many
        #[arg(long)]
        limit: Option<u32>,
    },
    /// List the rows that are kept aside: what is wrong with each, and what it waits for
    Aside {
        /// Only those of one partner
        #[arg(long)]
        partner: Option<PartnerCode>,
    },
    /// Accept records that were compared with their source
    Verify(RecordsSelection),
    /// Send records back to their partner
    Return {
        /// Which, and why
        #[command(flatten)]
        reasoned: ReasonedSelection,
        /// The day by which the partner should have answered, year-month-day
        #[arg(long, value_name = "DAY")]
        due: Option<Date>,
    },
    /// Withdraw records: they stay with their reason and no longer count
    Withdraw(ReasonedSelection),
}

/// Records by id or by source document.
#[derive(Debug, Args)]
pub struct RecordsSelection {
    /// Ids of records
    #[arg(value_name = "ID", required_unless_present = "document", conflicts_with = "document")]
    pub ids: Vec<RecordId>,
    /// All rows of this source document
    #[arg(long)]
    pub document: Option<DocumentId>,
    /// But not these
    #[arg(long, value_name = "ID", requires = "document", num_args = 1..)]
    pub except: Vec<RecordId>,
}

/// Records and why.
#[derive(Debug, Args)]
pub struct ReasonedSelection {
    /// Which
    #[command(flatten)]
    pub selection: RecordsSelection,
    /// Why; kept with the record
    #[arg(long)]
    pub reason: String,
}

/// `hatua figures`.
#[derive(Debug, Args)]
pub struct FiguresArguments {
    /// A release, for example R4.2, or R4 for its latest revision [default: the latest]
    #[arg(long, conflicts_with = "preview")]
    pub release: Option<ReleaseName>,
    /// What the next release would say if it were issued now
    #[arg(long)]
    pub preview: bool,
    /// Also computed breakdowns before disclosure control, for those who may see them
    #[arg(long)]
    pub unprotected: bool,
    /// The figures as this definition counts them
    #[arg(long, conflicts_with_all = ["preview", "unprotected"])]
    pub definition: Option<String>,
}

/// `hatua explain`.
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// The figure's code or slug
    pub figure: String,
    /// A cell, for example country=KE,sex=F [default: the whole figure]
    #[arg(long, default_value = "")]
    pub cell: String,
    /// Also the records that were left out, and why, and how many rows wait
    #[arg(long)]
    pub left_out: bool,
    /// Instead: the records by which the figure differs under another definition
    #[arg(long, value_name = "DEFINITION", conflicts_with_all = ["cell", "left_out"])]
    pub against: Option<String>,
    /// Write the records to this CSV file, those left out too
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// `hatua overlap`.
#[derive(Debug, Args)]
pub struct OverlapArguments {
    /// The figure's code or slug
    pub figure: String,
    /// Another figure [default: each that must not be added to it]
    pub other: Option<String>,
}

/// `hatua what-if`.
#[derive(Debug, Subcommand)]
pub enum WhatIfCommand {
    /// If two units were one
    Merge {
        /// One unit
        a: UnitId,
        /// The other
        b: UnitId,
    },
    /// If two units were kept apart
    Different {
        /// One unit
        a: UnitId,
        /// The other
        b: UnitId,
    },
    /// If a decision were undone
    Undo {
        /// The decision
        decision: DecisionId,
    },
    /// If records were verified
    Verify(RecordsSelection),
    /// If records were returned
    Return(RecordsSelection),
    /// If records were withdrawn
    Withdraw(RecordsSelection),
}

/// `hatua decide`.
#[derive(Debug, Subcommand)]
pub enum DecideCommand {
    /// List decisions
    List,
    /// Two units are one
    Same(DecisionArguments),
    /// Two units are not one
    Different {
        /// One unit's id
        a: UnitId,
        /// The other's
        b: UnitId,
        /// Why; kept with the decision
        #[arg(long, default_value = "compared and found to be different")]
        reason: String,
    },
    /// Take a decision away
    Undo {
        /// The decision's id
        decision: DecisionId,
        /// Why
        #[arg(long)]
        reason: String,
    },
}

/// Two units and why.
#[derive(Debug, Args)]
pub struct DecisionArguments {
    /// One unit's id
    pub a: UnitId,
    /// The other's
    pub b: UnitId,
    /// Why; kept with the decision
    #[arg(long)]
    pub reason: String,
}

/// `hatua export`.
#[derive(Debug, Args)]
pub struct ExportArguments {
    /// The format
    pub format: ExportFormat,
    /// A release [default: the latest]
    #[arg(long)]
    pub release: Option<ReleaseName>,
    /// An action [default: the programme's own]
    #[arg(long)]
    pub action: Option<ProgrammeId>,
    /// One figure, by code or slug [default: all]
    #[arg(long)]
    pub figure: Option<String>,
    /// Names beside the codes: none, those of one language, or of all
    #[arg(long, value_enum, default_value_t = ExportLabels::Codes)]
    pub labels: ExportLabels,
    /// The file to write, or a folder to write it to under its own name; for `facts` and `site` a folder that is new or empty
    #[arg(long, value_name = "PATH")]
    pub out: PathBuf,
    /// Of a `site`: its public origin (`https://figures.example.org`), for permanent addresses
    #[arg(long, value_name = "URL")]
    pub origin: Option<String>,
}

/// Names beside codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum ExportLabels {
    /// No names
    Codes,
    /// English names
    En,
    /// French names
    Fr,
    /// Arabic names
    Ar,
    /// Names in every language of the programme
    Both,
}

/// Formats of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum ExportFormat {
    /// Comma-separated values
    Csv,
    /// Semicolon-separated values that Excel opens right
    CsvExcel,
    /// A workbook
    Xlsx,
    /// JSON
    Json,
    /// A folder for an auditor: the records behind the release, and SQL that counts its figures again
    Facts,
    /// A folder with the whole public site, for any plain server
    Site,
}

/// `hatua ledger`.
#[derive(Debug, Subcommand)]
pub enum LedgerCommand {
    /// Check every entry, the tree over them, the signed head, and consistency with an older head
    Verify {
        /// An older signed head, as `hatua ledger checkpoint` printed it
        #[arg(long, value_name = "CHECKPOINT")]
        since: Option<PathBuf>,
    },
    /// Print the newest signed head
    Checkpoint,
    /// Print the proof that an entry is in the log
    Prove {
        /// The entry's number
        entry: u64,
    },
}

/// `hatua rebuild`.
#[derive(Debug, Args)]
pub struct RebuildArguments {
    /// Only compare what is stored with what the ledger gives, and write nothing
    #[arg(long)]
    pub compare: bool,
}
