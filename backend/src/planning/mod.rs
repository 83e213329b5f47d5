//! From a format, or a sequence of formats, to a plan: tasks by date, a run sheet to the minute, roles,
//! room, materials, budget, invitations, and the digital twin as Plan B.

pub mod domain;
