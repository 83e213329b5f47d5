//! The one place that decides who may do what: a role gives actions, a grant says where.

use mitwirken_shared::accounts::Role;
use uuid::Uuid;

use super::roles::{Grant, Scope};
use crate::db::Timestamp;
use crate::ids::DepartmentId;

/// What staff can do. Everything that is not here, everybody may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Enter the staff views, and see names of colleagues and departments.
    EnterAdministration,
    /// See accounts with their addresses and grants.
    ReadUsers,
    /// Invite, correct, disable accounts, and let them set a new password.
    ManageUsers,
    /// Give or take away a role.
    Grant(Role),
    /// Create departments, move and rename them, set their roll-out state.
    ManageDepartments,
    /// Set whether a department wants four eyes, and its roll-out state.
    SteerDepartment,
    /// Read the audit log.
    ReadAudit,
    /// Erase the details of an audit event.
    EraseAuditDetails,
    /// See mail that could not be sent.
    ReadMail,
    /// Send it again or let it go.
    ManageMail,
    /// Change name, colours, texts and contact of the portal.
    ManageSettings,
    /// See drafts of formats, examples, guides and concepts.
    ReadDrafts,
    /// Write them.
    EditContent,
    /// Approve, publish, withdraw and archive them.
    PublishContent,
    /// Read what the public submitted.
    ReadSubmissions,
    /// Decide on it.
    DecideSubmissions,
    /// Save plans for the department.
    KeepPlans,
}

impl Action {
    /// Every action.
    pub fn all() -> impl Iterator<Item = Self> {
        use mitwirken_shared::vocabulary::Vocabulary as _;
        [
            Self::EnterAdministration,
            Self::ReadUsers,
            Self::ManageUsers,
            Self::ManageDepartments,
            Self::SteerDepartment,
            Self::ReadAudit,
            Self::EraseAuditDetails,
            Self::ReadMail,
            Self::ManageMail,
            Self::ManageSettings,
            Self::ReadDrafts,
            Self::EditContent,
            Self::PublishContent,
            Self::ReadSubmissions,
            Self::DecideSubmissions,
            Self::KeepPlans,
        ]
        .into_iter()
        .chain(Role::ALL.iter().copied().map(Self::Grant))
    }
}

/// What an action is done to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Object {
    /// The department that it belongs to and all above it; empty = the whole city's.
    pub departments: Vec<DepartmentId>,
    /// The object itself, if roles can be given for it alone.
    pub itself: Option<(String, Uuid)>,
}

impl Object {
    /// Something that belongs to the whole city.
    pub fn city() -> Self {
        Self::default()
    }

    /// Something that belongs to a department: it and all above it.
    pub const fn of(departments: Vec<DepartmentId>) -> Self {
        Self { departments, itself: None }
    }
}

/// Whether the role gives the action, wherever it holds.
pub const fn gives(role: Role, action: Action) -> bool {
    use Action as A;
    if matches!(action, A::EnterAdministration | A::KeepPlans) {
        // Whoever works here at all.
        return true;
    }
    match role {
        Role::Admin => true,
        Role::DepartmentAdmin => match action {
            A::Grant(role) => !matches!(role, Role::Admin | Role::Dpo | Role::DrawOfficer),
            A::ReadUsers
            | A::ManageUsers
            | A::SteerDepartment
            | A::ReadAudit
            | A::ReadDrafts
            | A::EditContent
            | A::PublishContent
            | A::ReadSubmissions
            | A::DecideSubmissions => true,
            _ => false,
        },
        Role::Editor => matches!(
            action,
            A::ReadDrafts | A::EditContent | A::PublishContent | A::ReadSubmissions | A::DecideSubmissions
        ),
        Role::Moderator => matches!(action, A::ReadSubmissions | A::DecideSubmissions),
        Role::ProjectLead => matches!(action, A::ReadDrafts),
        Role::Dpo => matches!(action, A::ReadUsers | A::ReadAudit | A::EraseAuditDetails),
        Role::PoolManager | Role::DrawOfficer | Role::Caller => false,
    }
}

/// Whether the scope takes in the object.
fn covers(scope: &Scope, object: &Object) -> bool {
    match scope {
        Scope::Global => true,
        Scope::Department(department) => object.departments.contains(department),
        Scope::Object { kind, id } => {
            object.itself.as_ref().is_some_and(|(its_kind, its_id)| its_kind == kind && its_id == id)
        }
    }
}

/// Whether somebody with these grants may do `action` to `object` at `now`.
pub fn authorize(grants: &[Grant], action: Action, object: &Object, now: Timestamp) -> bool {
    grants.iter().any(|grant| grant.holds(now) && gives(grant.role, action) && covers(&grant.scope, object))
}

