//! What the load asks for, the same in every run.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use mitwirken_shared::formats::{Level, Mode, Phase, Purpose, TargetGroup};
use mitwirken_shared::vocabulary::Vocabulary;

/// Distinct searches at least.
const SEARCHES: usize = 1_500;

/// A small deterministic generator (xorshift64*, Vigna 2016): runs must be comparable.
#[derive(Debug)]
pub struct Dice(u64);

impl Dice {
    /// Begins with `seed`, which may not be 0.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(number).unwrap_or(0) % end.max(1)
    }

    /// One of `items`.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        let at = self.below(items.len());
        items.get(at).expect("a choice")
    }
}

fn word<V: Vocabulary>(dice: &mut Dice) -> &'static str {
    dice.pick(V::ALL).as_str()
}

/// Lists with one to four filters.
pub fn filters(count: usize) -> Vec<String> {
    let mut dice = Dice::new(7);
    (0..count)
        .map(|_| {
            let mut parts = vec![format!("mode={}", word::<Mode>(&mut dice))];
            if dice.below(2) == 0 {
                parts.push(format!("purpose={}", word::<Purpose>(&mut dice)));
            }
            if dice.below(2) == 0 {
                parts.push(format!("level={}", word::<Level>(&mut dice)));
            }
            if dice.below(3) == 0 {
                parts.push(format!("phase={}", word::<Phase>(&mut dice)));
            }
            if dice.below(3) == 0 {
                parts.push(format!("target_group={}", word::<TargetGroup>(&mut dice)));
            }
            parts.push(format!("participants={}", 10 + dice.below(300)));
            format!("/api/v1/formats?{}", parts.join("&"))
        })
        .collect()
}

/// Plans for the finder, with three to nine answers each.
pub fn plans(count: usize) -> Vec<String> {
    let mut dice = Dice::new(13);
    (0..count)
        .map(|_| {
            let mut fields = vec![
                format!("\"goals\":[\"{}\",\"{}\"]", word::<Purpose>(&mut dice), word::<Purpose>(&mut dice)),
                format!("\"level\":\"{}\"", word::<Level>(&mut dice)),
            ];
            let people = 10 + dice.below(200);
            let more = [
                format!("\"people_expected\":{{\"min\":{people},\"max\":{}}}", people + dice.below(100)),
                format!("\"phase\":\"{}\"", word::<Phase>(&mut dice)),
                format!("\"target_groups\":[\"{}\"]", word::<TargetGroup>(&mut dice)),
                format!("\"modes\":[\"{}\"]", word::<Mode>(&mut dice)),
                format!("\"lead_days\":{}", dice.below(300)),
                format!("\"budget_eur\":{}", dice.below(30_000)),
                format!("\"staff_hours\":{}", dice.below(600)),
            ];
            fields.extend(more.into_iter().filter(|_| dice.below(2) == 0));
            format!("{{{}}}", fields.join(","))
        })
        .collect()
}

/// Distinct searches out of the words of the content: whole, cut short, with a typo, two at a time.
pub fn searches(content: &Path) -> Vec<String> {
    let words = words(content);
    let mut dice = Dice::new(11);
    let mut texts = BTreeSet::new();
    while texts.len() < SEARCHES {
        let mut text = dice.pick(&words).clone();
        match dice.below(4) {
            0 => text = text.chars().take(text.chars().count().max(6) - 2).collect(),
            1 if text.chars().count() > 7 => {
                let at = 2 + dice.below(4);
                text = text
                    .chars()
                    .enumerate()
                    .filter(|(place, _)| *place != at)
                    .map(|(_, letter)| letter)
                    .collect();
            }
            2 => text = format!("{text} {}", dice.pick(&words)),
            _ => {}
        }
        texts.insert(text);
    }
    texts
        .iter()
        .map(|text| {
            let encoded = text.bytes().fold(String::new(), |mut all, byte| {
                if byte.is_ascii_alphanumeric() {
                    all.push(char::from(byte));
                } else {
                    let _ = write!(all, "%{byte:02X}");
                }
                all
            });
            format!("/api/v1/formats?q={encoded}&mode=analog&mode=digital&mode=hybrid")
        })
        .collect()
}

/// The words of the formats' files that have five letters or more.
pub fn words(content: &Path) -> Vec<String> {
    let mut words = BTreeSet::new();
    for file in std::fs::read_dir(content.join("formats")).expect("content").flatten() {
        let text = std::fs::read_to_string(file.path()).expect("a file");
        let parts = text.split(|letter: char| !letter.is_alphabetic());
        words.extend(parts.filter(|part| (5..30).contains(&part.chars().count())).map(str::to_lowercase));
    }
    words.into_iter().collect()
}
