//! Hints for texts that everybody can read: what the editor shows while somebody writes.
//!
//! Runs on the device, so there is no dictionary behind it: closed lists and endings of words. A wrong hint
//! costs more than a missing one, for whoever gets ten of them switches the check off; where a rule cannot
//! be sure it says nothing. The texts of the hints are `plain-<kind>` in `plain_language.ftl`.

mod english;
mod german;
mod tokens;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use tokens::{Kind, Token, sentences, tokens};

use crate::l10n::SIMPLE_GERMAN;
use crate::vocabulary::Vocabulary as _;

crate::vocabulary! {
    /// What makes a text hard to read.
    HintKind {
        /// More words than people keep in mind; `number` = how many.
        SentenceTooLong = "sentence_too_long",
        /// Nobody acts.
        Passive = "passive",
        /// A capital abbreviation that the text does not explain.
        Abbreviation = "abbreviation",
        /// A short form that is easily written out; `detail` = how.
        ShortForm = "short_form",
        /// Nouns where verbs would do; `number` = how many.
        NominalStyle = "nominal_style",
        /// A long word without a hyphen; `number` = its letters.
        WordTooLong = "word_too_long",
        /// A word of offices; `detail` = simpler ones.
        OfficeWord = "office_word",
        /// Two words that say no.
        DoubleNegation = "double_negation",
    }
}

impl HintKind {
    /// The key of its text in `plain_language.ftl`.
    pub fn text_key(self) -> String {
        format!("plain-{}", self.as_str().replace('_', "-"))
    }
}

/// Something in a text that could be said more plainly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Hint {
    /// What it is.
    pub kind: HintKind,
    /// Where it begins: bytes of the text (UTF-8), always between two characters.
    pub start: usize,
    /// Where it ends, likewise.
    pub end: usize,
    /// The words found (`$words` of the text); for [`HintKind::ShortForm`] and [`HintKind::OfficeWord`] the
    /// simpler ones.
    pub detail: String,
    /// How many (`$number`), where it counts something.
    pub number: Option<u32>,
}

/// The most words of a German sentence.
const GERMAN_WORDS: usize = 20;
/// The most words of a sentence in Einfache Sprache (`backend/content/README.md`).
const SIMPLE_WORDS: usize = 12;
/// The most words of an English sentence.
const ENGLISH_WORDS: usize = 25;
/// The most letters of a German word, or of its part between hyphens.
const LETTERS: usize = 25;
/// So many hard nouns in a sentence are too many.
const HARD_NOUNS: usize = 3;

/// What `text` (Markdown) could say more plainly, in the order in which it stands there. `lang` is a tag such
/// as `de`, `de-simple` or `en`; other languages get no hints.
pub fn check(text: &str, lang: &str) -> Vec<Hint> {
    let Some(tongue) = Tongue::of(lang) else {
        return Vec::new();
    };
    let tokens = tokens(text);
    let mut hints = abbreviations(&tokens, tongue);
    for range in sentences(&tokens, tongue) {
        let Some(sentence) = tokens.get(range) else {
            continue;
        };
        hints.extend(too_long(sentence, tongue));
        hints.extend(passives(sentence, tongue));
        hints.extend(phrases(sentence, tongue.short_forms(), HintKind::ShortForm));
        hints.extend(phrases(sentence, tongue.office_words(), HintKind::OfficeWord));
        hints.extend(double_negations(sentence, tongue));
        if tongue.is_german() {
            hints.extend(nominal_style(sentence));
            hints.extend(sentence.iter().filter_map(long_word));
        }
    }
    hints.sort_by_key(|hint| (hint.start, hint.end, hint.kind));
    hints
}

/// A language that we have rules for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tongue {
    German,
    SimpleGerman,
    English,
}

impl Tongue {
    fn of(lang: &str) -> Option<Self> {
        let lang = lang.to_ascii_lowercase();
        if lang == SIMPLE_GERMAN {
            return Some(Self::SimpleGerman);
        }
        match lang.split(['-', '_']).next() {
            Some("de") => Some(Self::German),
            Some("en") => Some(Self::English),
            _ => None,
        }
    }

