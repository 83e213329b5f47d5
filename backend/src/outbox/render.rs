//! From template and values to a mail with a text part and an HTML part.
//!
//! A template is Markdown with a subject above it. The text part is the Markdown as it stands; the HTML
//! part is made from it, with every value escaped, so that nothing that somebody typed becomes markup.

use std::path::PathBuf;
use std::time::{Duration, UNIX_EPOCH};

use comrak::{Options, markdown_to_html};
use lettre::Message;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Output, State, UndefinedBehavior};
use rust_embed::RustEmbed;
use serde_json::json;

use super::Template;
use crate::db::Timestamp;
use crate::ids::MailId;
use crate::texts::LANGUAGES;

#[derive(RustEmbed)]
#[folder = "src/outbox/templates"]
struct Shipped;

/// Why a mail cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The template is broken; a city may have changed it.
    #[error("template {0}: {1}")]
    Template(String, String),
    /// An address is none.
    #[error("address: {0}")]
    Address(#[from] lettre::address::AddressError),
    /// The mail cannot be put together.
    #[error("mail: {0}")]
    Mail(#[from] lettre::error::Error),
}

/// What every mail says of the portal.
#[derive(Clone, Debug)]
pub struct Sender {
    /// From whom, as `Name <address>` or just an address.
    pub from: String,
    /// The portal's name.
    pub site: String,
    /// The portal's address.
    pub url: String,
    /// Folder with templates that replace ours; a file that is not there is ours.
    pub templates: Option<PathBuf>,
}

/// A mail in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The subject.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
}

impl Sender {
    /// Renders every template in every language with sample values: what `doctor` looks at.
    pub fn check(&self) -> Result<(), RenderError> {
        for template in Template::ALL {
            for lang in LANGUAGES {
                self.words(template.name(), lang, &sample())?;
            }
        }
        Ok(())
    }

    /// The words of a mail.
    pub fn words(
        &self,
        template: &str,
        lang: &str,
        values: &serde_json::Value,
    ) -> Result<Words, RenderError> {
        let lang = LANGUAGES.iter().copied().find(|known| *known == lang).unwrap_or("de");
        let source = self.source(lang, template)?;
        let values = json!({ "site": self.site, "url": self.url, "lang": lang, "mail": values });
        let plain = Self::run(&source, template, &values, false)?;
        let marked = Self::run(&source, template, &values, true)?;
        let (subject, text) =
            split(&plain).ok_or_else(|| Self::broken(template, "it has no subject line"))?;
        let (_, marked) = split(&marked).ok_or_else(|| Self::broken(template, "it has no subject line"))?;
        let layout = Shipped::get("layout.html").map(|file| file.data.into_owned()).unwrap_or_default();
        let layout = String::from_utf8_lossy(&layout).into_owned();
        let mut options = Options::default();
        options.extension.table = true;
        let body = markdown_to_html(marked, &options)
            // A link that is alone in its paragraph is the mail's one action.
            .replace("<p><a href=", "<p class=\"action\"><a href=");
        let html = layout
            .replace("{{lang}}", lang)
            .replace("{{site}}", &escape_html(&self.site))
            .replace("{{url}}", &escape_html(&self.url))
            .replace("{{subject}}", &escape_html(subject))
            .replace("{{body}}", &body);
        Ok(Words { subject: subject.to_owned(), text: format!("{}\n", text.trim_end()), html })
    }

    /// The mail as it is sent.
    pub fn message(
        &self,
        id: MailId,
        to: &str,
        words: &Words,
        lang: &str,
        written: Timestamp,
    ) -> Result<Message, RenderError> {
        let from: Mailbox = self.from.parse()?;
        let to = Mailbox::new(None, to.parse()?);
        // The same name at every attempt: a mail server that has it already drops it.
        let name = format!("<{}@{}>", id.0.simple(), from.email.domain());
        let seconds = u64::try_from(written.utc().timestamp()).unwrap_or(0);
        Ok(Message::builder()
            .from(from)
            .to(to)
            .subject(one_line(&words.subject))
            .date(UNIX_EPOCH + Duration::from_secs(seconds))
            .message_id(Some(name))
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .raw_header(header("Content-Language", lang))
            .multipart(MultiPart::alternative_plain_html(words.text.clone(), words.html.clone()))?)
    }

    fn broken(template: &str, problem: &str) -> RenderError {
        RenderError::Template(template.to_owned(), problem.to_owned())
    }

    fn source(&self, lang: &str, template: &str) -> Result<String, RenderError> {
        let file = format!("{lang}/{template}.md");
        if let Some(own) = self.templates.as_ref().map(|folder| folder.join(&file))
            && own.exists()
        {
            return std::fs::read_to_string(own).map_err(|error| Self::broken(template, &error.to_string()));
        }
        let shipped = Shipped::get(&file).ok_or_else(|| Self::broken(template, "there is no such file"))?;
        Ok(String::from_utf8_lossy(&shipped.data).into_owned())
    }

