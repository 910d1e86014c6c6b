//! A package is loaded as a new version of its programme; users are added to it.

use hatua_core::access::{Role, Scope, User};
use hatua_core::id::{PartnerCode, ProgrammeId, UserEmail, UserId};
use hatua_core::ledger::Act;
use hatua_core::programme::succession::contradictions;
use hatua_core::programme::{Package, Programme, package_hash, read};
use hatua_store::{Keyring, ProgrammeKeys, ReadTx, StoreError, WriteTx};
use jiff::Timestamp;

use crate::error::AppError;
use crate::folder::{Acts, DataFolder, blind_id, newest_package};
use crate::permit::{Permit, RunProgramme};
use crate::public::counting_packages;

/// What became of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadedPackage {
    /// The programme.
    pub programme: ProgrammeId,
    /// Its version now.
    pub version: u32,
    /// Whether this made a new version; a package that is loaded already makes none.
    pub is_new: bool,
}

/// A user to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUser {
    /// The e-mail.
    pub email: UserEmail,
    /// The name shown to colleagues.
    pub name: String,
    /// What the user is.
    pub role: Role,
    /// The organisation, in words.
    pub organisation: String,
    /// The partner for which the user acts.
    pub partner: Option<PartnerCode>,
    /// The country to which the rights are bound.
    pub country: Option<String>,
}

/// A package as somebody loads it.
#[derive(Debug, Clone, Copy)]
pub struct SentPackage<'a> {
    /// Its files.
    pub package: &'a Package,
    /// The host of the log's origin, where the package begins a programme.
    pub origin_host: &'a str,
    /// Who loads it; absent for the machine's operator.
    pub by: Option<&'a UserEmail>,
}

impl DataFolder {
    /// Loads a package: the first version of a programme makes its ledger and its keys, which only the operator may do;
    /// a later one is added. `keep` stores the keyring before anything is sealed with a new key.
    ///
    /// # Errors
    /// When the user has no right to it, when the package has mistakes (nothing is loaded), when it would turn a
    /// demonstration into a real programme, or when it contradicts what was issued.
    pub fn load_package(
        &self,
        sent: &SentPackage,
        keyring: &mut Keyring,
        keep: impl FnOnce(&Keyring) -> Result<(), StoreError>,
    ) -> Result<LoadedPackage, AppError> {
        let programme = read(sent.package).map_err(AppError::Package)?;
        if self.programmes()?.contains(&programme.id) {
            let acts = self.acts(&programme.id, Some(keyring))?;
            return acts.follow_package(&acts.permit(sent.by)?, sent.package, &programme);
        }
        if let Some(user) = sent.by.filter(|user| **user != UserEmail::operator()) {
            return Err(AppError::NeedsOperator { user: user.clone(), act: "begin a programme" });
        }
        let keys = self.begin(&programme, sent.origin_host, keyring, keep)?;
        let mut entropy = self.entropy().lock().expect("nobody panics while drawing");
        let at = self.clock().now();
        self.store().write(&programme.id, &keys, &mut *entropy, |tx| {
            put_package(tx, (at, UserId::OPERATOR), 1, sent.package)
        })?;
        Ok(LoadedPackage { programme: programme.id, version: 1, is_new: true })
    }

    fn begin(
        &self,
        programme: &Programme,
        origin_host: &str,
        keyring: &mut Keyring,
        keep: impl FnOnce(&Keyring) -> Result<(), StoreError>,
    ) -> Result<ProgrammeKeys, AppError> {
        if keyring.programme(&programme.id).is_none() {
            let mut entropy = self.entropy().lock().expect("nobody panics while drawing");
            let origin = if programme.demonstration {
                demonstration_origin(&programme.id)
            } else {
                format!("{origin_host}/{}", programme.id)
            };
            let keys = ProgrammeKeys::new(&origin, &mut *entropy).map_err(StoreError::from)?;
            keyring.insert(programme.id.clone(), keys);
            keep(keyring)?;
        }
        let keys = keyring.programme(&programme.id).expect("its keys were made above or known before");
        self.store().add_programme(&programme.id, keys)?;
        self.store().check_keys(&programme.id, keys)?;
        Ok(keys.clone())
    }
}

fn put_package(
    tx: &mut WriteTx,
    (at, by): (Timestamp, UserId),
    version: u32,
    package: &Package,
) -> Result<(), AppError> {
    tx.put_package(version, package)?;
    tx.append(at, by, Act::ProgrammeLoaded { version, package_hash: package_hash(package) })?;
    Ok(())
}

