//! What can go wrong in an act, in the domain's words. Each error says what happened, where, and what to do; the
//! command line and the web give it their form.

use hatua_collect::sheet::SheetError;
use hatua_core::count::{CellFilterError, CountError};
use hatua_core::id::{DocumentId, FigureSlug, PartnerCode, ProgrammeId, RecordId, RegisterName, UserEmail};
use hatua_core::identity::DecideError;
use hatua_core::programme::Finding;
use hatua_core::programme::succession::Contradiction;
use hatua_core::record::FactsError;
use hatua_core::release::{DraftError, ReviewError, SignError};
use hatua_core::verify::VerifyError;
use hatua_store::StoreError;

use crate::account::{CodeError, PasswordError};

/// Why an act was not done. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The ledger can't be folded: it is damaged.
    #[error(transparent)]
    Facts(#[from] FactsError),
    /// The package has mistakes; nothing of it was loaded.
    #[error("the package has {} mistakes; nothing of it was loaded", .0.len())]
    Package(Vec<Finding>),
    /// A version of the package that counted a release is not in the folder: it is damaged.
    #[error("version {0} of the package, which counted a release, is missing")]
    NoPackage(u32),
    /// The package contradicts what was issued; nothing of it was loaded.
    #[error("the package contradicts what was issued; nothing of it was loaded: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Contradiction(Vec<Contradiction>),
    /// The whole sheet can't be read.
    #[error("the file can't be read as a list of `{register}`: {cause}")]
    Sheet {
        /// The register that was asked for.
        register: RegisterName,
        /// Registers whose header line the file does fit.
        fits: Vec<RegisterName>,
        /// What is wrong.
        cause: SheetError,
    },
    /// A name that the programme does not know.
    #[error("the programme has no {kind} `{name}`")]
    Unknown {
        /// What was named: `register`, `partner`, `figure`, ...
        kind: &'static str,
        /// The name.
        name: String,
        /// Those that there are.
        known: Vec<String>,
    },
    /// No programme is in the folder, or there are several and none was named.
    #[error("{}", if .known.is_empty() { "no programme is loaded here".to_owned() } else { format!("the folder holds several programmes: {}", .known.join(", ")) })]
    WhichProgramme {
        /// Those that there are.
        known: Vec<String>,
    },
    /// The keyring lacks the programme's keys.
    #[error("the keyring has no keys for programme {0}")]
    NoKeys(ProgrammeId),
    /// Records are there, but not for this user, or not at all.
    #[error("no record has the id {0}")]
    NoRecord(RecordId),
    /// A document without records.
    #[error("no record names the document `{0}`")]
    NoDocument(DocumentId),
    /// A document of which every row that came is kept aside and waits.
    #[error(
        "no row of `{document}` is a record yet: {}",
        if *.rows == 1 {
            format!("1 row of it is kept aside and waits for the list of {}", join(.lists))
        } else {
            format!("{rows} rows of it are kept aside and wait for the list of {}", join(.lists))
        }
    )]
    DocumentWaits {
        /// The document.
        document: DocumentId,
        /// How many rows wait.
        rows: u64,
        /// For the lists of which registers.
        lists: Vec<RegisterName>,
    },
    /// A file that can't be kept as a source document.
    #[error("{name} can't be kept as a source document: {cause}")]
    Document {
        /// The file.
        name: String,
        /// Why.
        cause: String,
    },
    /// A partner that the user does not act for.
    #[error("{user} does not act for partner {partner}")]
    OtherPartner {
        /// The user.
        user: UserEmail,
        /// The partner.
        partner: PartnerCode,
    },
    /// No such user.
    #[error("no user has the e-mail {0}")]
    NoUser(UserEmail),
    /// Nobody lets in themselves.
    #[error("{user} can't invite the account that it acts with")]
    OwnRecovery {
        /// The user.
        user: UserEmail,
    },
    /// The invitation holds no longer.
    #[error("this invitation was used or has ended")]
    NoInvitation,
    /// The present password was not given.
    #[error("the present password is another one")]
    WrongPassword,
    /// A password that everybody guesses.
    #[error(transparent)]
    Password(PasswordError),
    /// The e-mail is that of a user already.
    #[error("{0} is a user already")]
    EmailTaken(UserEmail),
    /// The user's role lacks the right.
    #[error("{user} may not {act}")]
    NoRight {
        /// The user.
        user: UserEmail,
        /// The act in words.
        act: &'static str,
    },
    /// An act that needs a named user.
    #[error("only a named user may {act}")]
    NeedsUser {
        /// The act in words.
        act: &'static str,
    },
    /// An act that only the machine's operator may do.
    #[error("{user} may not {act}: only the machine's operator may")]
    NeedsOperator {
        /// The user.
        user: UserEmail,
        /// The act in words.
        act: &'static str,
    },
    /// A rule of verification.
    #[error(transparent)]
    Verify(#[from] VerifyError),
    /// A rule of identity.
    #[error(transparent)]
    Decide(#[from] DecideError),
    /// A rule of what is said of releases.
    #[error(transparent)]
    Review(#[from] ReviewError),
    /// Nothing is prepared that could be signed.
    #[error("no release is prepared")]
    NothingPrepared,
    /// The second factor.
    #[error(transparent)]
    Code(#[from] CodeError),
    /// Too many wrong codes.
    #[error("too many wrong codes for this account; wait {minutes} minutes and try again")]
    TooManyCodes {
        /// How long to wait.
        minutes: i64,
    },
    /// A rule of releases.
    #[error(transparent)]
    Draft(#[from] DraftError),
    /// A rule of signing.
    #[error(transparent)]
    Sign(#[from] SignError),
    /// An entry that the ledger does not have.
    #[error("the ledger has no entry {0}")]
    NoEntry(u64),
    /// A release that was not issued.
    #[error("no release {0} was issued")]
    NoRelease(String),
    /// Counting a figure again needs all of its records.
    #[error(
        "{user} sees only a part of the programme, and a figure can be counted again only from all of it"
    )]
    PartOfProgramme {
        /// The user.
        user: UserEmail,
    },
    /// The facts behind a release can't be written as files.
    #[error(transparent)]
    Recount(#[from] hatua_store::RecountError),
    /// The bundle of a release can't be made.
    #[error(transparent)]
    Bundle(hatua_store::BundleError),
    /// What is in a bundle can't be read.
    #[error("the bundle can't be read: {0}")]
    NotABundle(String),
    /// A report for a quarter that has not ended, or that is not expected.
    #[error("{0}")]
    Report(String),
    /// A figure that others said and no record stands behind.
    #[error("`{0}` is only reported by others; no record stands behind it")]
    NoRecordsBehind(FigureSlug),
    /// A figure that counts no units: it adds amounts up, or its registers are about several kinds.
    #[error(
        "`{0}` does not count units of one kind, so nothing can be shared; name a figure of persons, institutions or other units"
    )]
    NoUnits(FigureSlug),
    /// Two figures about units of two kinds.
    #[error(
        "`{figure}` is about `{kind}` and `{other}` about `{other_kind}`, which are never one; name two figures of one kind"
    )]
    OtherUnits {
        /// The first figure.
        figure: FigureSlug,
        /// What its records are about.
        kind: String,
        /// The other figure.
        other: FigureSlug,
        /// What its records are about.
        other_kind: String,
    },
    /// A figure that can't be counted.
    #[error(transparent)]
    Count(#[from] CountError),
    /// A definition under which the package has no rule to count by.
    #[error(
        "`{slug}` is not counted under {definition}, where it is `{kind}`; a crosswalk with a rule (`from`) or of the kind `same` is counted"
    )]
    NoRuleUnder {
        /// The figure.
        slug: FigureSlug,
        /// The definition.
        definition: String,
        /// What became of the figure there.
        kind: &'static str,
    },
    /// No cell of this figure.
    #[error(transparent)]
    Cell(CellFilterError),
    /// Records or releases of a demonstration in a real programme, or the other way round.
    #[error("{0}")]
    Demonstration(String),
}

