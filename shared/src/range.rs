//! Number ranges with an optional upper end.

use serde::{Deserialize, Serialize};

/// From `min` to `max`, both included; without `max` there is no upper end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// The smallest value.
    pub min: u32,
    /// The largest value; absent = open end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
}

impl Range {
    /// A range with both ends.
    pub const fn new(min: u32, max: u32) -> Self {
        Self { min, max: Some(max) }
    }

    /// Whether `value` lies in the range.
    pub fn contains(self, value: u32) -> bool {
        self.min <= value && self.max.is_none_or(|max| value <= max)
    }

    /// Whether both ranges share a value.
    pub fn overlaps(self, other: Self) -> bool {
        other.max.is_none_or(|max| self.min <= max) && self.max.is_none_or(|max| other.min <= max)
    }

    /// Whether the upper end, if there is one, is not below the lower.
    pub fn is_ordered(self) -> bool {
        self.max.is_none_or(|max| self.min <= max)
    }
}

impl std::ops::Add for Range {
    type Output = Self;

    /// End by end; open if either is open.
    fn add(self, other: Self) -> Self {
        Self {
            min: self.min.saturating_add(other.min),
            max: self.max.zip(other.max).map(|(a, b)| a.saturating_add(b)),
        }
    }
}

impl std::ops::Mul<u32> for Range {
    type Output = Self;

    /// Both ends times `factor`.
    fn mul(self, factor: u32) -> Self {
        Self { min: self.min.saturating_mul(factor), max: self.max.map(|max| max.saturating_mul(factor)) }
    }
}
