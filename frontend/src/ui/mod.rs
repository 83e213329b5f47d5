//! Parts that know no feature.

mod field;
mod footer;
mod fragments;
mod header;
mod icon;
mod load;
mod notice;
mod page;
mod stepper;
mod text;
mod theme;
mod trust;

pub use field::{Field, input, on_send, select, send_button, summary};
pub use footer::Footer;
pub use fragments::fragments;
pub use header::Header;
pub use icon::{icon, small};
pub use load::{every, failure, loaded, loading};
pub use notice::{Notices, copy_link, notices, print_button, share, tell};
pub use page::{crumbs, entered, entered_part, focus_on, format_rows, page_head};
pub use stepper::Stepper;
pub use text::{prose, text, ticks};
pub use theme::ThemeSwitch;
pub use trust::{source_list, trust};
