//! Typed ids, and the only source of new ones.

use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::{Database, Decode, Encode, Type};
use uuid::Uuid;

/// Declares a newtype over [`Uuid`] that both engines store (`blob`, `uuid`).
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl<DB: Database> Type<DB> for $name where Uuid: Type<DB> {
            fn type_info() -> DB::TypeInfo { <Uuid as Type<DB>>::type_info() }
            fn compatible(ty: &DB::TypeInfo) -> bool { <Uuid as Type<DB>>::compatible(ty) }
        }

        impl<'q, DB: Database> Encode<'q, DB> for $name where Uuid: Encode<'q, DB> {
            fn encode_by_ref(&self, buffer: &mut DB::ArgumentBuffer) -> Result<IsNull, BoxDynError> {
                self.0.encode_by_ref(buffer)
            }
        }

        impl<'r, DB: Database> Decode<'r, DB> for $name where Uuid: Decode<'r, DB> {
            fn decode(value: DB::ValueRef<'r>) -> Result<Self, BoxDynError> {
                Uuid::decode(value).map(Self)
            }
        }
    )+ };
}

ids! {
    /// Of a format.
    FormatId,
    /// Of a practice example.
    ExampleId,
    /// Of a guide.
    GuideId,
    /// Of a concept or an idea.
    ConceptId,
    /// Of somebody with an account.
    UserId,
    /// Of a sign-in on one device.
    SessionId,
    /// Of an organisation.
    OrganisationId,
    /// Of a department.
    DepartmentId,
    /// Of a role that somebody was given.
    GrantId,
    /// Of an event in the audit log.
    AuditEventId,
    /// Of a mail in the outbox.
    MailId,
}

/// Makes new ids.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ids;

impl Ids {
    /// A new UUIDv7: unique, and ordered by time.
    #[expect(clippy::disallowed_methods, reason = "the one place that makes ids")]
    pub fn next(self) -> Uuid {
        Uuid::now_v7()
    }
}
