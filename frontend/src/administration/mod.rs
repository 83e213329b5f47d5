//! The staff views ("Verwaltung").

mod audit;
mod departments;
mod mail;
mod overview;
mod people;
mod person;
mod shell;

pub use audit::audit_view;
pub use departments::departments_view;
pub use mail::mail_view;
pub use overview::overview_view;
pub use people::people_view;
pub use person::person_view;
