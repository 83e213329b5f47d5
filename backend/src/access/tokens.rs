//! Access tokens: JWTs signed with Ed25519 (RFC 7519, RFC 8037) that live ten minutes at most.
//!
//! This program signs and checks one algorithm and has no code for another: a token that names `none`,
//! `HS256` or `RS256` finds nobody to check it.

use std::collections::HashMap;
use std::sync::OnceLock;

use chrono::Duration;
use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use jsonwebtoken::crypto::{CryptoProvider, JwtSigner, JwtVerifier, KeyUtils};
use jsonwebtoken::errors::{Error, ErrorKind};
use jsonwebtoken::signature::{Error as SignatureError, Signer, Verifier};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::keys::{KeysError, random};
use crate::db::Timestamp;

/// How long an access token lasts.
pub const LIFETIME: Duration = Duration::minutes(10);
/// Seconds by which the clocks of two servers may differ.
const LEEWAY: u64 = 5;

/// What an access token says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// Who made it: the portal's address.
    pub iss: String,
    /// Whom it is for: the portal's API.
    pub aud: String,
    /// The user.
    pub sub: Uuid,
    /// The session, which must still be open.
    pub sid: Uuid,
    /// When it was made, in seconds since 1970.
    pub iat: i64,
    /// Until when it is good.
    pub exp: i64,
}

/// The key that signs and those that may still have signed.
pub struct KeyRing {
    current: (String, EncodingKey),
    known: HashMap<String, DecodingKey>,
}

/// One signing key as it is stored.
#[derive(Clone)]
pub struct KeyPair {
    /// Its name in the `kid` of a token.
    pub id: String,
    /// 32 bytes.
    pub public: Vec<u8>,
    /// 32 bytes.
    pub private: Vec<u8>,
}

impl KeyPair {
    /// A new one named `id`.
    pub fn new(id: String) -> Result<Self, KeysError> {
        let private = random::<32>()?;
        let public = SigningKey::from_bytes(&private).verifying_key().to_bytes().to_vec();
        Ok(Self { id, public, private: private.to_vec() })
    }
}

impl KeyRing {
    /// Signs with `current` and takes what any of `public` (name and key) signed.
    pub fn new(current: &KeyPair, public: &[(String, Vec<u8>)]) -> Self {
        static INSTALLED: OnceLock<()> = OnceLock::new();
        INSTALLED.get_or_init(|| {
            // It says no if it was installed already, and then it is this one.
            let _ = PROVIDER.install_default();
        });
        let known = public.iter().map(|(id, key)| (id.clone(), DecodingKey::from_ed_der(key))).collect();
        Self { current: (current.id.clone(), EncodingKey::from_ed_der(&current.private)), known }
    }

    /// Whether a token of the key `kid` could be checked.
    pub fn knows(&self, kid: &str) -> bool {
        self.known.contains_key(kid)
    }

    /// Signs a token for `sub` in the session `sid`.
    pub fn issue(&self, site: &str, sub: Uuid, sid: Uuid, now: Timestamp) -> Result<String, Error> {
        let iat = now.utc().timestamp();
        let exp = iat + LIFETIME.num_seconds();
        let claims = Claims { iss: site.to_owned(), aud: audience(site), sub, sid, iat, exp };
        let mut header = Header::new(Algorithm::EdDSA);
        header.kid = Some(self.current.0.clone());
        encode(&header, &claims, &self.current.1)
    }

    /// What a token of ours says, if it is good at `now`.
    pub fn check(&self, site: &str, token: &str, now: Timestamp) -> Option<Claims> {
        let header = decode_header(token).ok()?;
        let key = self.known.get(&header.kid?)?;
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_issuer(&[site]);
        validation.set_audience(&[audience(site)]);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        // The library asks the machine's clock; ours can be held.
        validation.validate_exp = false;
        let claims = decode::<Claims>(token, key, &validation).ok()?.claims;
        let now = now.utc().timestamp();
        let leeway = i64::try_from(LEEWAY).unwrap_or(0);
        let lasts = claims.exp - claims.iat;
        let good = now < claims.exp + leeway && claims.iat <= now + leeway && lasts <= LIFETIME.num_seconds();
        good.then_some(claims)
    }
}

impl std::fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "KeyRing({} of {})", self.current.0, self.known.len())
    }
}

/// What `kid` a token names, unchecked: to learn a key that another server made.
pub fn kid_of(token: &str) -> Option<String> {
    decode_header(token).ok()?.kid
}

fn audience(site: &str) -> String {
    format!("{site}/api")
}

static PROVIDER: CryptoProvider = CryptoProvider {
    signer_factory: |algorithm, key| match algorithm {
        Algorithm::EdDSA => {
            let bytes = key.as_bytes().try_into().map_err(|_| ErrorKind::InvalidEddsaKey)?;
            Ok(Box::new(Ed25519Signer(SigningKey::from_bytes(bytes))))
        }
        _ => Err(ErrorKind::InvalidAlgorithm.into()),
    },
    verifier_factory: |algorithm, key| match algorithm {
        Algorithm::EdDSA => {
            let bytes = key.try_get_as_bytes()?.try_into().map_err(|_| ErrorKind::InvalidEddsaKey)?;
            let key = VerifyingKey::from_bytes(bytes).map_err(|_| ErrorKind::InvalidEddsaKey)?;
            Ok(Box::new(Ed25519Verifier(key)))
        }
        _ => Err(ErrorKind::InvalidAlgorithm.into()),
    },
    key_utils: KeyUtils::new_unimplemented(),
};

