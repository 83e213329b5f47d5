//! Passwords of staff: Argon2id with OWASP's parameters, rules by length and by lists of known ones, and
//! never more hashing at once than there are cores.

use std::sync::{Arc, LazyLock};

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization as _;

use super::common_passwords;

/// The fewest characters (BSI ORP.4 and OWASP ASVS 6.2.1 advise length over composition).
pub const SHORTEST: usize = 12;
/// The most characters; a limit only so that nobody sends a book to be hashed.
pub const LONGEST: usize = 128;

/// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// What is wrong with a password, as the code of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Fewer than [`SHORTEST`] characters.
    TooShort,
    /// More than [`LONGEST`] characters.
    TooLong,
    /// On the list of those that are tried first.
    Common,
    /// Built around the name, the address or the city.
    Guessable,
}

impl Weakness {
    /// The fault's code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooShort => "password_too_short",
            Self::TooLong => "password_too_long",
            Self::Common => "password_common",
            Self::Guessable => "password_guessable",
        }
    }
}

/// Whether `password` may be chosen by somebody with these words around them (name, address, city).
pub fn check(password: &str, context: &[&str]) -> Result<(), Weakness> {
    let length = password.chars().count();
    if length < SHORTEST {
        Err(Weakness::TooShort)
    } else if length > LONGEST {
        Err(Weakness::TooLong)
    } else if common_passwords::is_common(password) {
        Err(Weakness::Common)
    } else if common_passwords::contains_context(password, context) {
        Err(Weakness::Guessable)
    } else {
        Ok(())
    }
}

/// Why a password could not be hashed.
#[derive(Debug, thiserror::Error)]
#[error("password hashing: {0}")]
pub struct HashError(String);

/// Bounds memory and processor time: each hash takes 19 MiB.
static TURNS: LazyLock<Arc<Semaphore>> = LazyLock::new(|| {
    Arc::new(Semaphore::new(std::thread::available_parallelism().map_or(2, std::num::NonZero::get)))
});

fn hasher() -> Result<Argon2<'static>, HashError> {
    let params =
        Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|error| HashError(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The same password however a keyboard composes its letters.
fn normal(password: &str) -> Vec<u8> {
    password.nfc().collect::<String>().into_bytes()
}

async fn hashing<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, HashError> + Send + 'static,
) -> Result<T, HashError> {
    let failed = |error: &dyn std::fmt::Display| HashError(error.to_string());
    let turn = Arc::clone(&TURNS).acquire_owned().await.map_err(|error| failed(&error))?;
    tokio::task::spawn_blocking(move || {
        let _turn = turn;
        work()
    })
    .await
    .map_err(|error| failed(&error))?
}

/// The PHC string of `password` with a salt of its own.
pub async fn hash(password: &str) -> Result<String, HashError> {
    let password = normal(password);
    hashing(move || {
        let hashed = hasher()?.hash_password(&password).map_err(|error| HashError(error.to_string()))?;
        Ok(hashed.to_string())
    })
    .await
}

/// What comparing a password showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is another one.
    Wrong,
    /// It is right.
    Right,
    /// It is right, and its hash is of older parameters: hash it again.
    RightButOld,
}

/// Compares `password` with the hash; without one it takes the same time and says no.
pub async fn verify(password: &str, stored: Option<&str>) -> Result<Verdict, HashError> {
    /// A hash of nothing anybody knows, so that an unknown address takes as long as a known one.
    static NOBODY: tokio::sync::OnceCell<String> = tokio::sync::OnceCell::const_new();
    let unknown = stored.is_none();
    let stored = match stored {
        Some(stored) => stored.to_owned(),
        None => NOBODY.get_or_try_init(|| hash("nobody has this password")).await?.clone(),
    };
    let password = normal(password);
    hashing(move || {
        let parsed = PasswordHash::new(&stored).map_err(|error| HashError(error.to_string()))?;
        let right = hasher()?.verify_password(&password, &parsed).is_ok();
        Ok(match (right && !unknown, is_current(&parsed)) {
            (false, _) => Verdict::Wrong,
            (true, true) => Verdict::Right,
            (true, false) => Verdict::RightButOld,
        })
    })
    .await
}

fn is_current(hash: &PasswordHash) -> bool {
    Params::try_from(hash).is_ok_and(|params| {
        params.m_cost() == MEMORY_KIB && params.t_cost() == PASSES && params.p_cost() == LANES
    }) && hash.algorithm == argon2::ARGON2ID_IDENT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_long_common_and_guessable_ones_are_refused() {
        assert_eq!(check("kurz", &[]), Err(Weakness::TooShort));
        assert_eq!(check(&"lang ".repeat(40), &[]), Err(Weakness::TooLong));
        assert_eq!(check("correct horse battery", &[]), Ok(()));
        assert_eq!(check("Mustermann-2026!", &["Mustermann"]), Err(Weakness::Guessable));
    }

    #[tokio::test]
    async fn a_password_is_known_again_and_no_other_is() {
        let hashed = hash("Grüne Welle am Borsigplatz").await.unwrap();
        assert!(hashed.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hashed}");
        assert_eq!(verify("Grüne Welle am Borsigplatz", Some(&hashed)).await.unwrap(), Verdict::Right);
        // The same letters, composed of two characters each.
        assert_eq!(verify("Gru\u{308}ne Welle am Borsigplatz", Some(&hashed)).await.unwrap(), Verdict::Right);
        assert_eq!(verify("grüne Welle am Borsigplatz", Some(&hashed)).await.unwrap(), Verdict::Wrong);
        assert_eq!(verify("nobody has this password", None).await.unwrap(), Verdict::Wrong);
    }

    #[tokio::test]
    async fn a_hash_of_weaker_parameters_is_right_but_old() {
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8192, 1, 1, None).unwrap());
        let hashed = weak.hash_password(b"Borsigplatz im Regen").unwrap().to_string();
        assert_eq!(verify("Borsigplatz im Regen", Some(&hashed)).await.unwrap(), Verdict::RightButOld);
    }
}
