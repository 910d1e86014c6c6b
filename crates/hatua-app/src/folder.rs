//! A data folder that was opened, and one programme in it with all that an act needs: store, package, keys, clock and
//! random source.

use std::sync::{Arc, Mutex};

use hatua_core::access::{Scope, User};
use hatua_core::id::{PartnerCode, ProgrammeId, RegisterName, UserEmail, UserId};
use hatua_core::programme::{Package, Programme, Register, read};
use hatua_core::record::Facts;
use hatua_store::{
    Access, Database, Entropy, Keyring, PackageVersion, ProgrammeKeys, ReadTx, Store, StoreError, WriteTx,
};
use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ZonedDateTime};
use uuid::Uuid;

use crate::clock::Clock;
use crate::error::AppError;
use crate::permit::{Permit, Right, permit};

/// A data folder with the sources of time and chance.
pub struct DataFolder {
    store: Arc<Store>,
    clock: Arc<dyn Clock>,
    entropy: Arc<Mutex<dyn Entropy + Send>>,
}

impl DataFolder {
    /// Opens a folder or a database on a server. `purpose` is what another process is told that finds a folder in use.
    ///
    /// # Errors
    /// When it is not usable, or another process writes to the folder.
    pub fn open(
        database: &Database,
        access: Access,
        purpose: &str,
        clock: Arc<dyn Clock>,
        entropy: Arc<Mutex<dyn Entropy + Send>>,
    ) -> Result<Self, StoreError> {
        Ok(Self { store: Arc::new(database.open(access, purpose)?), clock, entropy })
    }

    /// The programmes in the folder.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn programmes(&self) -> Result<Vec<ProgrammeId>, StoreError> {
        self.store.programmes()
    }

    /// The programme that was named, or the only one.
    ///
    /// # Errors
    /// When there is none, or there are several and none was named.
    pub fn choose(&self, named: Option<&ProgrammeId>) -> Result<ProgrammeId, AppError> {
        let mut all = self.programmes()?;
        let known = || all.iter().map(ToString::to_string).collect();
        match named {
            Some(named) if all.contains(named) => Ok(named.clone()),
            Some(named) => {
                Err(AppError::Unknown { kind: "programme", name: named.to_string(), known: known() })
            }
            None if all.len() == 1 => Ok(all.remove(0)),
            None => Err(AppError::WhichProgramme { known: known() }),
        }
    }

    /// One programme, ready for acts. Without a keyring only what needs no key can be done: reading what is not
    /// personal.
    ///
    /// # Errors
    /// When the package that the folder holds can't be read, or the keyring is not the folder's.
    pub fn acts(&self, programme: &ProgrammeId, keyring: Option<&Keyring>) -> Result<Acts, AppError> {
        let (package_version, package) = self.store.read(programme, newest_package)?;
        let package = read(&package).map_err(AppError::Package)?;
        let keys = match keyring {
            None => None,
            Some(keyring) => {
                let keys = keyring.programme(programme).ok_or_else(|| AppError::NoKeys(programme.clone()))?;
                self.store.check_keys(programme, keys)?;
                Some(keys.clone())
            }
        };
        Ok(Acts {
            zone: TimeZoneDatabase::bundled()
                .get(&package.time_zone)
                .expect("the package was checked against the same database"),
            package: Arc::new(package),
            package_version,
            keys,
            store: Arc::clone(&self.store),
            followed: Mutex::default(),
            clock: Arc::clone(&self.clock),
            entropy: Arc::clone(&self.entropy),
        })
    }

    /// The number of the newest version of a programme's package: acts that were opened with an earlier one are opened again.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub fn package_version(&self, programme: &ProgrammeId) -> Result<u32, AppError> {
        self.store.read(programme, |tx| Ok(tx.newest_package_version()?.unwrap_or_default()))
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    pub(crate) fn clock(&self) -> &dyn Clock {
        self.clock.as_ref()
    }

    pub(crate) fn entropy(&self) -> &Mutex<dyn Entropy + Send> {
        &self.entropy
    }
}