/// How an error ends a command, and how a page answers: the exit codes of the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorClass {
    /// Wrong use or unreadable input: 2.
    Input,
    /// The data folder or database is not usable: 3.
    Folder,
    /// Refused by a rule or right: 4.
    Refused,
}

impl AppError {
    /// The class.
    #[must_use]
    pub fn class(&self) -> ErrorClass {
        match self {
            Self::Store(StoreError::NotACheckpoint { .. })
            | Self::Package(_)
            | Self::NotABundle(_)
            | Self::Sheet { .. }
            | Self::Document { .. }
            | Self::Unknown { .. }
            | Self::WhichProgramme { .. }
            | Self::NoRecord(_)
            | Self::NoDocument(_)
            | Self::NoUser(_)
            | Self::Password(_)
            | Self::NoRelease(_)
            | Self::NoEntry(_)
            | Self::NoRecordsBehind(_)
            | Self::NoUnits(_)
            | Self::OtherUnits { .. }
            | Self::NoRuleUnder { .. }
            | Self::Cell(_)
            | Self::Report(_) => ErrorClass::Input,
            Self::Store(_)
            | Self::Facts(_)
            | Self::Recount(_)
            | Self::NoKeys(_)
            | Self::Bundle(_)
            | Self::NoPackage(_) => ErrorClass::Folder,
            Self::OtherPartner { .. }
            | Self::DocumentWaits { .. }
            | Self::OwnRecovery { .. }
            | Self::NoInvitation
            | Self::WrongPassword
            | Self::EmailTaken(_)
            | Self::NoRight { .. }
            | Self::PartOfProgramme { .. }
            | Self::NeedsUser { .. }
            | Self::NeedsOperator { .. }
            | Self::Contradiction(_)
            | Self::Verify(_)
            | Self::Decide(_)
            | Self::Draft(_)
            | Self::Count(_)
            | Self::Sign(_)
            | Self::Review(_)
            | Self::NothingPrepared
            | Self::Code(_)
            | Self::TooManyCodes { .. }
            | Self::Demonstration(_) => ErrorClass::Refused,
        }
    }