struct Ed25519Signer(SigningKey);

impl Signer<Vec<u8>> for Ed25519Signer {
    fn try_sign(&self, message: &[u8]) -> Result<Vec<u8>, SignatureError> {
        Ok(self.0.sign(message).to_bytes().to_vec())
    }
}

impl JwtSigner for Ed25519Signer {
    fn algorithm(&self) -> Algorithm {
        Algorithm::EdDSA
    }
}

struct Ed25519Verifier(VerifyingKey);

impl Verifier<Vec<u8>> for Ed25519Verifier {
    fn verify(&self, message: &[u8], signature: &Vec<u8>) -> Result<(), SignatureError> {
        let signature = ed25519_dalek::Signature::from_slice(signature).map_err(|_| SignatureError::new())?;
        // Strict: neither weak keys nor signatures that can be bent into another.
        self.0.verify_strict(message, &signature).map_err(|_| SignatureError::new())
    }
}

impl JwtVerifier for Ed25519Verifier {
    fn algorithm(&self) -> Algorithm {
        Algorithm::EdDSA
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SITE: &str = "https://mitwirken.example.org";

    fn at(seconds: i64) -> Timestamp {
        Timestamp::new(chrono::DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap())
    }

    fn pair(byte: u8, id: &str) -> KeyPair {
        let private = [byte; 32];
        let public = SigningKey::from_bytes(&private).verifying_key().to_bytes().to_vec();
        KeyPair { id: id.to_owned(), public, private: private.to_vec() }
    }

    fn ring(byte: u8, id: &str) -> KeyRing {
        let pair = pair(byte, id);
        KeyRing::new(&pair, &[(pair.id.clone(), pair.public.clone())])
    }

    fn token(ring: &KeyRing) -> String {
        ring.issue(SITE, Uuid::nil(), Uuid::max(), at(0)).unwrap()
    }

    #[test]
    fn a_token_is_good_for_ten_minutes_at_its_own_site() {
        let ring = ring(1, "a");
        let claims = ring.check(SITE, &token(&ring), at(599)).unwrap();
        assert_eq!((claims.sub, claims.sid), (Uuid::nil(), Uuid::max()));
        assert!(ring.check(SITE, &token(&ring), at(606)).is_none());
        assert!(ring.check(SITE, &token(&ring), at(-6)).is_none());
        assert!(ring.check("https://other.example.org", &token(&ring), at(0)).is_none());
    }

    #[test]
    fn another_key_under_the_same_name_is_not_believed() {
        assert!(ring(1, "a").check(SITE, &token(&ring(2, "a")), at(0)).is_none());
        assert!(ring(1, "a").check(SITE, &token(&ring(1, "b")), at(0)).is_none());
    }

    #[test]
    fn a_retired_key_still_checks_what_it_signed() {
        let (old, new) = (pair(1, "old"), pair(2, "new"));
        let both = [("old".to_owned(), old.public.clone()), ("new".to_owned(), new.public.clone())];
        let signed = token(&KeyRing::new(&old, &both));
        assert!(KeyRing::new(&new, &both).check(SITE, &signed, at(0)).is_some());
    }

    fn base64(text: &str) -> String {
        // Only for headers written here: base64url of ASCII.
        const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let mut out = String::new();
        for chunk in text.as_bytes().chunks(3) {
            let number = (0..3).fold(0_u32, |n, i| n << 8 | u32::from(*chunk.get(i).unwrap_or(&0)));
            for place in 0..=chunk.len() {
                out.push(char::from(SIGNS[(number >> (18 - 6 * place) & 63) as usize]));
            }
        }
        out
    }

    #[test]
    fn no_other_algorithm_is_taken_whatever_the_header_says() {
        let ring = ring(1, "a");
        let good = token(&ring);
        let (_, rest) = good.split_once('.').unwrap();
        for header in [
            r#"{"alg":"none","kid":"a"}"#,
            r#"{"alg":"HS256","kid":"a"}"#,
            r#"{"alg":"RS256","kid":"a"}"#,
            r#"{"alg":"EdDSA","kid":"../../../dev/null"}"#,
            r#"{"alg":"EdDSA"}"#,
        ] {
            let forged = format!("{}.{rest}", base64(header));
            assert!(ring.check(SITE, &forged, at(0)).is_none(), "{header}");
            let unsigned = format!("{}.{}.", base64(header), rest.split('.').next().unwrap());
            assert!(ring.check(SITE, &unsigned, at(0)).is_none(), "{header}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_taken_for_a_token(text in "[A-Za-z0-9_.-]{0,200}") {
            prop_assert!(ring(1, "a").check(SITE, &text, at(0)).is_none());
        }

        #[test]
        fn a_changed_token_is_none(place in any::<prop::sample::Index>(), letter in "[A-Za-z0-9]") {
            let ring = ring(1, "a");
            let good = token(&ring);
            let at_place = place.index(good.len());
            let mut bytes = good.clone().into_bytes();
            bytes[at_place] = letter.as_bytes()[0];
            let changed = String::from_utf8(bytes).unwrap();
            // The last letter of a signature carries bits that nobody reads; such a twin says the same.
            if changed != good && at_place + 1 < good.len() {
                prop_assert!(ring.check(SITE, &changed, at(0)).is_none());
            }
        }
    }
}