/// Whether these grants give the action anywhere at all: to show a list, whose rows are then judged one
/// by one.
pub fn somewhere(grants: &[Grant], action: Action, now: Timestamp) -> bool {
    grants.iter().any(|grant| grant.holds(now) && gives(grant.role, action))
}

#[cfg(test)]
mod tests {
    use mitwirken_shared::vocabulary::Vocabulary as _;
    use proptest::prelude::*;

    use super::*;
    use crate::ids::GrantId;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::new(chrono::DateTime::from_timestamp(seconds, 0).unwrap())
    }

    fn department(number: u8) -> DepartmentId {
        DepartmentId(Uuid::from_bytes([number; 16]))
    }

    fn scopes() -> impl Strategy<Value = Scope> {
        prop_oneof![
            Just(Scope::Global),
            (0_u8..5).prop_map(|number| Scope::Department(department(number))),
            (0_u8..5)
                .prop_map(|n| Scope::Object { kind: "project".to_owned(), id: Uuid::from_bytes([n; 16]) }),
        ]
    }

    fn grants() -> impl Strategy<Value = Vec<Grant>> {
        let one = (
            0..Role::ALL.len(),
            scopes(),
            -5_i64..5,
            prop::option::of(-5_i64..5),
            prop::option::of(-5_i64..5),
        );
        proptest::collection::vec(one, 0..5).prop_map(|list| {
            list.into_iter()
                .map(|(role, scope, start, end, revoked)| Grant {
                    id: GrantId(Uuid::nil()),
                    role: Role::ALL[role],
                    scope,
                    starts_at: at(start),
                    ends_at: end.map(at),
                    revoked_at: revoked.map(at),
                })
                .collect()
        })
    }

    fn objects() -> impl Strategy<Value = Object> {
        (proptest::collection::vec(0_u8..5, 0..4), prop::option::of(0_u8..5)).prop_map(|(path, itself)| {
            Object {
                departments: path.into_iter().map(department).collect(),
                itself: itself.map(|n| ("project".to_owned(), Uuid::from_bytes([n; 16]))),
            }
        })
    }

    fn action(index: prop::sample::Index) -> Action {
        let all = Action::all().collect::<Vec<_>>();
        all[index.index(all.len())]
    }

    proptest! {
        #[test]
        fn without_a_grant_that_holds_now_nothing_is_allowed(
            grants in grants(), object in objects(), index in any::<prop::sample::Index>(),
        ) {
            let none = grants.iter().filter(|grant| !grant.holds(at(0))).cloned().collect::<Vec<_>>();
            prop_assert!(!authorize(&none, action(index), &object, at(0)));
        }

        #[test]
        fn one_more_grant_never_takes_anything_away(
            grants in grants(), more in grants(), object in objects(), index in any::<prop::sample::Index>(),
        ) {
            let before = authorize(&grants, action(index), &object, at(0));
            let both = [grants, more].concat();
            prop_assert!(!before || authorize(&both, action(index), &object, at(0)));
        }

        #[test]
        fn what_holds_above_holds_below(
            grants in grants(), object in objects(), below in 0_u8..5, index in any::<prop::sample::Index>(),
        ) {
            let mut deeper = object.clone();
            deeper.departments.insert(0, department(below));
            let above = authorize(&grants, action(index), &object, at(0));
            prop_assert!(!above || authorize(&grants, action(index), &deeper, at(0)));
        }

        #[test]
        fn a_department_role_reaches_nothing_outside_its_department(
            grants in grants(), object in objects(), index in any::<prop::sample::Index>(),
        ) {
            let local = grants.into_iter().filter(|grant| match &grant.scope {
                Scope::Department(department) => !object.departments.contains(department),
                _ => false,
            }).collect::<Vec<_>>();
            prop_assert!(!authorize(&local, action(index), &object, at(0)));
        }
    }

    #[test]
    fn nobody_but_an_admin_makes_admins() {
        for role in Role::ALL {
            assert_eq!(gives(*role, Action::Grant(Role::Admin)), *role == Role::Admin, "{role}");
        }
    }

    #[test]
    fn a_grant_ends_at_its_moment() {
        let mut grant = Grant {
            id: GrantId(Uuid::nil()),
            role: Role::Editor,
            scope: Scope::Global,
            starts_at: at(0),
            ends_at: Some(at(10)),
            revoked_at: None,
        };
        assert!(!grant.holds(at(-1)) && grant.holds(at(0)) && grant.holds(at(9)) && !grant.holds(at(10)));
        grant.revoked_at = Some(at(5));
        assert!(grant.holds(at(4)) && !grant.holds(at(5)));
    }
}
