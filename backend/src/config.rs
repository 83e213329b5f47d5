//! The settings: one TOML file and `MITWIRKEN_*` variables, which win.
//!
//! [`settings!`] is the one table of keys: name, type, default, and what it means. The variable of
//! a key is `MITWIRKEN_` and the key in capitals.

use std::collections::BTreeMap;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use actix_web::HttpRequest;

use crate::outbox::Transport;

/// What the name of every variable begins with.
const PREFIX: &str = "MITWIRKEN_";

macro_rules! settings {
    ($($(#[doc = $doc:literal])+ $key:ident : $type:ty = $default:literal),+ $(,)?) => {
        /// The settings of a server.
        #[derive(Clone, Debug)]
        pub struct Config { $($(#[doc = $doc])+ pub $key: $type),+ }

        /// Every key with its default and its meaning.
        pub const KEYS: &[Key] = &[$(Key {
            name: stringify!($key),
            default: $default,
            meaning: concat!($($doc),+),
        }),+];

        impl Config {
            fn from_values(values: &BTreeMap<String, String>) -> Result<Self, ConfigError> {
                let mut wrong = Vec::new();
                $(let $key = read::<$type>(values, stringify!($key), $default, &mut wrong);)+
                match ($($key,)+) {
                    ($(Some($key),)+) => Ok(Self { $($key),+ }),
                    _ => Err(ConfigError(wrong)),
                }
            }
        }
    };
}

settings! {
    /// Address and port that the server listens on.
    listen: SocketAddr = "127.0.0.1:8080",
    /// Address under which people reach the server, without a slash at the end. Must be https unless it is this very machine.
    public_url: PublicUrl = "http://127.0.0.1:8080",
    /// Folder for everything that the server keeps; created if it is not there.
    data_dir: PathBuf = "data",
    /// `sqlite:<file>` or `postgres://user:password@host/database`; empty = `mitwirken.db` in the data folder.
    database_url: Secret = "",
    /// File with the secret that seals addresses, outside the database and its backups; made at the first start. Empty = beside the data folder, with `.key` after its name.
    key_file: Optional<PathBuf> = "",
    /// Mail server: `smtps://user:password@host` or `smtp://host:587?tls=required`; empty = mails land as files in the data folder.
    smtp_url: SmtpUrl = "",
    /// From whom mails come, as `Name <address>`.
    mail_from: MailFrom = "mitWIRken <mitwirken@localhost.localdomain>",
    /// Folder with `de/sign_in.md`, `en/invitation.md` … that replace the mails of ours; empty = none.
    mail_templates_dir: Optional<PathBuf> = "",
    /// `true` on a developer's machine: shows mails that landed as files at `/postausgang`.
    development: bool = "false",
    /// Address and port of the Prometheus metrics (`/metrics`); empty = none. Never a public one.
    metrics_listen: Optional<SocketAddr> = "",
    /// Threads that answer requests; 0 = one for each core.
    workers: usize = "0",
    /// What is logged: `error`, `warn`, `info`, `debug`, or directives such as `info,sqlx=warn`.
    log: String = "info",
    /// `text` for people, `json` for machines.
    log_format: LogFormat = "text",
    /// Requests a minute that one client address may send to the API; 0 = no limit. A town hall shares one address.
    rate_limit_per_minute: u32 = "1200",
    /// Addresses of reverse proxies whose `X-Forwarded-For` is believed, separated by commas.
    trusted_proxies: List<IpAddr> = "",
    /// Seconds that requests under way may take when the server stops.
    shutdown_seconds: u64 = "20",
    /// Name of the portal.
    site_name: String = "mitWIRken",
    /// The city or municipality, as in "Stadt …".
    site_city: String = "",
    /// Who is responsible for the portal (imprint): office, street, postcode and town, separated by ` | `.
    site_operator: String = "",
    /// Who represents the operator by law (imprint).
    site_represented_by: String = "",
    /// E-mail address for questions (imprint, accessibility, privacy).
    site_email: String = "",
    /// Telephone number for questions.
    site_phone: String = "",
    /// Contact of the data protection officer (privacy): office, e-mail, separated by ` | `.
    site_privacy_officer: String = "",
    /// Data protection authority (privacy).
    site_privacy_authority: String = "",
    /// Enforcement body for accessibility (accessibility statement).
    site_accessibility_authority: String = "",
    /// Day on which accessibility was last assessed, YYYY-MM-DD.
    site_accessibility_checked: String = "",
    /// Folder with `imprint.de.md`, `privacy.en.md` … that replace the texts made from the settings; empty = none.
    site_pages_dir: Optional<PathBuf> = "",
}

/// One key of the settings.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its name in the file.
    pub name: &'static str,
    /// What holds if nobody says otherwise.
    pub default: &'static str,
    /// What it means.
    pub meaning: &'static str,
}

impl Key {
    /// The variable that sets it.
    pub fn variable(&self) -> String {
        format!("{PREFIX}{}", self.name.to_uppercase())
    }
}

/// Everything that is wrong with the settings.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct ConfigError(Vec<String>);

impl Config {
    /// Reads the file (if one is given) and the variables.
    ///
    /// # Errors
    /// Names every key that is unknown or has a wrong value.
    pub fn load(
        file: Option<&Path>,
        variables: impl Iterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let mut values = BTreeMap::new();
        let mut wrong = Vec::new();
        if let Some(path) = file {
            read_file(path, &mut values, &mut wrong);
        }
        for (name, value) in variables {
            let Some(key) = name.strip_prefix(PREFIX).map(str::to_lowercase) else {
                continue;
            };
            // The command line has a variable of its own for the file.
            if key == "config" {
                continue;
            }
            if KEYS.iter().any(|known| known.name == key) {
                values.insert(key, value);
            } else {
                wrong.push(format!("{name}: there is no such setting"));
            }
        }
        match Self::from_values(&values) {
            Ok(config) if wrong.is_empty() => config.checked(),
            Ok(_) => Err(ConfigError(wrong)),
            Err(ConfigError(more)) => {
                wrong.extend(more);
                Err(ConfigError(wrong))
            }
        }
    }

    /// The settings that hold if nobody says otherwise.
    pub fn defaults() -> Result<Self, ConfigError> {
        Self::load(None, std::iter::empty())
    }

    fn checked(self) -> Result<Self, ConfigError> {
        if !self.is_https() && !self.public_url.is_loopback() {
            return Err(ConfigError(vec![format!(
                "{PREFIX}PUBLIC_URL: `{}` must begin with https://, because cookies and \
                 service workers need it; plain http works on this machine only",
                self.public_url
            )]));
        }
        Ok(self)
    }

    /// The address of the database.
    pub fn database(&self) -> String {
        if self.database_url.0.is_empty() {
            format!("sqlite:{}", self.data_dir.join("mitwirken.db").display())
        } else {
            self.database_url.0.clone()
        }
    }

    /// The file with the secret.
    pub fn key_path(&self) -> PathBuf {
        self.key_file.0.clone().unwrap_or_else(|| {
            let mut beside = self.data_dir.clone().into_os_string();
            beside.push(".key");
            PathBuf::from(beside)
        })
    }

    /// Whether people reach the server by https.
    pub fn is_https(&self) -> bool {
        self.public_url.0.starts_with("https://")
    }

    /// The client's address: the peer's, or what the nearest trusted proxy says.
    pub fn client_address(&self, request: &HttpRequest) -> Option<IpAddr> {
        let peer = request.peer_addr()?.ip();
        if !self.trusted_proxies.0.contains(&peer) {
            return Some(peer);
        }
        let forwarded = request
            .headers()
            .get_all("x-forwarded-for")
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .filter_map(|part| part.trim().parse::<IpAddr>().ok())
            .collect::<Vec<_>>();
        // From the right: whatever stands left of the last stranger can be forged.
        forwarded.into_iter().rev().find(|address| !self.trusted_proxies.0.contains(address)).or(Some(peer))
    }
}

fn read_file(path: &Path, values: &mut BTreeMap<String, String>, wrong: &mut Vec<String>) {
    let name = path.display();
    let table = std::fs::read_to_string(path)
        .map_err(|error| error.to_string())
        .and_then(|text| text.parse::<toml::Table>().map_err(|error| error.to_string()));
    let table = match table {
        Ok(table) => table,
        Err(error) => {
            wrong.push(format!("{name}: {error}"));
            return;
        }
    };
    for (key, value) in table {
        if !KEYS.iter().any(|known| known.name == key) {
            wrong.push(format!("{name}: {key}: there is no such setting"));
            continue;
        }
        let text = match value {
            toml::Value::String(text) => text,
            toml::Value::Array(items) => items
                .iter()
                .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned))
                .collect::<Vec<_>>()
                .join(","),
            other => other.to_string(),
        };
        values.insert(key, text);
    }
}

fn read<T: Setting>(
    values: &BTreeMap<String, String>,
    key: &str,
    default: &str,
    wrong: &mut Vec<String>,
) -> Option<T> {
    let text = values.get(key).map_or(default, String::as_str);
    T::read(text)
        .map_err(|expected| {
            wrong.push(format!("{PREFIX}{}: expected {expected}", key.to_uppercase()));
        })
        .ok()
}

/// A value that can be read from text; the error says what was expected.
trait Setting: Sized {
    fn read(text: &str) -> Result<Self, &'static str>;
}

macro_rules! setting_by_from_str {
    ($($type:ty = $expected:literal),+ $(,)?) => { $(
        impl Setting for $type {
            fn read(text: &str) -> Result<Self, &'static str> {
                text.trim().parse().map_err(|_| $expected)
            }
        }
    )+ };
}

setting_by_from_str! {
    SocketAddr = "an address with a port, e.g. 127.0.0.1:8080",
    IpAddr = "an IP address, e.g. 10.0.0.1",
    PathBuf = "a path",
    String = "a text",
    u32 = "a whole number from 0",
    u64 = "a whole number from 0",
    usize = "a whole number from 0",
    bool = "`true` or `false`",
}

/// A value that may be left empty.
#[derive(Clone, Debug)]
pub struct Optional<T>(pub Option<T>);

impl<T: Setting> Setting for Optional<T> {
    fn read(text: &str) -> Result<Self, &'static str> {
        if text.trim().is_empty() { Ok(Self(None)) } else { T::read(text).map(|value| Self(Some(value))) }
    }
}

