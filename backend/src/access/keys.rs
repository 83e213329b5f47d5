//! The secret that lies outside the database: it seals what the database holds of people and makes the
//! keyed hashes by which sealed addresses are found.
//!
//! One file of 32 random bytes in hexadecimal; every use has a key of its own, derived by HKDF
//! (RFC 5869). Whoever has the database alone reads no address and can test none.

use std::fmt;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;

use crate::digest::{hex, unhex};

/// The first byte of everything sealed: which way of sealing it was.
const LAYOUT: u8 = 1;
/// Bytes of a nonce of `XChaCha20`.
const NONCE: usize = 24;

/// The keys of one installation.
#[derive(Clone)]
pub struct Keys {
    sealing: [u8; 32],
    lookup: [u8; 32],
}

/// Why the secret cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    /// The file cannot be read or written.
    #[error("MITWIRKEN_KEY_FILE: {path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file holds something else.
    #[error("MITWIRKEN_KEY_FILE: {0}: expected 64 hexadecimal digits")]
    Malformed(PathBuf),
    /// The machine gives no random numbers.
    #[error("the system's random numbers: {0}")]
    Random(#[from] getrandom::Error),
    /// Sealed bytes that this key does not open.
    #[error("sealed data cannot be opened: it was changed, or sealed with another key")]
    Sealed,
}

impl Keys {
    /// Reads the secret at `path`, or makes one that only this system user may read.
    pub fn load_or_create(path: &Path) -> Result<Self, KeysError> {
        let failed = |source| KeysError::File { path: path.to_owned(), source };
        match std::fs::read_to_string(path) {
            Ok(text) => return Self::parse(&text).ok_or_else(|| KeysError::Malformed(path.to_owned())),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(failed(error)),
        }
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(failed)?;
        }
        let secret = random::<32>()?;
        // Written beside it and then linked: of several servers that start at once one wins, and none
        // ever reads half a file.
        let partial = path.with_extension(format!("{}.partial", hex(&random::<8>()?)));
        let mut file =
            OpenOptions::new().write(true).create_new(true).mode(0o600).open(&partial).map_err(failed)?;
        file.write_all(format!("{}\n", hex(&secret)).as_bytes())
            .and_then(|()| file.sync_all())
            .map_err(failed)?;
        let linked = std::fs::hard_link(&partial, path);
        std::fs::remove_file(&partial).map_err(failed)?;
        match linked {
            Ok(()) => Ok(Self::derive(&secret)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                let text = std::fs::read_to_string(path).map_err(failed)?;
                Self::parse(&text).ok_or_else(|| KeysError::Malformed(path.to_owned()))
            }
            Err(error) => Err(failed(error)),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        Some(Self::derive(&unhex(text.trim())?.try_into().ok()?))
    }

    /// The keys that follow from `secret`.
    pub fn derive(secret: &[u8; 32]) -> Self {
        let expand = |purpose: &[u8]| {
            let mut key = [0; 32];
            // It fails only for more than 255 blocks of output; this is one.
            let _ = Hkdf::<Sha256>::new(Some(b"mitwirken"), secret).expand(purpose, &mut key);
            key
        };
        Self { sealing: expand(b"seal"), lookup: expand(b"lookup") }
    }

    /// Seals `plain` (XChaCha20-Poly1305); it opens under the same `place` only, so that sealed values
    /// cannot be moved to another column.
    pub fn seal(&self, place: &str, plain: &[u8]) -> Result<Vec<u8>, KeysError> {
        let nonce = random::<NONCE>()?;
        let sealed = XChaCha20Poly1305::new(&self.sealing.into())
            .encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: place.as_bytes() })
            .map_err(|_| KeysError::Sealed)?;
        Ok([&[LAYOUT][..], &nonce, &sealed].concat())
    }

    /// Opens what [`Self::seal`] sealed under `place`.
    pub fn open(&self, place: &str, sealed: &[u8]) -> Result<Vec<u8>, KeysError> {
        let (&LAYOUT, rest) = sealed.split_first().ok_or(KeysError::Sealed)? else {
            return Err(KeysError::Sealed);
        };
        let (nonce, sealed) = rest.split_first_chunk::<NONCE>().ok_or(KeysError::Sealed)?;
        XChaCha20Poly1305::new(&self.sealing.into())
            .decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: place.as_bytes() })
            .map_err(|_| KeysError::Sealed)
    }

    /// [`Self::open`] for text.
    pub fn open_text(&self, place: &str, sealed: &[u8]) -> Result<String, KeysError> {
        String::from_utf8(self.open(place, sealed)?).map_err(|_| KeysError::Sealed)
    }

    /// A keyed hash (HMAC-SHA-256) of `value`, different for each `purpose`.
    pub fn hash(&self, purpose: &str, value: &[u8]) -> Vec<u8> {
        // HMAC takes a key of any length.
        Hmac::<Sha256>::new_from_slice(&self.lookup).map_or_else(
            |_| Vec::new(),
            |mut mac| {
                mac.update(purpose.as_bytes());
                mac.update(&[0]);
                mac.update(value);
                mac.finalize().into_bytes().to_vec()
            },
        )
    }

    /// The keyed hash by which an e-mail address is found, whatever its capitals.
    pub fn email_hash(&self, email: &str) -> Vec<u8> {
        self.hash("email", email.trim().to_lowercase().as_bytes())
    }

    /// What the database remembers to notice another key.
    pub fn proof(&self) -> String {
        hex(&self.hash("proof", b"mitwirken"))
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(…)")
    }
}

/// Random bytes from the system.
pub fn random<const N: usize>() -> Result<[u8; N], KeysError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn keys() -> Keys {
        Keys::derive(&[7; 32])
    }

    #[test]
    fn the_file_is_made_once_and_for_this_user_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/secret.key");
        let first = Keys::load_or_create(&path).unwrap();
        assert_eq!(Keys::load_or_create(&path).unwrap().proof(), first.proof());
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_with_something_else_is_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        std::fs::write(&path, "hunter2").unwrap();
        assert!(Keys::load_or_create(&path).unwrap_err().to_string().contains("MITWIRKEN_KEY_FILE"));
    }

    #[test]
    fn a_sealed_value_opens_at_its_place_only_and_never_looks_the_same() {
        let sealed = keys().seal("users.email", b"a@example.org").unwrap();
        assert_eq!(keys().open("users.email", &sealed).unwrap(), b"a@example.org");
        assert!(keys().open("users.name", &sealed).is_err());
        assert!(Keys::derive(&[8; 32]).open("users.email", &sealed).is_err());
        assert_ne!(keys().seal("users.email", b"a@example.org").unwrap(), sealed);
    }

    #[test]
    fn an_address_is_found_whatever_its_capitals() {
        assert_eq!(keys().email_hash(" Erika@Example.ORG"), keys().email_hash("erika@example.org"));
        assert_ne!(keys().hash("email", b"x"), keys().hash("code", b"x"));
    }

    proptest! {
        #[test]
        fn whatever_is_sealed_opens_and_whatever_was_changed_does_not(
            plain in proptest::collection::vec(any::<u8>(), 0..200), flip in any::<prop::sample::Index>(),
        ) {
            let mut sealed = keys().seal("x", &plain).unwrap();
            prop_assert_eq!(keys().open("x", &sealed).unwrap(), plain);
            let at = flip.index(sealed.len());
            sealed[at] ^= 1;
            prop_assert!(keys().open("x", &sealed).is_err());
        }

        #[test]
        fn no_bytes_make_opening_panic(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            prop_assert!(keys().open("x", &bytes).is_err());
        }
    }
}