    /// What to do about it, in a sentence; empty where the message itself says so after its last semicolon.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::NoPackage(_) => "restore the folder from a backup".into(),
            Self::Contradiction(_) => "give a figure with another rule a new `definition`, and name one that was taken away under [[removed]]".into(),
            Self::PartOfProgramme { .. } => "ask somebody whose rights are bound to no partner and no country".into(),
            Self::Recount(_) => "send the record again in the form that the package asks for, or count this release with `hatua rebuild --compare` only".into(),
            Self::Bundle(_) => "hand over the ledger by `hatua export facts` and `hatua ledger prove`".into(),
            Self::NotABundle(_) => "run `hatua ledger verify`: entries, head and key have to belong together".into(),
            Self::OwnRecovery { .. } => "ask another administrator".into(),
            Self::NoInvitation => "ask who invited you for a new one".into(),
            Self::NothingPrepared => "prepare it with `hatua release draft R --data-to DATE`".into(),
            Self::WrongPassword => "type it again, or ask an administrator to let you in again".into(),
            Self::NeedsOperator { .. } => "leave --as away".into(),
            Self::Facts(_) => "run `hatua ledger verify` to find the damaged entry, then restore the folder from a backup".into(),
            Self::Package(_) => "mend them (`hatua programme check DIR` lists all), then load again".into(),
            Self::Sheet { fits, .. } => match fits.as_slice() {
                [] => "mend the file, or name the register that it belongs to with --register".into(),
                fits => format!("the header line fits {}: name it with --register", join(fits)),
            },
            Self::Unknown { known, .. } if known.is_empty() => "the programme has none".into(),
            Self::Unknown { name, known, .. } => match hatua_core::programme::nearest(name, &known.iter().map(String::as_str).collect::<Vec<_>>()) {
                Some(near) => format!("did you mean `{near}`? There are: {}", known.join(", ")),
                None => format!("there are: {}", known.join(", ")),
            },
            Self::WhichProgramme { known } if known.is_empty() => "load one with `hatua programme load DIR`, or make the demonstration with `hatua demo`".into(),
            Self::WhichProgramme { .. } => "name one with --programme".into(),
            Self::NoKeys(_) => "name the keyring that was made with this folder (--keyring FILE, HATUA_KEYRING); without it nothing personal can be read or written".into(),
            Self::NoRecord(_) => "`hatua records list` prints the ids that you may see".into(),
            Self::NoDocument(_) => "`hatua records list --json` prints each record's document".into(),
            Self::DocumentWaits { .. } => "import that list: its rows let these in; `hatua records aside` prints what is kept aside and what it waits for".into(),
            Self::Document { .. } => "scan or photograph the document, page by page if it is large, and send PDF, JPEG, PNG or TIFF".into(),
            Self::OtherPartner { .. } => "choose the partner that this user acts for".into(),
            Self::NoUser(_) => "check the address; the e-mail has to be written as it was registered".into(),
            Self::EmailTaken(_) => "each user has an e-mail of their own; `hatua user list` prints them".into(),
            Self::NoRight { .. } => "ask somebody whose role allows it".into(),
            Self::NeedsUser { .. } => "say who acts with --as EMAIL".into(),
            Self::NoRelease(_) => "`hatua release list` prints those that were".into(),
            Self::NoRecordsBehind(_) => "`hatua figures` prints its reported values".into(),
            Self::NoEntry(_) => "entries are numbered from 0; `hatua ledger checkpoint` prints how many there are".into(),
            Self::Password(_)
            | Self::Review(_)
            | Self::Code(_)
            | Self::TooManyCodes { .. }
            | Self::Store(_)
            | Self::Verify(_)
            | Self::Decide(_)
            | Self::Draft(_)
            | Self::Count(_)
            | Self::Sign(_)
            | Self::Report(_)
            | Self::NoUnits(_)
            | Self::OtherUnits { .. }
            | Self::NoRuleUnder { .. }
            | Self::Cell(_)
            | Self::Demonstration(_) => String::new(),
        }
    }
}

fn join(names: &[RegisterName]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" and ")
}