/// One programme of a data folder: every act is a function of it.
pub struct Acts {
    package: Arc<Programme>,
    package_version: u32,
    keys: Option<ProgrammeKeys>,
    zone: TimeZone,
    store: Arc<Store>,
    /// The ledger as far as it was folded; it only grows, so the fold goes on where it stopped.
    followed: Mutex<Facts>,
    clock: Arc<dyn Clock>,
    entropy: Arc<Mutex<dyn Entropy + Send>>,
}

impl Acts {
    /// The programme, as its package says.
    #[must_use]
    pub fn package(&self) -> &Programme {
        &self.package
    }

    /// The programme's id.
    #[must_use]
    pub fn programme_id(&self) -> &ProgrammeId {
        &self.package.id
    }

    /// The permit for an act, for a user known by e-mail; without one the machine's operator acts.
    ///
    /// # Errors
    /// When nobody has this e-mail, or the user's role lacks the right.
    pub fn permit<A: Right>(&self, user: Option<&UserEmail>) -> Result<Permit<A>, AppError> {
        permit(self.programme_id(), self.acting_user(user)?.as_ref())
    }

    /// The user with this e-mail; none for the machine's operator.
    pub(crate) fn acting_user(&self, user: Option<&UserEmail>) -> Result<Option<User>, AppError> {
        user.filter(|email| **email != UserEmail::operator()).map(|email| self.user(email)).transpose()
    }

    /// The user with this e-mail.
    ///
    /// # Errors
    /// When nobody has it.
    pub fn user(&self, email: &UserEmail) -> Result<User, AppError> {
        let keys = self.keys()?;
        self.read(|tx| Ok(tx.user_by_email(email, keys)?))?.ok_or_else(|| AppError::NoUser(email.clone()))
    }

    pub(crate) fn email_of(&self, user: UserId) -> Result<UserEmail, AppError> {
        let keys = self.keys()?;
        let known = self.read(|tx| Ok(tx.user(user, keys)?))?;
        Ok(known.map_or_else(UserEmail::operator, |user| user.email))
    }

    /// Calls `work` with all that the ledger says, up to what this transaction sees. An act calls it before it appends:
    /// what is folded here must not be undone.
    pub(crate) fn with_facts<T>(
        &self,
        tx: &ReadTx,
        work: impl FnOnce(&Facts) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let mut followed = self.followed.lock().expect("a fold that fails is thrown away, it does not panic");
        let size = tx.ledger_size()?;
        // A shorter ledger is another one: the folder was exchanged.
        let mut facts = std::mem::take(&mut *followed);
        if facts.size > size {
            facts = Facts::default();
        }
        tx.each_entry(facts.size, size, &mut |entry| Ok::<(), AppError>(facts.apply(entry)?))?;
        *followed = facts;
        work(&followed)
    }

    /// The same in a transaction of its own, for acts that only read.
    pub(crate) fn read_facts<T>(
        &self,
        work: impl FnOnce(&Facts) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        self.read(|tx| self.with_facts(tx, work))
    }

    pub(crate) fn keys(&self) -> Result<&ProgrammeKeys, AppError> {
        self.keys.as_ref().ok_or_else(|| AppError::NoKeys(self.programme_id().clone()))
    }

    pub(crate) fn read<T>(&self, work: impl FnOnce(&ReadTx) -> Result<T, AppError>) -> Result<T, AppError> {
        self.store.read(self.programme_id(), work)
    }

    /// Does one act in one transaction, with the moment at which it happens.
    pub(crate) fn write<T>(
        &self,
        work: impl FnOnce(&mut WriteTx, &mut Moment) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let keys = self.keys()?;
        let mut entropy = self.entropy.lock().expect("nobody panics while drawing");
        let mut moment = Moment { at: self.clock.now(), zone: &self.zone };
        self.store.write(self.programme_id(), keys, &mut *entropy, |tx| work(tx, &mut moment))
    }