/// Values separated by commas.
#[derive(Clone, Debug)]
pub struct List<T>(pub Vec<T>);

impl<T: Setting> Setting for List<T> {
    fn read(text: &str) -> Result<Self, &'static str> {
        text.split(',')
            .filter(|part| !part.trim().is_empty())
            .map(T::read)
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

/// A text that no log may show.
#[derive(Clone)]
pub struct Secret(String);

impl Setting for Secret {
    fn read(text: &str) -> Result<Self, &'static str> {
        let known = ["", "sqlite:", "postgres://", "postgresql://"];
        let fine = text.is_empty() || known.iter().skip(1).any(|scheme| text.starts_with(scheme));
        if fine {
            Ok(Self(text.to_owned()))
        } else {
            Err("sqlite:<file> or postgres://user:password@host/database")
        }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// The address of a mail server, which may hold a password.
#[derive(Clone)]
pub struct SmtpUrl(Option<String>);

impl SmtpUrl {
    /// The address, if there is one.
    pub fn get(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

impl Setting for SmtpUrl {
    fn read(text: &str) -> Result<Self, &'static str> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(Self(None));
        }
        Transport::smtp(text)
            .map(|_| Self(Some(text.to_owned())))
            .map_err(|_| "smtps://user:password@host or smtp://host:587?tls=required")
    }
}

impl fmt::Debug for SmtpUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// From whom mails come.
#[derive(Clone, Debug)]
pub struct MailFrom(pub String);

impl Setting for MailFrom {
    fn read(text: &str) -> Result<Self, &'static str> {
        text.parse::<lettre::message::Mailbox>()
            .map(|_| Self(text.to_owned()))
            .map_err(|_| "`Name <address>` or an e-mail address")
    }
}

/// The address of the server as people type it, without a slash at the end.
#[derive(Clone, Debug)]
pub struct PublicUrl(String);

impl PublicUrl {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn is_loopback(&self) -> bool {
        let host = self.0.trim_start_matches("http://");
        ["127.", "localhost", "[::1]"].iter().any(|start| host.starts_with(start))
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Setting for PublicUrl {
    fn read(text: &str) -> Result<Self, &'static str> {
        let text = text.trim().trim_end_matches('/');
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let fine = host.is_some_and(|host| {
            !host.is_empty()
                && !host
                    .contains(|c: char| c.is_whitespace() || matches!(c, '/' | '?' | '#' | '"' | '<' | '>'))
        });
        if fine {
            Ok(Self(text.to_owned()))
        } else {
            Err("an address such as https://mitwirken.example.org, without a path")
        }
    }
}

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

impl FromStr for LogFormat {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err(()),
        }
    }
}

