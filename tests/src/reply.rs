//! An answer of the server, read whole.

use mitwirken_shared::problem::{Problem, ProblemKind};
use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;

/// Status, headers and body of an answer.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, decompressed.
    pub body: String,
    /// What was asked, for messages.
    pub asked: String,
}

impl Reply {
    pub(crate) async fn read(asked: String, response: reqwest::Response) -> Self {
        Self {
            status: response.status(),
            headers: response.headers().clone(),
            body: response.text().await.expect("a body that ends"),
            asked,
        }
    }

    /// A header's value; empty if it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Demands a status.
    #[must_use]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}: {}", self.asked, self.body);
        self
    }

    /// The body of a 200.
    pub fn ok<T: DeserializeOwned>(self) -> T {
        let reply = self.expect(200);
        serde_json::from_str(&reply.body)
            .unwrap_or_else(|error| panic!("{}: {error}: {}", reply.asked, reply.body))
    }

    /// The body of a 200 as it is.
    pub fn json(self) -> serde_json::Value {
        self.ok()
    }

    /// The problem, which must be of this kind and whole.
    pub fn problem(self, kind: ProblemKind) -> Problem {
        let reply = self.expect(kind.status());
        assert_eq!(reply.header("content-type"), "application/problem+json", "{}", reply.asked);
        let problem: Problem = serde_json::from_str(&reply.body)
            .unwrap_or_else(|error| panic!("{}: {error}: {}", reply.asked, reply.body));
        assert_eq!(problem.kind(), Some(kind), "{}", reply.asked);
        assert_eq!(problem.request_id, reply.header("x-request-id"), "{}", reply.asked);
        assert!(!problem.title.is_empty(), "{}", reply.asked);
        problem
    }
}