    /// Draws from the random source outside of a transaction.
    pub(crate) fn draw<T>(&self, from: impl FnOnce(&mut dyn Entropy) -> T) -> T {
        from(&mut *self.entropy.lock().expect("nobody panics while drawing"))
    }

    /// An id that tells nothing, for what a face of the program keeps for a while.
    #[must_use]
    pub fn draw_id(&self) -> Uuid {
        self.draw(|entropy| blind_id(entropy))
    }

    /// This moment.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// A moment in the programme's time zone.
    #[must_use]
    pub fn local(&self, at: Timestamp) -> ZonedDateTime {
        at.to_zoned_datetime(self.zone.clone())
    }

    /// The version of the package with which this programme was opened.
    #[must_use]
    pub fn package_version(&self) -> u32 {
        self.package_version
    }

    /// Today, in the programme's time zone.
    #[must_use]
    pub fn today(&self) -> Date {
        self.clock.now().to_zoned_datetime(self.zone.clone()).date()
    }

    /// Whether a partner sends records, and the caller acts for it.
    pub(crate) fn check_partner(
        &self,
        scope: &Scope,
        user: UserId,
        partner: &PartnerCode,
    ) -> Result<(), AppError> {
        let known: Vec<String> =
            self.package.reporting_partners().map(|known| known.code.to_string()).collect();
        if !known.iter().any(|known| known == partner.as_str()) {
            return Err(AppError::Unknown { kind: "reporting partner", name: partner.to_string(), known });
        }
        if scope.partners.as_ref().is_some_and(|partners| !partners.contains(partner)) {
            return Err(AppError::OtherPartner { user: self.email_of(user)?, partner: partner.clone() });
        }
        Ok(())
    }

    /// A register by name.
    ///
    /// # Errors
    /// When the programme has no such register.
    pub fn register(&self, name: &RegisterName) -> Result<&Register, AppError> {
        let registers = &self.package.registers;
        registers.get(name).ok_or_else(|| AppError::Unknown {
            kind: "register",
            name: name.to_string(),
            known: registers.keys().map(ToString::to_string).collect(),
        })
    }
}

/// The newest version of a programme's package, and its number.
pub(crate) fn newest_package(tx: &ReadTx) -> Result<(u32, Package), AppError> {
    tx.package(PackageVersion::Latest)?.ok_or(AppError::WhichProgramme { known: Vec::new() })
}

/// Folds the ledger's first `size` entries.
pub(crate) fn facts_up_to(tx: &ReadTx, size: u64) -> Result<Facts, AppError> {
    let mut facts = Facts::default();
    tx.each_entry(0, size.min(tx.ledger_size()?), &mut |entry| Ok::<(), AppError>(facts.apply(entry)?))?;
    Ok(facts)
}

/// When an act happens.
pub(crate) struct Moment<'a> {
    pub at: Timestamp,
    zone: &'a TimeZone,
}

impl Moment<'_> {
    /// The day of the act in the programme's time zone.
    pub fn today(&self) -> Date {
        self.at.to_zoned_datetime(self.zone.clone()).date()
    }
}

/// An id that sorts by time (UUID version 7): the act's millisecond and random bits.
pub(crate) fn timed_id(at: Timestamp, entropy: &mut dyn Entropy) -> Uuid {
    let mut random = [0; 10];
    entropy.fill(&mut random);
    let millisecond = u64::try_from(at.as_millisecond()).expect("acts happen after 1970");
    uuid::Builder::from_unix_timestamp_millis(millisecond, &random).into_uuid()
}

/// An id that tells nothing, not even when it was drawn (UUID version 4).
pub(crate) fn blind_id(entropy: &mut dyn Entropy) -> Uuid {
    let mut random = [0; 16];
    entropy.fill(&mut random);
    uuid::Builder::from_random_bytes(random).into_uuid()
}