    fn is_german(self) -> bool {
        self != Self::English
    }

    fn most_words(self) -> usize {
        match self {
            Self::German => GERMAN_WORDS,
            Self::SimpleGerman => SIMPLE_WORDS,
            Self::English => ENGLISH_WORDS,
        }
    }

    fn pick<T>(self, german: T, english: T) -> T {
        if self.is_german() { german } else { english }
    }

    fn shortened(self) -> &'static str {
        self.pick(german::SHORTENED, english::SHORTENED)
    }

    fn starters(self) -> &'static str {
        self.pick(german::STARTERS, english::STARTERS)
    }

    fn short_forms(self) -> &'static [(&'static str, &'static str)] {
        self.pick(german::SHORT_FORMS, english::SHORT_FORMS)
    }

    fn office_words(self) -> &'static [(&'static str, &'static str)] {
        self.pick(german::OFFICE_WORDS, english::OFFICE_WORDS)
    }
}

/// Whether the list of words, with spaces between them, has `word`.
fn has(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|entry| entry == word)
}

/// Words found by a rule.
struct Found {
    start: usize,
    end: usize,
    words: String,
}

/// From one word to another, with an ellipsis for what stands between.
fn found(first: &Token, last: &Token, adjacent: bool) -> Found {
    let between = if adjacent { " " } else { " … " };
    Found { start: first.start, end: last.end, words: format!("{}{between}{}", first.plain, last.plain) }
}

impl Found {
    fn hint(self, kind: HintKind) -> Hint {
        Hint { kind, start: self.start, end: self.end, detail: self.words, number: None }
    }
}

fn number(count: usize) -> Option<u32> {
    u32::try_from(count).ok()
}

fn too_long(sentence: &[Token], tongue: Tongue) -> Option<Hint> {
    let words = sentence.iter().filter(|token| token.counts()).count();
    if words <= tongue.most_words() {
        return None;
    }
    let begin: Vec<&str> =
        sentence.iter().filter(|token| token.is_word()).take(3).map(|token| token.plain.as_str()).collect();
    Some(Hint {
        kind: HintKind::SentenceTooLong,
        start: sentence.iter().find(|token| token.counts())?.start,
        end: sentence.last()?.end,
        detail: format!("{} …", begin.join(" ")),
        number: number(words),
    })
}

fn passives(sentence: &[Token], tongue: Tongue) -> Vec<Hint> {
    let passive = tongue.pick(german::passive as fn(&[&Token]) -> Option<Found>, english::passive);
    sentence
        .split(|token| token.mark().is_some_and(|mark| ",;:()[]–—-!?…/".contains(mark)))
        .filter_map(|clause| {
            let words: Vec<&Token> = clause.iter().filter(|token| token.counts()).collect();
            passive(&words).map(|found| found.hint(HintKind::Passive))
        })
        .collect()
}

/// The phrases of a list, where they stand in the sentence: `*` is an ending, a dot is a dot of the text.
fn phrases(sentence: &[Token], list: &[(&str, &str)], kind: HintKind) -> Vec<Hint> {
    let mut hints = Vec::new();
    let mut at = 0;
    while let Some(rest) = sentence.get(at..).filter(|rest| !rest.is_empty()) {
        let longest = list
            .iter()
            .filter_map(|(phrase, instead)| matched(rest, phrase, at == 0).map(|length| (length, instead)))
            .max_by_key(|(length, _)| *length);
        at += 1;
        let Some((length, instead)) = longest else {
            continue;
        };
        if let (Some(first), Some(last)) = (rest.first(), rest.get(length.saturating_sub(1))) {
            hints.push(Hint {
                kind,
                start: first.start,
                end: last.end,
                detail: (*instead).to_owned(),
                number: None,
            });
            at += length - 1;
        }
    }
    hints
}

