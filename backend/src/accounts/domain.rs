//! Rules of accounts: who may manage whom, and what counts as an address or a name.

use crate::access::authorize::{Action, Object, authorize};
use crate::access::roles::Grant;
use crate::db::Timestamp;

/// The longest address (RFC 5321, section 4.5.3.1.3).
pub const LONGEST_EMAIL: usize = 254;
/// The longest name.
pub const LONGEST_NAME: usize = 120;

/// Whether `text` is an address that a mail can be sent to: the parser of the mail library decides, and no
/// address literal or quoted part is taken.
pub fn is_email(text: &str) -> bool {
    text.len() <= LONGEST_EMAIL
        && !text.contains(['"', '['])
        && text.rsplit_once('@').is_some_and(|(_, domain)| domain.contains('.'))
        && text.parse::<lettre::Address>().is_ok()
}

/// Whether somebody with `grants` may manage somebody who holds `theirs` (each with where it reaches):
/// only who reaches all of it. Whoever holds nothing belongs to the whole city.
pub fn may_manage(grants: &[Grant], theirs: &[(Grant, Object)], now: Timestamp) -> bool {
    let held = theirs.iter().filter(|(grant, _)| grant.holds(now)).collect::<Vec<_>>();
    let may = |action, object: &Object| authorize(grants, action, object, now);
    if held.is_empty() {
        return may(Action::ManageUsers, &Object::city());
    }
    held.iter()
        .all(|(grant, object)| may(Action::ManageUsers, object) && may(Action::Grant(grant.role), object))
}

#[cfg(test)]
mod tests {
    use mitwirken_shared::accounts::Role;
    use uuid::Uuid;

    use super::*;
    use crate::access::roles::Scope;
    use crate::ids::{DepartmentId, GrantId};

    fn now() -> Timestamp {
        Timestamp::new(chrono::DateTime::UNIX_EPOCH)
    }

    fn grant(role: Role, scope: Scope) -> Grant {
        Grant { id: GrantId(Uuid::nil()), role, scope, starts_at: now(), ends_at: None, revoked_at: None }
    }

    #[test]
    fn addresses_are_taken_and_nonsense_is_not() {
        for good in ["a@example.org", "Erika.Mustermann+x@stadt-dortmund.de", "ä@exämple.org"] {
            assert!(is_email(good), "{good}");
        }
        for bad in
            ["", "a", "a@b", "a@@b.de", "a b@c.de", "a@b.de\r\nBcc: c@d.de", "\"a\"@b.de", "a@[127.0.0.1]"]
        {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn a_department_admin_manages_who_is_of_this_department_alone() {
        let (here, there) = (DepartmentId(Uuid::from_u128(1)), DepartmentId(Uuid::from_u128(2)));
        let mine = [grant(Role::DepartmentAdmin, Scope::Department(here))];
        let of = |department| Object::of(vec![department]);
        let editor = |department| (grant(Role::Editor, Scope::Department(department)), of(department));
        assert!(may_manage(&mine, &[editor(here)], now()));
        assert!(!may_manage(&mine, &[editor(here), editor(there)], now()));
        assert!(!may_manage(&mine, &[(grant(Role::Admin, Scope::Global), Object::city())], now()));
        assert!(!may_manage(&mine, &[], now()));
    }
}
