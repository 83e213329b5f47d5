//! Passwords that are tried first: the common and breached ones, and those built around what everybody knows
//! of a person.
//!
//! The list ships as the first bytes of the SHA-256 of each entry, sorted, so that a look-up reads a few of
//! them where they lie. `tests/tools/common_passwords.py` makes it and names its sources; their licences
//! stand beside the data. The surprising rule: digits and signs around a listed word or for its letters
//! do not help ("P@sswort1234!"), but a sentence that has a listed word in it is fine.

use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The entries' digests, sorted.
static LIST: &[u8] = include_bytes!("common_passwords.bin");
/// Bytes kept of each digest: with 70,000 entries one string in 15 million is refused by mistake.
const WIDTH: usize = 5;
/// The list has no shorter entries.
const SHORTEST: usize = 8;
/// So many digits and signs around a word are an ornament, a date at most. More are a secret of their own.
const AROUND: usize = 10;
/// Fewer different characters than this are a pattern, however long.
const VARIETY: usize = 5;
/// The letters that 1 and ! may stand for.
const ONES: [char; 2] = ['i', 'l'];
/// Shorter words of the context stand in other words by chance.
const SHORTEST_CONTEXT: usize = 4;

/// Whether the password is among those that are tried first, whatever its capitals and the digits and signs
/// around it.
pub fn is_common(password: &str) -> bool {
    let word: String = password.trim().to_lowercase().nfc().collect();
    is_monotonous(&word) || cores(&word).any(|core| is_listed(core) || is_disguised(core))
}

/// Whether the password is built around one of `context` (names, the address's local part, the city, the
/// site): without them, less than a password is left, or a common one. A sentence that the city stands in is
/// none of these.
pub fn contains_context(password: &str, context: &[&str]) -> bool {
    let mut parts: Vec<String> = context.iter().flat_map(|words| parts(words)).collect();
    // The longest first: "dortmunder" before "dortmund".
    parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
    let plain = folded(password);
    let undisguised = ONES.map(|one| folded(&undisguised(password, one)));
    is_around(plain, &parts) || undisguised.into_iter().any(|word| is_around(word, &parts))
}

fn is_around(word: String, parts: &[String]) -> bool {
    let length = word.len();
    let rest = parts.iter().fold(word, |word, part| word.replace(part.as_str(), ""));
    rest.len() < length && (rest.chars().count() < SHORTEST || is_common(&rest))
}

fn is_listed(word: &str) -> bool {
    let digest = Sha256::digest(word);
    let (entries, _) = LIST.as_chunks::<WIDTH>();
    digest.first_chunk::<WIDTH>().is_some_and(|key| entries.binary_search(key).is_ok())
}

/// "p@ssw0rt", "he11o".
fn is_disguised(word: &str) -> bool {
    !word.chars().all(char::is_alphabetic) && ONES.iter().any(|one| is_listed(&undisguised(word, *one)))
}

/// "aaaaaaaaaaaa", "abcabcabcabc", "112211221122".
fn is_monotonous(word: &str) -> bool {
    let mut seen = Vec::with_capacity(VARIETY);
    for c in word.chars() {
        if !seen.contains(&c) {
            seen.push(c);
        }
        if seen.len() >= VARIETY {
            return false;
        }
    }
    true
}

/// The word, and what is left of it once digits and signs are taken away at its end and at its beginning.
fn cores(word: &str) -> impl Iterator<Item = &str> {
    let inner = word.trim_start_matches(|c: char| !c.is_alphabetic());
    let lead = count(word) - count(inner);
    let starts = [Some((word, 0)), (lead > 0).then_some((inner, lead))];
    starts.into_iter().flatten().flat_map(|(start, lead)| {
        std::iter::successors(Some(start), |core| {
            let mut shorter = core.chars();
            shorter.next_back().filter(|last| !last.is_alphabetic()).map(|_| shorter.as_str())
        })
        .take_while(move |core| {
            let length = count(core);
            length >= SHORTEST && lead + count(start) - length <= AROUND
        })
    })
}

fn count(word: &str) -> usize {
    word.chars().count()
}

/// The words of a name, an address or a title as [`folded`], an umlaut both as two letters and as one.
fn parts(words: &str) -> Vec<String> {
    words
        .split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c))
        .flat_map(|word| [folded(word), stripped(word)])
        .filter(|part| count(part) >= SHORTEST_CONTEXT)
        .collect()
}

