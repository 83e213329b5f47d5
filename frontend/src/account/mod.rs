//! Coming in, and the own account.

mod invitation;
mod me;
mod second_factor;
mod sign_in;

pub use invitation::invitation_view;
pub use me::{me_view, signed_in};
pub use sign_in::{link_view, sign_in_view};

use mitwirken_shared::accounts::{Me, SignedIn};

use crate::session;
use crate::site_map::{self, Navigator};

/// Where somebody belongs after signing in.
fn home_of(me: &Me) -> String {
    if me.is_staff() { site_map::administration("") } else { site_map::account() }
}

/// Somebody came in: staff go to their views, residents to their account.
fn arrived(signed: SignedIn, go: Navigator) {
    let address = home_of(&signed.me);
    session::begin(signed);
    go.go(&address, false);
}