/// How many tokens the phrase takes at the start of `tokens`. An ending is one of an adjective: with a capital
/// within the sentence it would be a noun.
fn matched(tokens: &[Token], phrase: &str, begins: bool) -> Option<usize> {
    let mut length = 0;
    for part in phrase.split(' ') {
        let (word, dot) = part.strip_suffix('.').map_or((part, false), |word| (word, true));
        let token = tokens.get(length).filter(|token| token.is_word())?;
        let fits = match word.strip_suffix('*') {
            Some(stem) => token.lower.starts_with(stem) && (begins || token.is_lower()),
            None => token.lower == word,
        };
        if !fits {
            return None;
        }
        length += 1;
        if dot {
            tokens.get(length).filter(|mark| mark.kind == Kind::Mark('.') && mark.start == token.end)?;
            length += 1;
        }
    }
    Some(length)
}

fn double_negations(sentence: &[Token], tongue: Tongue) -> Vec<Hint> {
    let negations = tongue.pick(german::NEGATIONS, english::NEGATIONS);
    let negated = tongue.pick(german::NEGATED, english::NEGATED);
    let without = tongue.pick("ohne", "without");
    let is_negated = |word: &str| {
        let stem = ["en", "er", "es", "em", "e"].into_iter().find_map(|ending| word.strip_suffix(ending));
        has(negated, word) || (tongue.is_german() && stem.is_some_and(|stem| has(negated, stem)))
    };
    sentence
        .windows(2)
        .filter_map(|pair| match pair {
            [no, word] if no.is_word() && has(negations, &no.lower) && word.is_lower() => {
                let doubled = is_negated(&word.lower)
                    || (no.lower == tongue.pick("nicht", "not") && word.lower == without);
                doubled.then(|| found(no, word, true).hint(HintKind::DoubleNegation))
            }
            _ => None,
        })
        .collect()
}

fn nominal_style(sentence: &[Token]) -> Option<Hint> {
    let hard: Vec<&Token> = sentence
        .iter()
        .enumerate()
        .filter(|(at, token)| {
            german::is_hard_noun(token) && !is_listed(sentence, *at) && is_governed(sentence, *at)
        })
        .map(|(_, token)| token)
        .collect();
    if hard.len() < HARD_NOUNS {
        return None;
    }
    let words: Vec<&str> = hard.iter().map(|token| token.plain.as_str()).collect();
    Some(Hint {
        kind: HintKind::NominalStyle,
        start: hard.first()?.start,
        end: hard.last()?.end,
        detail: words.join(", "),
        number: number(hard.len()),
    })
}

/// Whether the noun is one of a list ("Stühle, Heizung und Beleuchtung"), where a verb would not help.
fn is_listed(sentence: &[Token], at: usize) -> bool {
    let is_comma = |token: &Token| matches!(token.kind, Kind::Mark(',' | '/'));
    let before = at.checked_sub(1).and_then(|before| sentence.get(before));
    before.is_some_and(|token| is_comma(token) || has("und oder sowie", &token.lower))
        || (sentence.get(at + 1).is_some_and(is_comma) && sentence.get(at + 2).is_some_and(Token::is_capital))
}

/// Whether an article or a preposition leads to the noun, as in "zur Durchführung der Erhebung": only such
/// chains are heavy, "zehn Stunden Vorbereitung" is not.
fn is_governed(sentence: &[Token], at: usize) -> bool {
    let before = sentence.get(at.saturating_sub(3)..at).unwrap_or_default();
    before.iter().rev().take_while(|token| token.counts()).any(|token| has(german::GOVERNING, &token.lower))
}

fn long_word(token: &Token) -> Option<Hint> {
    let letters = |part: &&str| part.chars().filter(|c| c.is_alphabetic()).count();
    // Without the ending that includes all genders: it adds no difficulty.
    let longest = token
        .plain
        .split(['-', '\u{2010}', '\u{2011}', '*', ':', '_', '&'])
        .max_by_key(letters)
        .filter(|longest| token.is_word() && letters(longest) > LETTERS)?;
    Some(Hint {
        kind: HintKind::WordTooLong,
        start: token.start,
        end: token.end,
        detail: longest.to_owned(),
        number: number(letters(&longest)),
    })
}

