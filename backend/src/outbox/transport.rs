//! How a mail leaves: by SMTP, or, where none is configured, as a file.

use std::path::{Path, PathBuf};

use lettre::transport::smtp::{Error as SmtpError, PoolConfig};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};

/// Where mails go.
#[derive(Clone, Debug)]
pub enum Transport {
    /// A mail server; connections are used again.
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    /// A folder: one `.eml` file for each mail.
    Folder(PathBuf),
}

/// Why a mail did not leave.
#[derive(Debug, thiserror::Error)]
pub enum TransportError {
    /// Trying again later may help: greylisting, a full mailbox, a server that is down.
    #[error("{0}")]
    Later(String),
    /// It will never be taken.
    #[error("{0}")]
    Never(String),
}

impl Transport {
    /// The mail server at `url` (`smtp://`, `smtps://`; `?tls=required` for STARTTLS).
    ///
    /// # Errors
    /// If the address cannot be read.
    pub fn smtp(url: &str) -> Result<Self, SmtpError> {
        let pool = PoolConfig::new().max_size(4).min_idle(0);
        Ok(Self::Smtp(AsyncSmtpTransport::<Tokio1Executor>::from_url(url)?.pool_config(pool).build()))
    }

    /// Hands a mail over; what the server answered.
    pub async fn send(&self, name: &str, message: &Message) -> Result<String, TransportError> {
        match self {
            Self::Smtp(server) => match server.send(message.clone()).await {
                Ok(response) => Ok(response.code().to_string()),
                Err(error) => Err(classify(&error)),
            },
            Self::Folder(folder) => {
                write(folder, name, message).map_err(|error| TransportError::Later(error.to_string()))?;
                Ok("file".to_owned())
            }
        }
    }
}

fn write(folder: &Path, name: &str, message: &Message) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    // Whoever looks into the folder sees whole files only.
    let partial = folder.join(format!("{name}.partial"));
    std::fs::write(&partial, message.formatted())?;
    std::fs::rename(partial, folder.join(format!("{name}.eml")))
}

/// The server's words without what stands in brackets: those are addresses.
fn classify(error: &SmtpError) -> TransportError {
    let mut hidden = false;
    let said = error
        .to_string()
        .chars()
        .filter(|c| {
            hidden = match c {
                '<' => true,
                '>' => false,
                _ => hidden,
            };
            !hidden && *c != '>' && !c.is_control()
        })
        .take(300)
        .collect::<String>();
    // Words with an at sign are addresses, too.
    let said = said.split(' ').filter(|word| !word.contains('@')).collect::<Vec<_>>().join(" ");
    if error.is_permanent() { TransportError::Never(said) } else { TransportError::Later(said) }
}
