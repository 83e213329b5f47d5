//! English: its lists of words, and how its passive looks.

use super::tokens::Token;
use super::{Found, found, has};

pub(super) const SHORTENED: &str = "approx dr etc fig jr mr mrs ms no nos pp prof rev sr st vs";

pub(super) const STARTERS: &str = "the a an we you they he she it this that these those in on at for with \
    if when what who where why how there here then after before but and or all some many most no not \
    please as by from to our your their";

pub(super) const SHORT_FORMS: &[(&str, &str)] = &[
    ("e. g.", "for example"),
    ("eg.", "for example"),
    ("i. e.", "that is"),
    ("etc.", "and so on"),
    ("approx.", "about"),
    ("n. b.", "note"),
    ("viz.", "namely"),
];

pub(super) const OFFICE_WORDS: &[(&str, &str)] = &[
    ("aforementioned", "this, these"),
    ("aforesaid", "this, these"),
    ("ascertain", "find out"),
    ("at this point in time", "now"),
    ("at the present time", "now"),
    ("by means of", "by, with"),
    ("commence*", "start"),
    ("commencing", "starting"),
    ("due to the fact that", "because"),
    ("endeavour*", "try"),
    ("for the purpose of", "for, to"),
    ("for the purposes of", "for, to"),
    ("henceforth", "from now on"),
    ("hereby", "now"),
    ("herein", "here"),
    ("hereinafter", "below"),
    ("heretofore", "until now"),
    ("in accordance with", "under, by"),
    ("in order to", "to"),
    ("in relation to", "about"),
    ("in respect of", "about, for"),
    ("in the event of", "if"),
    ("in the event that", "if"),
    ("in view of the fact that", "because"),
    ("inter alia", "among other things"),
    ("notwithstanding", "despite"),
    ("prior to", "before"),
    ("pursuant to", "under"),
    ("remuneration", "pay"),
    ("subsequent to", "after"),
    ("subsequently", "later, then"),
    ("thereof", "of it"),
    ("therein", "in it"),
    ("thereto", "to it"),
    ("utilise*", "use"),
    ("utilising", "using"),
    ("utilize*", "use"),
    ("utilizing", "using"),
    ("whilst", "while"),
    ("with reference to", "about"),
    ("with regard to", "about"),
    ("with regards to", "about"),
    ("with respect to", "about"),
];

pub(super) const NEGATED: &str = "impossible improbable inappropriate insignificant unacceptable unaware \
    uncommon unfamiliar unfair unfounded unfriendly unhelpful unimportant uninteresting unjustified \
    unkind unknown unlike unlikely unnecessary unpleasant unpopular unreasonable unrelated unsuccessful \
    untrue unusual unwelcome unwilling";

pub(super) const NEGATIONS: &str = "not never isn't isn’t aren't aren’t wasn't wasn’t weren't weren’t";

pub(super) const KNOWN: &str = "AM AD AI BBC BC CD CEO CO CSV DIY DJ DNA DVD EU EUR FAQ FC FM GB GP GPS \
    HIV HTML ID IP ISBN ISO IT KB LED MB MP MPs NASA NATO NGO OK PC PDF PhD PIN PM PR PS QR SIM SMS SOS \
    TB TV UFO UK UN UNESCO UNICEF US USA USB UTC VIP WC WHO WLAN WWW XL XML XS XXL ZIP JPG PNG GIF IKEA \
    BMW CC BY SA ND NC GmbH DIN SUV";

pub(super) const SHOUTED: &str = "ALL AND ANY ARE AT BUT CAN DO FOR FREE FROM HERE HOW IF IN IS MAY MUST \
    NEVER NEW NO NOT NOW OF ON ONE ONLY OR OUR OUT PLEASE SO STOP THE THIS TO TOP UP US WE WHAT WHEN WHO \
    WHY WILL WITH YES YOU YOUR";

const BE: &str = "is are was were be been being";

const IRREGULAR: &str = "begun bought bound broken brought built caught chosen cut dealt done drawn \
    driven eaten fed felt found forgotten given heard held hidden hurt kept laid led lent lit lost made \
    meant met paid proven put read said seen sent set shaken shot shown shut sold sought spent spoken \
    spread stolen stuck struck swept sworn taken taught thought thrown told torn understood withdrawn won \
    worn woven written overseen overtaken undertaken rewritten rebuilt";

/// "-ed" that is an adjective, or no participle.
const NO_PARTICIPLE: &str = "advanced allotted ashamed based bored committed complicated concerned \
    confused convinced crowded dedicated delighted detailed determined disabled disappointed dissatisfied \
    embarrassed embed entitled excited exhausted experienced frightened gifted hundred indeed inclined \
    interested involved irritated limited located married mixed motivated naked need opposed pleased \
    prepared qualified red related relaxed retired sacred satisfied seed shed skilled speed supposed \
    surprised talented tired troubled united unused used varied wicked worried bed feed heated";

const BETWEEN: &str = "not also then always often never only just already still all both usually \
    sometimes now later once thus even rarely";

/// A passive in a clause: "is (often) checked".
pub(super) fn passive(clause: &[&Token]) -> Option<Found> {
    clause.iter().enumerate().find_map(|(at, token)| {
        if !token.is_word() || !has(BE, &token.lower) {
            return None;
        }
        let after = clause.get(at + 1..)?;
        let skipped =
            after.iter().take(2).take_while(|it| has(BETWEEN, &it.lower) || it.lower.ends_with("ly")).count();
        let last = after.get(skipped).filter(|word| word.is_lower() && is_participle(&word.lower))?;
        // "is limited time": an adjective before its noun has a word behind it that we cannot judge; only
        // "a" and "the" would stand before it, and those are not skipped.
        Some(found(token, last, skipped == 0))
    })
}

fn is_participle(word: &str) -> bool {
    let regular =
        word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") && !has(NO_PARTICIPLE, word);
    regular || has(IRREGULAR, word)
}