/// Letters and digits in lower case, umlauts as two letters.
fn folded(word: &str) -> String {
    let lower: String = word.to_lowercase().nfc().collect();
    let spelled = lower.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss");
    stripped(&spelled)
}

/// Letters and digits in lower case without anything above or below them.
fn stripped(word: &str) -> String {
    word.to_lowercase().nfd().filter(|c| c.is_alphanumeric()).collect()
}

/// With the letters that digits and signs often stand for; `one` is the letter for 1 and !.
fn undisguised(word: &str, one: char) -> String {
    let letter = |c| match c {
        '4' | '@' => 'a',
        '3' | '€' => 'e',
        '1' | '!' => one,
        '0' => 'o',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    };
    word.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_list_is_sorted_without_doubles_and_small() {
        let (entries, rest) = LIST.as_chunks::<WIDTH>();
        assert!(rest.is_empty() && entries.len() > 60_000 && LIST.len() <= 350 * 1024);
        assert!(entries.is_sorted_by(|one, other| one < other));
    }

    #[test]
    fn what_is_tried_first_is_common() {
        for password in [
            "password",
            "Passwort123",
            "passwort1234!",
            "  PASSWORT1234!  ",
            "P@ssw0rt2026",
            "$onn3nsch31n!",
            "D0rtmund1909!",
            "12345678",
            "1234567890123",
            "123456789012",
            "qwertzuiopü",
            "1qay2wsx3edc",
            "qwertyuiop123",
            "Dortmund1909",
            "dortmund1909!!",
            "Schalke04!",
            "borussiadortmund",
            "Borussia-Dortmund".replace('-', "").as_str(),
            "Fussball1",
            "Schmetterling12",
            "ichliebedich",
            "Dezember2026!",
            "Sommer2026!!",
            "Sonnenschein#1",
            "2026Sonnenschein!",
            "thomas1985!!",
            "Bu\u{308}rgermeister1",
            "Bürgermeister1",
            "iloveyou",
            "aaaaaaaaaaaaaaaa",
            "abababababab",
            "112233112233",
            "",
        ] {
            assert!(is_common(password), "{password}");
        }
    }

    #[test]
    fn sentences_and_random_ones_are_not() {
        for password in [
            "correct horse battery",
            "Grüne Welle am Borsigplatz",
            "Der Hund frisst montags Kuchen",
            "Kaffee-Tasse-Regen-7",
            "passwort liegt im Garten",
            "x7Kq!mZ2vR9p",
            "gD4-tulpe-wasser",
            "Mustermann-2026!",
            "sonnenschein 48291 7730 19",
            "mein Fahrrad hat 3 Gänge",
        ] {
            assert!(!is_common(password), "{password}");
        }
    }

    #[test]
    fn what_everybody_knows_of_a_person_is_no_password() {
        let context =
            ["Anna Müller-Lüdenscheidt", "a.mueller-luedenscheidt", "Dortmund", "MitWIRken in Dortmund"];
        for password in [
            "Anna-Müller-2026",
            "annamueller1985",
            "MullerAnna!!!99",
            "Lu\u{308}denscheidt-1",
            "Dortmund-2026-!!",
            "D0rtmund!D0rtmund",
            "dortmunddortmund",
            "mitwirken-dortmund",
            "M1tw1rken!2026",
            "MüllerSommer2026",
        ] {
            assert!(contains_context(password, &context), "{password}");
        }
        for password in [
            "Grüne Welle in Dortmund",
            "correct horse battery",
            "Anna frisst montags Kuchen",
            "x7Kq!mZ2vR9p",
            "Annanas auf der Pizza",
        ] {
            assert!(!contains_context(password, &context), "{password}");
        }
        assert!(!contains_context("Sommerregen im Mai", &[]));
        assert!(!contains_context("Sommerregen im Mai", &["", "  ", "Bo", "@"]));
    }

    proptest! {
        #[test]
        fn any_string_gets_an_answer(password in any::<String>(), context in any::<[String; 2]>()) {
            let _ = is_common(&password);
            let _ = contains_context(&password, &[context[0].as_str(), context[1].as_str()]);
        }

        #[test]
        fn random_ones_are_allowed(password in "[a-z]{5}[A-Z]{4}[0-9][a-z]{4}") {
            prop_assert!(is_monotonous(&password.to_lowercase()) || !is_common(&password));
        }

        #[test]
        fn ornaments_do_not_help(around in "[0-9!?.#-]{0,5}", behind in "[0-9!?.#-]{0,5}") {
            let password = format!("{around}Passwort{behind}");
            prop_assert!(is_common(&password));
        }
    }
}