/// Each unexplained abbreviation once, where it stands first.
fn abbreviations(tokens: &[Token], tongue: Tongue) -> Vec<Hint> {
    let known = tongue.pick(german::KNOWN, english::KNOWN);
    let shouted = tongue.pick(german::SHOUTED, english::SHOUTED);
    let mut seen = BTreeSet::new();
    let mut hints = Vec::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.is_word()) {
        let new = token
            .plain
            .split(['-', '\u{2010}', '\u{2011}', '*', ':', '_', '’', '\'', '&'])
            .map(singular)
            .filter(|part| is_abbreviation(part) && !has(known, part) && !has(shouted, part))
            .find(|part| seen.insert(*part));
        if let Some(part) = new.filter(|_| !is_explained(tokens, at) && !is_shouted(tokens, at)) {
            hints.push(Hint {
                kind: HintKind::Abbreviation,
                start: token.start,
                end: token.end,
                detail: part.to_owned(),
                number: None,
            });
        }
    }
    hints
}

/// `KMUs` are several `KMU`.
fn singular(word: &str) -> &str {
    word.strip_suffix('s').filter(|stem| stem.chars().last().is_some_and(char::is_uppercase)).unwrap_or(word)
}

/// Two to six letters with capitals among them and a capital at the end (`BauGB`, `TöB`, not `GitHub`).
fn is_abbreviation(word: &str) -> bool {
    let letters = word.chars().count();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    (2..=6).contains(&letters)
        && capitals >= 2
        && word.chars().all(char::is_alphabetic)
        && word.chars().last().is_some_and(char::is_uppercase)
        && word.chars().next().is_some_and(char::is_uppercase)
        && !word.chars().all(|c| "IVXLCM".contains(c))
}

/// `Baugesetzbuch (BauGB)`, `BauGB (Baugesetzbuch)`, `kurz BauGB`, `BauGB heißt …`.
fn is_explained(tokens: &[Token], at: usize) -> bool {
    let is_quote = |token: &&Token| token.mark().is_some_and(|mark| "\"„“”‚‘’»«".contains(mark));
    let before = tokens.get(..at).and_then(|before| before.iter().rev().find(|token| !is_quote(token)));
    let after = tokens.get(at + 1..).and_then(|after| after.iter().find(|token| !is_quote(token)));
    before.is_some_and(|token| {
        token.kind == Kind::Mark('(') || has("kurz abgekürzt short called", &token.lower)
    }) || after.is_some_and(|token| {
        token.kind == Kind::Mark('(') || has("heißt bedeutet steht means stands", &token.lower)
    })
}

