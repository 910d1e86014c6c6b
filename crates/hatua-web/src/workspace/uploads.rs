//! Files that were looked over and wait for their sender's word, in memory only: what names persons touches no disk before
//! it is in the vault. One that waits too long, or that a restart has taken, is sent again.

use std::collections::BTreeMap;
use std::sync::Mutex;

use hatua_core::id::{PartnerCode, RegisterName, UserId};
use hatua_core::limits::SESSION_IDLE_MINUTES;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;
use zeroize::Zeroizing;

/// How long a file waits: as long as a session without a request.
const WAITS: SignedDuration = SignedDuration::from_mins(SESSION_IDLE_MINUTES);
/// Bytes of all waiting files together: four of the largest.
const BYTES_MAX: usize = 200 * 1024 * 1024;

/// A file that was looked over.
pub struct Upload {
    /// Who sent it: nobody else can take it up again.
    pub by: UserId,
    /// The register.
    pub register: RegisterName,
    /// The partner.
    pub partner: PartnerCode,
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Zeroizing<Vec<u8>>,
}

/// The files that wait.
#[derive(Default)]
pub struct Uploads(Mutex<BTreeMap<Uuid, (Timestamp, Upload)>>);

impl Uploads {
    /// Keeps a file under an id by which its sender takes it up again. The oldest make room.
    pub fn keep(&self, (id, now): (Uuid, Timestamp), upload: Upload) {
        let mut waiting = self.0.lock().expect("nobody panics while keeping a file");
        waiting.retain(|_, (since, _)| now.duration_since(*since) < WAITS);
        let mut bytes: usize = waiting.values().map(|(_, upload)| upload.bytes.len()).sum();
        while bytes + upload.bytes.len() > BYTES_MAX {
            let oldest = waiting.iter().min_by_key(|(_, (since, _))| *since).map(|(id, _)| *id);
            let Some((_, gone)) = oldest.and_then(|oldest| waiting.remove(&oldest)) else { break };
            bytes -= gone.bytes.len();
        }
        waiting.insert(id, (now, upload));
    }

    /// Takes a file up again; nothing where it waited too long, was taken, or is somebody else's.
    pub fn take(&self, (id, now): (Uuid, Timestamp), by: UserId) -> Option<Upload> {
        let mut waiting = self.0.lock().expect("nobody panics while keeping a file");
        let is_theirs = waiting
            .get(&id)
            .is_some_and(|(since, upload)| upload.by == by && now.duration_since(*since) < WAITS);
        if is_theirs { waiting.remove(&id).map(|(_, upload)| upload) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upload(by: u128, bytes: usize) -> Upload {
        Upload {
            by: user(by),
            register: RegisterName::new("pupil").unwrap(),
            partner: PartnerCode::new("A").unwrap(),
            name: "list.xlsx".into(),
            bytes: Zeroizing::new(vec![0; bytes]),
        }
    }

    fn user(by: u128) -> UserId {
        UserId(Uuid::from_u128(by))
    }

    #[test]
    fn a_file_is_taken_once_in_time_and_by_its_sender_only() {
        let (uploads, at) = (Uploads::default(), Timestamp::UNIX_EPOCH);
        let [first, second] = [1, 2].map(Uuid::from_u128);
        uploads.keep((first, at), upload(1, 10));
        uploads.keep((second, at), upload(1, 10));
        assert!(uploads.take((first, at), user(2)).is_none());
        assert!(uploads.take((first, at), user(1)).is_some());
        assert!(uploads.take((first, at), user(1)).is_none());
        assert!(uploads.take((second, at + SignedDuration::from_hours(1)), user(1)).is_none());
    }

    #[test]
    fn the_oldest_file_makes_room() {
        let (uploads, at) = (Uploads::default(), Timestamp::UNIX_EPOCH);
        let [first, second] = [1, 2].map(Uuid::from_u128);
        uploads.keep((first, at), upload(1, BYTES_MAX / 2 + 1));
        uploads.keep((second, at + SignedDuration::from_secs(1)), upload(1, BYTES_MAX / 2 + 1));
        assert!(uploads.take((first, at), user(1)).is_none());
        assert!(uploads.take((second, at), user(1)).is_some());
    }
}
