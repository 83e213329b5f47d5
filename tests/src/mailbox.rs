//! The mails that a server without SMTP wrote as files.

use std::time::{Duration, Instant};

use mail_parser::MessageParser;

use crate::TestApp;

/// A mail as it was written.
#[derive(Clone, Debug)]
pub struct Mail {
    /// To whom.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
}

impl Mail {
    /// What stands after `#` in the mail's link.
    pub fn secret(&self) -> String {
        let (_, rest) = self.text.split_once('#').expect("a link");
        rest.split_whitespace().next().expect("a secret").to_owned()
    }

    /// The first six digits.
    pub fn code(&self) -> String {
        let digits = self.subject.chars().filter(char::is_ascii_digit).collect::<String>();
        assert_eq!(digits.len(), 6, "{}", self.subject);
        digits
    }
}

impl TestApp {
    /// Every mail to this address, the oldest first, once nothing waits any more.
    pub async fn mails_to(&self, address: &str) -> Vec<Mail> {
        self.settle_mail().await;
        let folder = self.app().config.data_dir.join("mail");
        let mut files = std::fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|end| end == "eml"))
            .collect::<Vec<_>>();
        files.sort();
        files
            .iter()
            .map(|path| {
                let raw = std::fs::read(path).expect("a mail");
                let mail = MessageParser::default().parse(&raw).expect("a mail");
                Mail {
                    to: mail
                        .to()
                        .and_then(|to| to.first())
                        .and_then(|to| to.address())
                        .unwrap_or_default()
                        .to_owned(),
                    subject: mail.subject().unwrap_or_default().to_owned(),
                    text: mail.body_text(0).unwrap_or_default().into_owned(),
                    html: mail.body_html(0).unwrap_or_default().into_owned(),
                }
            })
            .filter(|mail| mail.to == address)
            .collect()
    }

    /// The latest mail to this address.
    pub async fn last_mail_to(&self, address: &str) -> Mail {
        self.mails_to(address).await.pop().expect("a mail")
    }

    /// Waits until no mail is due any more.
    pub async fn settle_mail(&self) {
        let app = self.app();
        let began = Instant::now();
        loop {
            let left = app.outbox.run(&app.db, &app.access.keys, app.clock.now()).await.expect("the outbox");
            let mut tx = app.db.read().await.expect("a transaction");
            let counts = mitwirken::outbox::store::count(&mut tx).await.expect("counts");
            drop(tx);
            if left == 0 && !counts.iter().any(|(state, _)| state == "sending") {
                return;
            }
            assert!(began.elapsed() < Duration::from_secs(20), "mail never settles: {counts:?}");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}