/// Whether a neighbour is written in capitals too: then it is a heading that shouts.
fn is_shouted(tokens: &[Token], at: usize) -> bool {
    let is_loud = |token: Option<&Token>| {
        token.is_some_and(|token| {
            token.is_word()
                && token.plain.chars().filter(|c| c.is_alphabetic()).count() > 6
                && !token.plain.chars().any(char::is_lowercase)
        })
    };
    is_loud(tokens.get(at + 1)) || is_loud(at.checked_sub(1).and_then(|before| tokens.get(before)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The kinds and the words found in a German text.
    fn german(text: &str) -> Vec<(HintKind, String)> {
        check(text, "de").into_iter().map(|hint| (hint.kind, hint.detail)).collect()
    }

    fn of_kind(text: &str, kind: HintKind) -> Vec<String> {
        german(text).into_iter().filter(|(found, _)| *found == kind).map(|(_, words)| words).collect()
    }

    fn words(count: usize) -> String {
        vec!["wort"; count].join(" ")
    }

    #[test]
    fn long_sentences_are_counted_and_short_ones_are_not_named() {
        assert!(german(&format!("Ein {}.", words(19))).is_empty());
        let text = format!("Kurz. Ein {}. Kurz.", words(20));
        let hints = check(&text, "de");
        assert_eq!(hints.len(), 1);
        assert_eq!((hints[0].kind, hints[0].number), (HintKind::SentenceTooLong, Some(21)));
        assert!(
            text[hints[0].start..hints[0].end].starts_with("Ein ") && text[..hints[0].end].ends_with('.')
        );
        assert_eq!(check(&format!("Ein {}.", words(12)), "de-simple").len(), 1);
        assert!(check(&format!("A {}.", words(24)), "en-GB").is_empty());
        assert_eq!(check(&format!("A {}.", words(25)), "en").len(), 1);
        assert!(check(&words(99), "fr").is_empty() && check(&words(99), "").is_empty());
    }

    #[test]
    fn dots_of_dates_numbers_and_abbreviations_end_no_sentence() {
        for text in [
            "Am 3. Mai {} um 18 Uhr.",
            "Nach § 3 Abs. 1 Nr. 4 {}.",
            "Etwa Dr. Schmidt und Prof. Meier {}.",
            "Er kam, z. B. Herr Meier, {}.",
            "Für den 1. Bauabschnitt {}.",
            "„Was?“, fragt sie dann, {}.",
            "Auf stadt.example.de und per E-Mail an a.b@stadt.example.de {}.",
        ] {
            let text = text.replace("{}", &words(17));
            let long = of_kind(&text, HintKind::SentenceTooLong);
            assert_eq!(long.len(), 1, "{text}");
        }
        for text in [
            "Es kamen 20. Danach {}.",
            "Sie zählten 13.000. Unterschreiben darf {}.",
            "Mindestens 12. Planen Sie {}.",
            "Das war 2019. Viele {}.",
            "„Wir kommen.“ Danach {}.",
            "Stühle, Tische usw. Danach {}.",
            "**Wichtig.** Danach {}.",
            "Das gilt: Wer {}.",
        ] {
            let text = text.replace("{}", &words(18));
            assert!(of_kind(&text, HintKind::SentenceTooLong).is_empty(), "{text}");
        }
    }

    #[test]
    fn markdown_is_no_prose() {
        let ten = words(10);
        for text in [
            format!("# {ten}\n{ten} wort"),
            format!("- {ten}\n- {ten}\n- {ten}"),
            format!("1. {ten}\n2. {ten}\n3. {ten}"),
            format!("| {ten} | {ten} | {ten} |\n|---|---|---|"),
            format!("{ten}\n\n{ten}\n\n{ten}"),
            format!("> {ten}\n>\n> {ten}\n>\n> {ten}"),
            format!("{ten}\n```\n{ten}\n{ten}\n```\n{ten}"),
            format!("{ten} `{ten} {ten}` {ten}").replace("wort wort wort", "ein wort"),
            format!("[{ten}](https://example.org/{}) wort", "ein-pfad-(mit-klammern)/".repeat(9)),
            format!("<span class=\"{ten} {ten}\">wort</span> <https://example.org/a>"),
            format!("[ziel]: https://example.org/{}", ten.replace(' ', "/")),
        ] {
            assert_eq!(german(&text), vec![], "{text}");
        }
        assert_eq!(of_kind("Das `BauGB` und das **BauGB**.", HintKind::Abbreviation), ["BauGB"]);
        assert_eq!(of_kind("Die [StVO](https://example.org/BauGB).", HintKind::Abbreviation), ["StVO"]);
        // A wrapped line may begin with a date.
        assert_eq!(check(&format!("Das Fest am\n3. Mai {}.", words(17)), "de").len(), 1);
    }

    #[test]
    fn the_passive_is_found() {
        for (text, words) in [
            ("Der Plan wird geprüft.", "wird geprüft"),
            ("Der Plan wird vom Amt am 3. Mai geprüft.", "wird … geprüft"),
            ("Wir sagen, wann die Pläne ausgelegt werden.", "ausgelegt werden"),
            ("Der Antrag muss unterschrieben werden.", "unterschrieben werden"),
            ("Der Antrag ist abgelehnt worden.", "abgelehnt worden"),
            ("Es lohnt sich, gefragt zu werden.", "gefragt zu werden"),
            ("Der Entwurf wurde lange diskutiert und beschlossen.", "wurde … diskutiert"),
            ("Der Antrag ist bis Montag einzureichen.", "ist … einzureichen"),
            ("Die Stellungnahmen sind anschließend zu prüfen.", "sind … zu prüfen"),
            ("Unterlagen, die vorzulegen sind, nennt das Amt.", "vorzulegen sind"),
            ("Ein Nachweis ist zu erbringen.", "ist zu erbringen"),
        ] {
            assert_eq!(of_kind(text, HintKind::Passive), [words], "{text}");
        }
    }

    #[test]
    fn the_future_and_becoming_are_no_passive() {
        for text in [
            "Wir werden Sie informieren.",
            "Sie werden eine Antwort erhalten.",
            "Alle, die Post erhalten werden, freuen sich.",
            "Der Plan wird besser.",
            "Das wird bekannt werden.",
            "Er wird Lehrer und hat gearbeitet.",
            "Der Rat wird kommenden Dienstag beraten.",
            "Das ist schwer zu erklären.",
            "Ziel ist es, alle zu fragen.",
            "Der Turm ist von hier zu sehen.",
            "Das Haus ist zu klein.",
            "Wir sind bereit zu helfen.",
            "Die Ersten sind dazugekommen.",
            "Es ist zu selten.",
            "Die geplanten Wege werden breiter.",
        ] {
            assert_eq!(of_kind(text, HintKind::Passive), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn abbreviations_are_named_once_and_only_where_nothing_explains_them() {
        assert_eq!(
            of_kind("Nach dem BauGB. Das BauGB gilt. Die TöB auch.", HintKind::Abbreviation),
            ["BauGB", "TöB"]
        );
        assert_eq!(of_kind("Mehrere KMUs, die BauNVO-Novelle.", HintKind::Abbreviation), ["KMU", "BauNVO"]);
        for text in [
            "Das Baugesetzbuch (BauGB) regelt das. Im BauGB steht es.",
            "Das BauGB (Baugesetzbuch) regelt das.",
            "Die Träger öffentlicher Belange, kurz TöB, antworten.",
            "Die EU, ein PDF, WLAN und die GmbH, Heinrich VIII.",
            "NICHT vergessen: HIER geht es los. GitHub und YouTube.",
            "ACHTUNG: ABC STRASSENBAUSTELLE",
        ] {
            assert_eq!(of_kind(text, HintKind::Abbreviation), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn short_forms_and_office_words_come_with_better_ones() {
        assert_eq!(
            of_kind("Etwa z. B. das, z.B. dies bzw. ggf. jenes.", HintKind::ShortForm),
            ["zum Beispiel", "zum Beispiel", "oder, und", "wenn nötig"]
        );
        assert_eq!(
            of_kind("Seitens der Stadt, hinsichtlich obiger Pläne.", HintKind::OfficeWord),
            ["von", "zu, bei", "dieser, diese, oben"]
        );
        assert_eq!(of_kind("Im Rahmen der Planung.", HintKind::OfficeWord), ["bei, in, mit"]);
        assert!(german("Das Bild hängt im Rahmen. Die Nachfolgenden gehen ordnungsgemäß.").is_empty());
    }

    #[test]
    fn heavy_nouns_count_where_they_hang_on_each_other() {
        let hints = check("Die Durchführung der Erhebung dient der Feststellung der Kosten.", "de");
        assert_eq!(hints.len(), 1);
        assert_eq!(hints[0].detail, "Durchführung, Erhebung, Feststellung");
        assert_eq!(hints[0].number, Some(3));
        for text in [
            "Wir brauchen Heizung, Beleuchtung, Verpflegung und Reinigung.",
            "Die Verwaltung lädt zur Veranstaltung mit Kinderbetreuung in die Siedlung ein.",
            "Nach der Prüfung der Planung.",
        ] {
            assert!(german(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn long_words_and_double_negations_are_found() {
        assert_eq!(
            of_kind("Das Planfeststellungsverfahren beginnt.", HintKind::WordTooLong),
            ["Planfeststellungsverfahren"]
        );
        assert!(german("Das Planfeststellungs-Verfahren. Einwohnermeldeamtsmitarbeiter*innen.").len() == 1);
        assert_eq!(of_kind("Das ist nicht unwichtig.", HintKind::DoubleNegation), ["nicht unwichtig"]);
        assert_eq!(of_kind("Kein unerheblicher Betrag.", HintKind::DoubleNegation), ["Kein unerheblicher"]);
        assert!(german("Das ist nicht unbedingt nötig. Nicht unter 16.").is_empty());
    }

    #[test]
    fn english_has_its_own_rules() {
        let kinds = |text: &str| {
            check(text, "en").into_iter().map(|hint| (hint.kind, hint.detail)).collect::<Vec<_>>()
        };
        assert_eq!(kinds("The plan is often checked."), [(HintKind::Passive, "is … checked".to_owned())]);
        assert_eq!(
            kinds("It was sent in order to help."),
            [(HintKind::Passive, "was sent".to_owned()), (HintKind::OfficeWord, "to".to_owned())]
        );
        assert_eq!(
            kinds("That is not uncommon, e.g. here."),
            [
                (HintKind::DoubleNegation, "not uncommon".to_owned()),
                (HintKind::ShortForm, "for example".to_owned())
            ]
        );
        assert!(kinds("We are interested. It is based on need. She is tired.").is_empty());
    }

    #[test]
    fn every_kind_has_its_texts() {
        for texts in [
            include_str!("../locales/de/plain_language.ftl"),
            include_str!("../locales/en/plain_language.ftl"),
        ] {
            for kind in HintKind::ALL {
                assert!(
                    texts.lines().any(|line| line.starts_with(&format!("{} = ", kind.text_key()))),
                    "{kind}"
                );
            }
            assert_eq!(texts.lines().count(), HintKind::ALL.len());
        }
    }

    #[test]
    fn brackets_that_never_close_cost_little() {
        for piece in [
            "](",
            "<a",
            "`",
            "``` `",
            "[a](((",
            "[",
            "wird ",
            "z. ",
            "> ",
            "- ",
            "1. ",
            "&x",
            "(",
            "§ 3 ",
            "Ung der ",
            "!",
            "geprüft zu ",
            "\" ABC\"",
        ] {
            let text = piece.repeat(3_000);
            check(&text, "de");
        }
    }

    fn soup() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            proptest::sample::select(vec![
                "wird",
                "werden",
                "geprüft",
                "ist",
                "zu",
                "prüfen",
                "z. B.",
                "3. Mai",
                "§ 3 Abs. 1",
                "BauGB",
                "(",
                ")",
                "`",
                "```",
                "[",
                "](",
                "<",
                ">",
                "**",
                "*",
                "_",
                "\n",
                "\n\n",
                "\r\n",
                "- ",
                "1. ",
                "# ",
                "|",
                "„",
                "“",
                ". ",
                "!",
                "…",
                "\u{ad}",
                "u\u{308}",
                "İ",
                "ß",
                "Bürger*innen",
                "https://",
                "a@b.c",
                "im Rahmen der",
                "Durchführung",
                "nicht unwichtig",
                "&amp;",
                "\\",
                "'",
                "-",
                "–",
                ":",
                ";",
                "  \n",
                "not",
                "is",
                "checked",
                "\u{0}",
                "😀",
                "ﬁ",
                "ǅ",
            ])
            .prop_map(str::to_owned),
            any::<String>(),
            Just(" ".to_owned()),
        ];
        proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn hints_always_lie_within_the_text(text in soup(), lang in "de|de-simple|en|xx") {
            let hints = check(&text, &lang);
            for hint in &hints {
                prop_assert!(hint.start < hint.end, "{hint:?}");
                prop_assert!(text.get(hint.start..hint.end).is_some(), "{hint:?}");
                prop_assert!(!hint.detail.is_empty(), "{hint:?}");
            }
            prop_assert!(hints.is_sorted_by_key(|hint| hint.start));
            prop_assert_eq!(check(&text, &lang), hints);
        }
    }
}
