//! What the programme runs on: its users, sealed each under a key of their own, and the versions of its package.

use std::collections::BTreeMap;

use hatua_core::access::User;
use hatua_core::id::{UserEmail, UserId};
use hatua_core::programme::Package;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::driver::{Cell, all, one, parsed};
use crate::error::StoreError;
use crate::keyring::ProgrammeKeys;
use crate::seal::{blind_digest, open, seal};
use crate::transaction::{ReadTx, WriteTx};
use crate::vault::Holder;

/// Which version of the package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackageVersion {
    /// The newest.
    Latest,
    /// This one, from 1.
    Number(u32),
}

impl ReadTx<'_> {
    /// The user with this id.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn user(&self, user: UserId, keys: &ProgrammeKeys) -> Result<Option<User>, StoreError> {
        let sql = "select user_id, sealed from users where programme = $1 and user_id = $2";
        Ok(self.opened_users(sql, &[self.id(), Cell::Text(&user.to_string())], keys)?.pop())
    }

    /// The user with this e-mail.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn user_by_email(&self, email: &UserEmail, keys: &ProgrammeKeys) -> Result<Option<User>, StoreError> {
        let sql = "select user_id, sealed from users where programme = $1 and email_digest = $2";
        Ok(self.opened_users(sql, &[self.id(), Cell::Bytes(&email_digest(email, keys))], keys)?.pop())
    }

    /// Every user, by e-mail.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn users(&self, keys: &ProgrammeKeys) -> Result<Vec<User>, StoreError> {
        let mut users =
            self.opened_users("select user_id, sealed from users where programme = $1", &[self.id()], keys)?;
        users.sort_by(|a, b| a.email.cmp(&b.email));
        Ok(users)
    }

    fn opened_users(
        &self,
        sql: &str,
        values: &[Cell],
        keys: &ProgrammeKeys,
    ) -> Result<Vec<User>, StoreError> {
        let sealed = all(self.tx, sql, values, |row| Ok((row.text(0)?.to_owned(), row.bytes(1)?.to_vec())))?;
        let open_one = |(id, sealed): (String, Vec<u8>)| {
            let key = self.holder_key(Holder::User(parsed(&id)?), keys)?;
            let place = self.place("users", &id, "user", 1);
            let opened = open(&key.key, &place, &sealed).ok_or(StoreError::DoesNotOpen { what: place })?;
            serde_json::from_slice(&opened)
                .map_err(|_| StoreError::damaged(format!("user {id} can't be read")))
        };
        sealed.into_iter().map(open_one).collect()
    }

    /// The number of the newest version of the package; nothing before the first.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn newest_package_version(&self) -> Result<Option<u32>, StoreError> {
        let sql = "select version from package_files where programme = $1 order by version desc limit 1";
        let newest = one(self.tx, sql, &[self.id()], |row| row.integer(0))?;
        let number = |version| {
            u32::try_from(version).map_err(|_| StoreError::damaged("version of a package is out of range"))
        };
        newest.map(number).transpose()
    }

    /// A version of the package with its number; nothing where there is none.
    ///
    /// # Errors
    /// When a file of it is not what was put in.
    pub fn package(&self, version: PackageVersion) -> Result<Option<(u32, Package)>, StoreError> {
        let version = match version {
            PackageVersion::Number(number) => Some(number),
            PackageVersion::Latest => self.newest_package_version()?,
        };
        let Some(version) = version else { return Ok(None) };
        let sql = include_str!("../queries/read_package.sql");
        let files: BTreeMap<String, Vec<u8>> =
            all(self.tx, sql, &[self.id(), Cell::Integer(version.into())], |row| {
                let (path, bytes) = (row.text(0)?.to_owned(), row.bytes(2)?.to_vec());
                if sha256_hex(&bytes) == row.text(1)? {
                    Ok((path, bytes))
                } else {
                    Err(StoreError::damaged(format!("file {path} of package version {version} was changed")))
                }
            })?
            .into_iter()
            .collect();
        Ok((!files.is_empty()).then_some((version, Package { files })))
    }
}

impl WriteTx<'_> {
    /// Adds a user, or replaces what was known of the user with this id.
    ///
    /// # Errors
    /// When another user has the e-mail, or the user was erased.
    pub fn put_user(&mut self, user: &User) -> Result<(), StoreError> {
        let key = self.make_holder_key(Holder::User(user.id))?;
        let id = user.id.to_string();
        let plain = Zeroizing::new(serde_json::to_vec(user).expect("a user is JSON"));
        let sealed = seal(&key.key, &self.place("users", &id, "user", 1), &plain, self.entropy);
        self.tx.send(
            "insert into users (programme, user_id, email_digest, sealed) values ($1, $2, $3, $4)
             on conflict (programme, user_id) do update
             set email_digest = excluded.email_digest, sealed = excluded.sealed",
            &[
                self.id(),
                Cell::Text(&id),
                Cell::Bytes(&email_digest(&user.email, self.keys)),
                Cell::Bytes(&sealed),
            ],
            None,
        )?;
        Ok(())
    }

    /// Keeps a version of the programme's package. Files that did not change are kept once.
    ///
    /// # Errors
    /// When the version is there already.
    pub fn put_package(&mut self, version: u32, package: &Package) -> Result<(), StoreError> {
        for (path, bytes) in &package.files {
            let hash = sha256_hex(bytes);
            self.tx.send(
                "insert into package_contents (programme, sha256, bytes) values ($1, $2, $3) on conflict do nothing",
                &[self.id(), Cell::Text(&hash), Cell::Bytes(bytes)], None)?;
            self.tx.send(
                "insert into package_files (programme, version, path, sha256) values ($1, $2, $3, $4)",
                &[self.id(), Cell::Integer(version.into()), Cell::Text(path), Cell::Text(&hash)],
                None,
            )?;
        }
        Ok(())
    }
}

fn email_digest(email: &UserEmail, keys: &ProgrammeKeys) -> [u8; 32] {
    blind_digest(keys.index_key(), &[b"hatua email 1", email.as_str().as_bytes()])
}

fn sha256_hex(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}