setting_by_from_str! { LogFormat = "`text` or `json`" }

#[cfg(test)]
mod tests {
    use super::*;

    fn load(pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
        Config::load(None, pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    #[test]
    fn the_defaults_are_sound() {
        assert_eq!(load(&[]).unwrap().listen.port(), 8080);
    }

    #[test]
    fn every_wrong_value_is_named_by_its_variable() {
        let error = load(&[
            ("MITWIRKEN_LISTEN", "nowhere"),
            ("MITWIRKEN_DATABASE_URL", "mysql://x"),
            ("MITWIRKEN_COLOUR", "blue"),
        ])
        .unwrap_err()
        .to_string();
        for name in ["MITWIRKEN_LISTEN", "MITWIRKEN_DATABASE_URL", "MITWIRKEN_COLOUR"] {
            assert!(error.contains(name), "{error}");
        }
    }

    #[test]
    fn a_public_address_without_https_is_refused() {
        let error = load(&[("MITWIRKEN_PUBLIC_URL", "http://mitwirken.example.org")]).unwrap_err();
        assert!(error.to_string().contains("MITWIRKEN_PUBLIC_URL"));
        assert!(load(&[("MITWIRKEN_PUBLIC_URL", "http://localhost:9000/")]).is_ok());
    }

    #[test]
    fn the_database_address_never_shows_in_debug_output() {
        let config = load(&[("MITWIRKEN_DATABASE_URL", "postgres://u:topsecret@h/d")]).unwrap();
        assert!(!format!("{config:?}").contains("topsecret"));
    }
}