/// The origin of a demonstration's log: no host that could be taken for a real one.
#[must_use]
pub fn demonstration_origin(programme: &ProgrammeId) -> String {
    format!("demonstration.hatua/{programme}")
}

fn check_same_kind(known: &Programme, programme: &Programme) -> Result<(), AppError> {
    if known.demonstration == programme.demonstration {
        return Ok(());
    }
    Err(AppError::Demonstration(
        "a demonstration can't become a real programme, nor a real programme a demonstration: its records would be taken \
         for what they are not; load the package under another id"
            .into(),
    ))
}

/// What was issued binds the next package.
fn check_succession(tx: &ReadTx, next: &Programme) -> Result<(), AppError> {
    let releases = tx.releases()?;
    let packages = counting_packages(tx, &releases)?;
    let issued: Vec<_> =
        releases.iter().map(|release| (release, &packages[&release.programme_version])).collect();
    let found = contradictions(&issued, next);
    if found.is_empty() { Ok(()) } else { Err(AppError::Contradiction(found)) }
}

impl Acts {
    /// Loads the next version of the package; the one that is loaded already makes none.
    fn follow_package(
        &self,
        permit: &Permit<RunProgramme>,
        package: &Package,
        programme: &Programme,
    ) -> Result<LoadedPackage, AppError> {
        let loaded = |version, is_new| LoadedPackage { programme: programme.id.clone(), version, is_new };
        check_same_kind(self.package(), programme)?;
        self.write(|tx, moment| {
            // Read here: another process may have loaded one meanwhile.
            let (version, known) = newest_package(tx)?;
            if known == *package {
                return Ok(loaded(version, false));
            }
            check_succession(tx, programme)?;
            put_package(tx, (moment.at, permit.user()), version + 1, package)?;
            Ok(loaded(version + 1, true))
        })
    }

    /// Adds a user.
    ///
    /// # Errors
    /// When the e-mail is taken, the partner is unknown, or the store fails.
    pub fn add_user(&self, permit: &Permit<RunProgramme>, new: &NewUser) -> Result<UserId, AppError> {
        if *permit.scope() != Scope::whole(self.programme_id().clone()) {
            return Err(AppError::NoRight {
                user: self.email_of(permit.user())?,
                act: "add users: they are of the whole programme, and this user is bound to a part of it",
            });
        }
        self.check_new_user(new)?;
        self.write(|tx, moment| {
            if tx.user_by_email(&new.email, self.keys()?)?.is_some() {
                return Err(AppError::EmailTaken(new.email.clone()));
            }
            let id = UserId(blind_id(tx.entropy()));
            tx.put_user(&User {
                id,
                email: new.email.clone(),
                name: new.name.clone(),
                role: new.role,
                organisation: new.organisation.clone(),
                partner: new.partner.clone(),
                country: new.country.clone(),
            })?;
            let act = Act::UserAdded {
                user: id,
                role: new.role,
                organisation: new.organisation.clone(),
                partner: new.partner.clone(),
                country: new.country.clone(),
            };
            tx.append(moment.at, permit.user(), act)?;
            Ok(id)
        })
    }

    /// A partner's user needs a partner that there is; a country has to be one of the programme's.
    fn check_new_user(&self, new: &NewUser) -> Result<(), AppError> {
        let partners: Vec<String> =
            self.package().reporting_partners().map(|known| known.code.to_string()).collect();
        let named = new.partner.as_ref().map(ToString::to_string);
        let is_missing = new.role.is_of_a_partner() && named.is_none();
        if is_missing || named.as_ref().is_some_and(|named| !partners.contains(named)) {
            let name = named.unwrap_or_else(|| "(none given)".to_owned());
            return Err(AppError::Unknown { kind: "reporting partner", name, known: partners });
        }
        let countries = &self.package().countries;
        match &new.country {
            Some(country) if !countries.contains(country) => {
                Err(AppError::Unknown { kind: "country", name: country.clone(), known: countries.clone() })
            }
            _ => Ok(()),
        }
    }

    /// The users, by e-mail.
    ///
    /// # Errors
    /// When the store fails.
    pub fn users(&self, _permit: &Permit<RunProgramme>) -> Result<Vec<User>, AppError> {
        self.read(|tx| Ok(tx.users(self.keys()?)?))
    }

    /// The loaded package, as its files. It holds nothing personal, so that every user may have it.
    ///
    /// # Errors
    /// When nobody has this e-mail, or the store fails.
    pub fn package_files(&self, user: Option<&UserEmail>) -> Result<(u32, Package), AppError> {
        self.acting_user(user)?;
        self.read(newest_package)
    }
}
