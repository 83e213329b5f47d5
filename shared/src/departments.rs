//! Organisations and the tree of the city's departments.

use serde::{Deserialize, Serialize};

use crate::vocabulary;

vocabulary! {
    /// What an organisation is.
    OrganisationKind {
        /// The city's administration.
        City = "city",
        /// A parliamentary group or party.
        PoliticalGroup = "political_group",
        /// A district council.
        DistrictCouncil = "district_council",
        /// An initiative or association.
        Initiative = "initiative",
        /// A body that runs facilities.
        Carrier = "carrier",
        /// A company.
        Company = "company",
        /// A university or institute.
        Science = "science",
    }
}

vocabulary! {
    /// What a department is.
    DepartmentKind {
        /// Dezernat or Fachbereich.
        Division = "division",
        /// Amt.
        Office = "office",
        /// Ombudsstelle.
        Ombuds = "ombuds",
        /// Koordinierungsstelle.
        Coordination = "coordination",
        /// Team within one of them.
        Team = "team",
    }
}

vocabulary! {
    /// How far a department has come in using the portal.
    Rollout {
        /// Does not use it yet.
        None = "none",
        /// Tries it out.
        Pilot = "pilot",
        /// Looks at what the pilot showed.
        Evaluating = "evaluating",
        /// Uses it for good.
        RolledOut = "rolled_out",
        /// Has stopped for a while.
        Paused = "paused",
    }
}

/// Just enough of a department to name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct DepartmentLink {
    /// UUIDv7.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Organisation {
    /// UUIDv7.
    pub id: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// Its name.
    pub name: String,
    /// How to reach it.
    pub contact: String,
    /// Whether staff made sure that it is what it says.
    pub verified: bool,
    /// Counts the changes; what `If-Match` compares.
    pub version: i64,
}

/// All organisations, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Organisations {
    /// All of them.
    pub items: Vec<Organisation>,
}

/// A new organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct NewOrganisation {
    /// What it is.
    pub kind: OrganisationKind,
    /// Its name.
    pub name: String,
    /// How to reach it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Whether staff made sure that it is what it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<bool>,
}

/// Changes an organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct OrganisationPatch {
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<OrganisationKind>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How to reach it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Whether staff made sure that it is what it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<bool>,
}

/// A department in the tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Department {
    /// UUIDv7.
    pub id: String,
    /// The organisation that it belongs to.
    pub organisation: String,
    /// The department above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// What it is.
    pub kind: DepartmentKind,
    /// Its abbreviation, e.g. "FB 61".
    pub abbreviation: String,
    /// Its name.
    pub name: String,
    /// How far it has come.
    pub rollout: Rollout,
    /// Since when, RFC 3339.
    pub rollout_since: String,
    /// Whether somebody else than the author has to approve before something is published.
    pub four_eyes: bool,
    /// How many people hold a role here or below.
    pub people: u32,
    /// Counts the changes; what `If-Match` compares.
    pub version: i64,
}

/// All departments: parents before children, siblings by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Departments {
    /// All of them.
    pub items: Vec<Department>,
}

/// A new department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct NewDepartment {
    /// The organisation; absent = the city itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// The department above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// What it is.
    pub kind: DepartmentKind,
    /// Its abbreviation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abbreviation: Option<String>,
    /// Its name.
    pub name: String,
    /// How far it has come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rollout: Option<Rollout>,
    /// Whether somebody else than the author has to approve before something is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub four_eyes: Option<bool>,
}

/// Changes a department.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct DepartmentPatch {
    /// The department above it; `null` = none. It takes everything below along.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Option<String>>,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<DepartmentKind>,
    /// Its abbreviation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abbreviation: Option<String>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How far it has come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rollout: Option<Rollout>,
    /// Whether somebody else than the author has to approve before something is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub four_eyes: Option<bool>,
}
