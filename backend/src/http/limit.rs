//! How many requests one client address may make.

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::Arc;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, web};
use governor::clock::{Clock as _, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use mitwirken_shared::problem::ProblemKind;

use crate::app::App;
use crate::problem::ApiError;

type Limiter = RateLimiter<IpAddr, DashMapStateStore<IpAddr>, DefaultClock, StateInformationMiddleware>;

/// A bucket for each address (GCRA, by the `governor` crate). An IPv6 client is its /64.
#[derive(Debug)]
pub struct RateLimit {
    limiter: Option<Limiter>,
    per_minute: u32,
    clock: DefaultClock,
}

impl RateLimit {
    /// At most `per_minute` requests a minute, all of which may come at once; 0 = no limit.
    pub fn new(per_minute: u32) -> Self {
        Self {
            limiter: NonZeroU32::new(per_minute)
                .map(|limit| RateLimiter::dashmap(Quota::per_minute(limit)).with_middleware()),
            per_minute,
            clock: DefaultClock::default(),
        }
    }

    /// Forgets addresses that have their whole bucket again.
    pub fn sweep(&self) {
        if let Some(limiter) = &self.limiter {
            limiter.retain_recent();
        }
    }

    /// Takes one request from the bucket; the rest of it, or the seconds to wait.
    fn take(&self, address: IpAddr) -> Option<Result<u32, u64>> {
        let limiter = self.limiter.as_ref()?;
        Some(
            limiter
                .check_key(&bucket(address))
                .map(|state| state.remaining_burst_capacity())
                .map_err(|refused| refused.wait_time_from(self.clock.now()).as_secs() + 1),
        )
    }
}

/// The network that counts as one client: whoever has a /64 has all its addresses.
pub fn bucket(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(v6) => v6
            .to_ipv4_mapped()
            .map_or_else(|| IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << 64))), IpAddr::V4),
        v4 @ IpAddr::V4(_) => v4,
    }
}

/// Middleware for the API: counts the request and says how many remain
/// (draft-ietf-httpapi-ratelimit-headers).
pub async fn rate_limit(
    app: web::Data<App>,
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let limit = Arc::clone(&app.rate_limit);
    let taken = app.config.client_address(request.request()).and_then(|address| limit.take(address));
    let remaining = match taken {
        None => return Ok(next.call(request).await?.map_into_boxed_body()),
        Some(Ok(remaining)) => remaining,
        Some(Err(seconds)) => {
            let refused =
                ApiError { retry_after: Some(seconds), ..ApiError::new(ProblemKind::TooManyRequests) };
            return Ok(request.error_response(refused).map_into_boxed_body());
        }
    };
    let mut response = next.call(request).await?;
    let headers = response.headers_mut();
    let policy = format!("\"anonymous\";q={};w=60", limit.per_minute);
    for (name, value) in
        [("ratelimit-policy", policy), ("ratelimit", format!("\"anonymous\";r={remaining};t=60"))]
    {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    Ok(response.map_into_boxed_body())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bucket_empties_and_says_how_long_to_wait() {
        let limit = RateLimit::new(3);
        let address = IpAddr::from([192, 0, 2, 1]);
        for remaining in [2, 1, 0] {
            assert_eq!(limit.take(address), Some(Ok(remaining)));
        }
        assert!(matches!(limit.take(address), Some(Err(1..=21))));
        assert_eq!(limit.take(IpAddr::from([192, 0, 2, 2])), Some(Ok(2)));
    }

    #[test]
    fn all_addresses_of_one_ipv6_network_share_a_bucket() {
        let one = "2001:db8::1".parse::<IpAddr>().unwrap();
        let other = "2001:db8::ffff:2".parse::<IpAddr>().unwrap();
        assert_eq!(bucket(one), bucket(other));
    }
}
