//! Where a command works and as whom: the data folder, the database, the keyring, the programme, the user. Every command takes
//! these options.

use std::path::PathBuf;

use clap::Args;
use hatua_app::{Database, Server};
use hatua_core::id::{ProgrammeId, UserEmail};

use crate::failure::Failure;

/// Where the data lies, whose programme it is, and who acts.
#[derive(Debug, Args)]
pub struct Place {
    /// The data folder
    #[arg(long, global = true, env = "HATUA_DATA", default_value = "./hatua-data", value_name = "DIR")]
    pub data: PathBuf,
    /// The address of a database, in place of the file in the data folder
    #[arg(
        long,
        global = true,
        env = "HATUA_DATABASE",
        hide_env_values = true,
        value_name = "URL",
        help = "The database: postgres://USER:PASSWORD@HOST/DATABASE [default: the SQLite file in the data folder]"
    )]
    pub database: Option<String>,
    /// The file with the keys [default: DIR.keyring, beside the data folder]
    #[arg(long, global = true, env = "HATUA_KEYRING", value_name = "FILE")]
    pub keyring: Option<PathBuf>,
    /// The programme; needed only where the folder holds several
    #[arg(long, global = true, value_name = "ID")]
    pub programme: Option<ProgrammeId>,
    /// Who acts, by e-mail; without it the operator of this machine
    #[arg(long = "as", global = true, value_name = "USER")]
    pub user: Option<UserEmail>,
    /// Print one JSON document (or one a line, where the command prints lines)
    #[arg(long, global = true)]
    pub json: bool,
}

impl Place {
    /// The database: on a server where one is named, else in the data folder.
    ///
    /// # Errors
    /// When what is named is no address of a database.
    pub fn database(&self) -> Result<Database, Failure> {
        let Some(address) = &self.database else { return Ok(Database::Folder(self.data.clone())) };
        let server: Result<Server, _> = address.parse();
        // The address is not repeated: it may hold a password.
        server.map(|server| Database::Server(Box::new(server))).map_err(|error| Failure::of_address(&error))
    }

    /// Where the data is, in words for an error.
    #[must_use]
    pub fn shown(&self) -> String {
        self.database().map_or_else(|_| "--database".to_owned(), |database| database.to_string())
    }

    /// The keyring's file.
    #[must_use]
    pub fn keyring_path(&self) -> PathBuf {
        self.keyring.clone().unwrap_or_else(|| {
            let mut path = self.data.clone().into_os_string();
            while path.to_string_lossy().len() > 1 && path.to_string_lossy().ends_with('/') {
                path = path.to_string_lossy().trim_end_matches('/').into();
            }
            path.push(".keyring");
            PathBuf::from(path)
        })
    }
}