    fn run(
        source: &str,
        template: &str,
        values: &serde_json::Value,
        marked: bool,
    ) -> Result<String, RenderError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(move |_| {
            if marked { AutoEscape::Custom("markdown".into()) } else { AutoEscape::None }
        });
        environment.set_formatter(move |out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value| {
            let text = value.to_string();
            let text = if marked && !value.is_safe() { escape_markdown(&text) } else { text };
            Ok(std::fmt::Write::write_str(out, &text)?)
        });
        environment.add_function("action", move |link: String, label: String| {
            let (link, label) = (one_line(&link), one_line(&label));
            Value::from_safe_string(if marked {
                format!("[{}](<{}>)", escape_markdown(&label), link.replace(['<', '>'], ""))
            } else {
                format!("{label}:\n{link}")
            })
        });
        environment
            .render_str(source, Value::from(Serde(values)))
            .map_err(|error| Self::broken(template, &format!("{error:#}")))
    }
}

/// Values for every template.
pub fn sample() -> serde_json::Value {
    json!({
        "name": "Erika Mustermann",
        "by": "Max Beispiel",
        "code": "123456",
        "link": "https://mitwirken.example.org/anmelden#token",
        "minutes": 10,
        "days": 7,
        "device": "Firefox, Linux",
        "at": "23.11.2026, 10:00 Uhr",
    })
}

fn split(rendered: &str) -> Option<(&str, &str)> {
    let (first, rest) = rendered.trim_start().split_once('\n')?;
    let subject = first.strip_prefix("subject:")?.trim();
    (!subject.is_empty()).then_some((subject, rest.trim_start()))
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), one_line(value))
}

/// Text that cannot begin a header of its own.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn escape_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Escapes every sign that Markdown may read as more than itself (CommonMark, section 2.4).
fn escape_markdown(text: &str) -> String {
    text.chars().flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sender() -> Sender {
        Sender {
            from: "mitWIRken <noreply@example.org>".to_owned(),
            site: "mitWIRken".to_owned(),
            url: "https://mitwirken.example.org".to_owned(),
            templates: None,
        }
    }

    #[test]
    fn every_template_exists_in_every_language_and_says_what_it_must() {
        sender().check().unwrap();
        for lang in LANGUAGES {
            let words = sender().words("sign_in", lang, &sample()).unwrap();
            for part in [&words.text, &words.html] {
                assert!(part.contains("123456"), "{part}");
                assert!(part.contains("https://mitwirken.example.org/anmelden#token"), "{part}");
            }
        }
    }

    #[test]
    fn what_somebody_typed_stays_text() {
        let mut values = sample();
        values["name"] = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) **fett**".into();
        let words = sender().words("invitation", "de", &values).unwrap();
        assert!(words.text.contains("<img src=x onerror=alert(1)> [x](javascript:alert(1)) **fett**"));
        assert!(!words.html.contains("<img"), "{}", words.html);
        assert!(!words.html.contains("href=\"javascript"), "{}", words.html);
        assert!(words.html.contains("**fett**"), "{}", words.html);
    }

    #[test]
    fn no_value_begins_a_header_of_its_own() {
        let words =
            Words { subject: "a\r\nBcc: x@example.org".to_owned(), text: String::new(), html: String::new() };
        let id = MailId(uuid::Uuid::nil());
        let written = Timestamp::new(chrono::DateTime::UNIX_EPOCH);
        let message = sender().message(id, "a@example.org", &words, "de", written).unwrap();
        let formatted = String::from_utf8(message.formatted()).unwrap();
        assert!(!formatted.contains("\nBcc:"), "{formatted}");
        assert!(formatted.contains("Auto-Submitted: auto-generated"), "{formatted}");
    }

    #[test]
    fn a_city_can_replace_a_template_and_is_told_what_is_wrong_with_it() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("de")).unwrap();
        let own = Sender { templates: Some(folder.path().to_owned()), ..sender() };
        let file = folder.path().join("de/sign_in.md");
        std::fs::write(&file, "subject: Hallo\n\nCode {{ mail.code }}").unwrap();
        assert_eq!(own.words("sign_in", "de", &sample()).unwrap().subject, "Hallo");
        assert_ne!(own.words("sign_in", "en", &sample()).unwrap().subject, "Hallo");
        std::fs::write(&file, "subject: Hallo\n\n{{ mail.codde }}").unwrap();
        assert!(own.check().unwrap_err().to_string().contains("sign_in"));
    }
}
