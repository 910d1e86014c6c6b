//! A package is loaded as a new version of its programme; users are added to it.

use hatua_core::access::{Role, Scope, User};
use hatua_core::id::{PartnerCode, ProgrammeId, UserEmail, UserId};
use hatua_core::ledger::Act;
use hatua_core::programme::{Package, Programme, package_hash, read};
use hatua_store::{Keyring, ProgrammeKeys, StoreError};

use crate::error::AppError;
use crate::folder::{Acts, DataFolder, blind_id, newest_package};
use crate::permit::{Permit, RunProgramme};

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

impl DataFolder {
    /// Loads a package: the first version of a programme makes its ledger and its keys, a later one is added. `keep`
    /// stores the keyring before anything is sealed with a new key.
    ///
    /// # Errors
    /// When the package has mistakes (nothing is loaded), or when it would turn a demonstration into a real programme.
    pub fn load_package(
        &self,
        package: &Package,
        origin_host: &str,
        keyring: &mut Keyring,
        keep: impl FnOnce(&Keyring) -> Result<(), StoreError>,
    ) -> Result<LoadedPackage, AppError> {
        let programme = read(package).map_err(AppError::Package)?;
        let is_known = self.programmes()?.contains(&programme.id);
        if !is_known {
            self.begin(&programme, origin_host, keyring, keep)?;
        }
        let keys =
            keyring.programme(&programme.id).ok_or_else(|| AppError::NoKeys(programme.id.clone()))?.clone();
        self.store().check_keys(&programme.id, &keys)?;
        let before = if is_known { Some(self.store().read(&programme.id, newest_package)?) } else { None };
        if let Some((version, known)) = &before {
            if known == package {
                return Ok(LoadedPackage { programme: programme.id, version: *version, is_new: false });
            }
            check_same_kind(known, &programme)?;
        }
        let version = before.map_or(1, |(version, _)| version + 1);
        let mut entropy = self.entropy().lock().expect("nobody panics while drawing");
        let at = self.clock().now();
        self.store().write(&programme.id, &keys, &mut *entropy, |tx| {
            tx.put_package(version, package)?;
            let act = Act::ProgrammeLoaded { version, package_hash: package_hash(package) };
            tx.append(at, UserId::OPERATOR, act)?;
            Ok::<(), AppError>(())
        })?;
        Ok(LoadedPackage { programme: programme.id, version, is_new: true })
    }

    fn begin(
        &self,
        programme: &Programme,
        origin_host: &str,
        keyring: &mut Keyring,
        keep: impl FnOnce(&Keyring) -> Result<(), StoreError>,
    ) -> Result<(), AppError> {
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
        Ok(self.store().add_programme(&programme.id, keys)?)
    }
}

/// The origin of a demonstration's log: no host that could be taken for a real one.
#[must_use]
pub fn demonstration_origin(programme: &ProgrammeId) -> String {
    format!("demonstration.hatua/{programme}")
}

fn check_same_kind(known: &Package, programme: &Programme) -> Result<(), AppError> {
    let known = read(known).map_err(AppError::Package)?;
    if known.demonstration == programme.demonstration {
        return Ok(());
    }
    Err(AppError::Demonstration(
        "a demonstration can't become a real programme, nor a real programme a demonstration: its records would be taken \
         for what they are not; load the package under another id"
            .into(),
    ))
}

impl Acts {
    /// Adds a user.
    ///
    /// # Errors
    /// When the e-mail is taken, the partner is unknown, or the store fails.
    pub fn add_user(&self, permit: &Permit<RunProgramme>, new: &NewUser) -> Result<UserId, AppError> {
        assert_eq!(
            permit.scope(),
            &Scope::whole(self.programme_id().clone()),
            "users are of the whole programme"
        );
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

    /// The loaded package, as its files.
    ///
    /// # Errors
    /// When the store fails.
    pub fn package_files(&self) -> Result<(u32, Package), AppError> {
        self.read(newest_package)
    }
}
