//! The API over real HTTP. A test's name is the sentence that it proves.

#![expect(clippy::expect_used, reason = "a test's failure is a panic")]

mod audit;
mod catalogue;
mod concepts;
mod content;
mod conventions;
mod database;
mod departments;
mod examples;
mod finder;
mod formats;
mod guides;
mod mail;
mod openapi;
mod operations;
mod pages;
mod roles;
mod search;
mod sign_in;
mod users;
