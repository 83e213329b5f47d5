//! The second factor: time-based one-time codes (RFC 6238) and recovery codes.

use totp_rs::{Builder, Totp, TotpError};

use super::keys::{KeysError, random};

/// Seconds that a code lasts.
const STEP: u64 = 30;
/// Steps before and after the current one whose code is still taken, because clocks differ.
const SKEW: u16 = 1;
/// How many recovery codes somebody gets.
pub const RECOVERY_CODES: usize = 10;
/// What recovery codes are written with: no letter or digit that can be read as another.
const ALPHABET: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// A secret shared with somebody's authenticator.
#[derive(Clone)]
pub struct Secret(pub Vec<u8>);

impl Secret {
    /// A new one of 160 bits, as RFC 4226 (section 4) advises.
    pub fn new() -> Result<Self, KeysError> {
        Ok(Self(random::<20>()?.to_vec()))
    }

    fn totp(&self, issuer: &str, account: &str) -> Result<Totp, TotpError> {
        // A colon ends the issuer in the address that authenticators read.
        let plain = |text: &str| text.replace(':', " ");
        Builder::new()
            .with_secret(self.0.clone())
            .with_skew(SKEW)
            .with_step_duration(STEP)
            .with_issuer(Some(plain(issuer)))
            .with_account_name(plain(account))
            .build()
    }

    /// The step whose code this is, near `now` (seconds since 1970).
    pub fn step_of(&self, code: &str, now: u64) -> Result<Option<u64>, TotpError> {
        let digits = code.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(None);
        }
        let totp = self.totp("", "x")?;
        let current = now / STEP;
        let around = current.saturating_sub(SKEW.into())..=current.saturating_add(SKEW.into());
        Ok(around.into_iter().find(|step| totp.generate(step * STEP).to_string() == digits))
    }

    /// What authenticators read from a picture (`otpauth://…`).
    pub fn uri(&self, issuer: &str, account: &str) -> Result<String, TotpError> {
        self.totp(issuer, account)?.to_url()
    }

    /// What people type in who cannot take a picture, in groups of four.
    pub fn readable(&self) -> String {
        let text = totp_rs::Secret::from(self.0.clone()).to_base32();
        let letters = text.trim_end_matches('=').chars().collect::<Vec<_>>();
        letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }
}

/// New recovery codes such as `k7mw-3qd9-xz4t` (60 bits each).
pub fn recovery_codes() -> Result<Vec<String>, KeysError> {
    (0..RECOVERY_CODES)
        .map(|_| {
            let letters = random::<12>()?
                .iter()
                .filter_map(|byte| ALPHABET.get(usize::from(byte % 32)))
                .map(|letter| char::from(*letter))
                .collect::<Vec<_>>();
            Ok(letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-"))
        })
        .collect()
}

/// A recovery code as it is hashed: however people type it.
pub fn plain_recovery_code(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, shortened to six digits.
    #[test]
    fn the_codes_are_those_of_the_standard() {
        let secret = Secret(b"12345678901234567890".to_vec());
        for (time, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert_eq!(secret.step_of(code, time).unwrap(), Some(time / STEP), "{time}");
        }
    }

    #[test]
    fn a_code_is_taken_one_step_early_or_late_and_no_further() {
        let secret = Secret(b"12345678901234567890".to_vec());
        for (now, taken) in [(29, true), (30, true), (89, true), (90, false)] {
            assert_eq!(secret.step_of("287 082", now).unwrap().is_some(), taken, "{now}");
        }
        assert_eq!(secret.step_of("28708", 59).unwrap(), None);
        assert_eq!(secret.step_of("٢٨٧٠٨٢", 59).unwrap(), None);
    }

    #[test]
    fn an_authenticator_can_read_the_address() {
        let secret = Secret(b"12345678901234567890".to_vec());
        let uri = secret.uri("mitWIRken: Stadt", "erika@example.org").unwrap();
        assert!(uri.starts_with("otpauth://totp/"), "{uri}");
        assert!(uri.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), "{uri}");
        assert_eq!(secret.readable(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    #[test]
    fn recovery_codes_are_ten_different_ones() {
        let codes = recovery_codes().unwrap();
        assert_eq!(codes.iter().collect::<std::collections::HashSet<_>>().len(), RECOVERY_CODES);
        assert!(codes.iter().all(|code| code.len() == 14), "{codes:?}");
        assert_eq!(plain_recovery_code(" K7MW 3qd9-xz4t"), "k7mw3qd9xz4t");
    }
}
