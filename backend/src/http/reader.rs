//! Who reads the answer: the language of the person.

use actix_web::HttpRequest;
use actix_web::http::header;

use super::Query;
use crate::texts::LANGUAGES;

/// The language that a request is answered in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// BCP 47 tag, one of [`LANGUAGES`].
    pub lang: String,
    /// Whether every text is wanted in all its languages.
    pub all_languages: bool,
}

impl Reader {
    /// Takes `lang` and `all_languages` from the query, or else the language from
    /// `Accept-Language`, or else German.
    pub fn new(request: &HttpRequest, query: &mut Query) -> Self {
        Self {
            lang: query.choice("lang", &LANGUAGES).unwrap_or_else(|| accepted(request)).to_owned(),
            all_languages: query.boolean("all_languages").unwrap_or(false),
        }
    }
}

/// The language for a request whose query may be broken: for problems.
pub(super) fn language_of(request: &HttpRequest) -> &'static str {
    request
        .query_string()
        .split('&')
        .find_map(|pair| pair.strip_prefix("lang="))
        .and_then(|wanted| LANGUAGES.iter().copied().find(|lang| *lang == wanted))
        .or_else(|| request.path().starts_with("/en").then_some("en"))
        .unwrap_or_else(|| accepted(request))
}

/// The first of our languages in the order of preference (RFC 9110, section 12.5.4).
fn accepted(request: &HttpRequest) -> &'static str {
    let Some(value) = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok())
    else {
        return LANGUAGES[0];
    };
    let mut best = (LANGUAGES[0], 0.0_f32);
    for part in value.split(',') {
        let mut pieces = part.split(';');
        let tag = pieces.next().unwrap_or_default().trim();
        let weight = pieces
            .find_map(|piece| piece.trim().strip_prefix("q="))
            .and_then(|text| text.parse::<f32>().ok())
            .unwrap_or(1.0);
        let primary = tag.split('-').next().unwrap_or_default();
        if let Some(known) = LANGUAGES.iter().find(|lang| lang.eq_ignore_ascii_case(primary))
            && weight > best.1
        {
            best = (known, weight);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn accepts(value: &str) -> &'static str {
        accepted(&TestRequest::default().insert_header((header::ACCEPT_LANGUAGE, value)).to_http_request())
    }

    #[test]
    fn the_preferred_language_that_we_speak_wins() {
        assert_eq!(accepts("fr, en-GB;q=0.8, de;q=0.3"), "en");
        assert_eq!(accepts("de-AT,de;q=0.9,en;q=0.8"), "de");
    }

    #[test]
    fn nonsense_reads_german() {
        for value in ["", "*", "tlh", ";;;q=,,", "en;q=0"] {
            assert_eq!(accepts(value), "de", "{value}");
        }
    }
}
