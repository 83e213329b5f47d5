//! A Markdown text as words, marks and sentences, each knowing where it stands in the text.
//!
//! What is not prose (code, link targets, list and heading marks, tags) leaves no words behind. Every scan
//! is bounded or moves forward, so the time is linear in the text's length.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Tongue, has};

/// The longest link target and the longest tag that are looked for: bounds, so that brackets that never
/// close cost no more than this each.
const LONGEST_TARGET: usize = 1_000;
const LONGEST_TAG: usize = 200;

/// What a [`Token`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Begins with a letter.
    Word,
    /// Begins with a digit.
    Number,
    /// Counts as a word but is not read: code, an address.
    Opaque,
    /// A punctuation mark.
    Mark(char),
    /// The end of a paragraph, heading, list item or table cell.
    Break,
}

/// The smallest piece of a text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Byte offsets into the text.
    pub(super) start: usize,
    /// Behind its last byte.
    pub(super) end: usize,
    /// The word without soft hyphens; empty for marks.
    pub(super) plain: String,
    /// The same in lower case.
    pub(super) lower: String,
}

impl Token {
    fn bare(kind: Kind, start: usize, end: usize) -> Self {
        Self { kind, start, end, plain: String::new(), lower: String::new() }
    }

    pub(super) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    /// Whether it counts as a word of a sentence.
    pub(super) fn counts(&self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Number | Kind::Opaque)
    }

    pub(super) fn is_lower(&self) -> bool {
        self.is_word() && self.plain.chars().next().is_some_and(char::is_lowercase)
    }

    pub(super) fn is_capital(&self) -> bool {
        self.is_word() && self.plain.chars().next().is_some_and(char::is_uppercase)
    }

    pub(super) fn mark(&self) -> Option<char> {
        match self.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }
}

/// The tokens of `text`.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut offset = 0;
    let mut fence: Option<&str> = None;
    let mut in_list = false;
    for line in text.split_inclusive('\n') {
        let start = offset;
        offset += line.len();
        let body = line.trim_end();
        let trimmed = body.trim_start();
        if let Some(mark) = fence {
            if trimmed.starts_with(mark) {
                fence = None;
            }
            continue;
        }
        fence = ["```", "~~~"].into_iter().find(|mark| trimmed.starts_with(mark));
        if fence.is_some() || is_no_prose(trimmed) {
            end_block(&mut tokens, start);
            in_list = false;
            continue;
        }
        let open = tokens.last().is_some_and(|token: &Token| token.kind != Kind::Break);
        let lead = Lead::of(body, open && !in_list);
        // An empty line of a quotation ends its paragraph.
        if lead.is_block || lead.length >= body.len() {
            end_block(&mut tokens, start);
        }
        in_list = lead.is_item || (in_list && open);
        if let Some(prose) = body.get(lead.length..) {
            Line::new(prose, start + lead.length).read(&mut tokens);
        }
        // Two spaces or a backslash at the end are a line break that the author wants.
        let wanted = line.trim_end_matches(['\r', '\n']).ends_with("  ") || body.ends_with('\\');
        if lead.is_heading || wanted {
            end_block(&mut tokens, start + body.len());
        }
    }
    tokens
}

fn end_block(tokens: &mut Vec<Token>, at: usize) {
    if tokens.last().is_some_and(|token| token.kind != Kind::Break) {
        tokens.push(Token::bare(Kind::Break, at, at));
    }
}

/// A blank line, a rule, the underline of a heading, the rule of a table, or where a link goes.
fn is_no_prose(line: &str) -> bool {
    line.chars().all(|c| matches!(c, '-' | '=' | '*' | '_' | '|' | ':' | '+' | ' '))
        || line.strip_prefix('[').and_then(|rest| rest.split_once(']')).is_some_and(|(_, rest)| {
            rest.starts_with(": ") && (rest.contains("://") || rest.contains('/') || rest.contains('#'))
        })
}

/// The marks at the beginning of a line.
#[derive(Default)]
struct Lead {
    /// Bytes that are not prose.
    length: usize,
    /// A block begins with this line.
    is_block: bool,
    is_item: bool,
    is_heading: bool,
}

impl Lead {
    /// `in_paragraph`: within a paragraph only a list that begins with 1 interrupts, so that a date at the
    /// beginning of a wrapped line stays one.
    fn of(line: &str, in_paragraph: bool) -> Self {
        let mut lead = Self::default();
        loop {
            let rest = line.get(lead.length..).unwrap_or_default();
            let text = rest.trim_start();
            let at = lead.length + (rest.len() - text.len());
            let step = if text.starts_with('>') {
                1
            } else if let Some(bullet) = bullet(text) {
                lead.is_item = true;
                bullet
            } else if let Some(number) = numbering(text, in_paragraph && !lead.is_block) {
                lead.is_item = true;
                number
            } else if lead.is_item && ["[ ] ", "[x] ", "[X] "].iter().any(|it| text.starts_with(it)) {
                4
            } else if let Some(heading) = heading(text) {
                lead.is_heading = true;
                heading
            } else {
                lead.length = at;
                return lead;
            };
            lead.is_block |= !text.starts_with('>');
            lead.length = at + step;
        }
    }
}

fn bullet(text: &str) -> Option<usize> {
    let mark = text.chars().next().filter(|mark| matches!(mark, '-' | '*' | '+' | '•' | '–' | '▪' | '·'))?;
    text.get(mark.len_utf8()..)?.starts_with([' ', '\t']).then(|| mark.len_utf8() + 1)
}

fn numbering(text: &str, in_paragraph: bool) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(digits..)?;
    let fits = (1..=9).contains(&digits) && (!in_paragraph || text.get(..digits) == Some("1"));
    (fits && (rest.starts_with(". ") || rest.starts_with(") "))).then_some(digits + 2)
}

fn heading(text: &str) -> Option<usize> {
    let hashes = text.bytes().take_while(|byte| *byte == b'#').count();
    ((1..=6).contains(&hashes) && text.get(hashes..)?.starts_with(' ')).then_some(hashes + 1)
}

/// One line on the way to its tokens.
struct Line<'text> {
    text: &'text str,
    /// Where the line stands in the text.
    offset: usize,
    at: usize,
    /// For each run of backticks: where the next run of the same length ends.
    code: BTreeMap<usize, usize>,
}

impl<'text> Line<'text> {
    fn new(text: &'text str, offset: usize) -> Self {
        Self { text, offset, at: 0, code: code_spans(text) }
    }

    fn rest(&self) -> &'text str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn push(&mut self, tokens: &mut Vec<Token>, kind: Kind, length: usize) {
        tokens.push(Token::bare(kind, self.offset + self.at, self.offset + self.at + length));
        self.at += length;
    }

    fn read(mut self, tokens: &mut Vec<Token>) {
        while let Some(c) = self.rest().chars().next() {
            let width = c.len_utf8();
            match c {
                '`' => match self.code.get(&self.at).copied() {
                    Some(end) => self.push(tokens, Kind::Opaque, end.saturating_sub(self.at)),
                    None => self.at += self.rest().bytes().take_while(|byte| *byte == b'`').count(),
                },
                '<' => match tag(self.rest()) {
                    Some((length, true)) => self.push(tokens, Kind::Opaque, length),
                    Some((length, false)) => self.at += length,
                    None => self.push(tokens, Kind::Mark(c), width),
                },
                ']' => self.at += 1 + target(self.rest().get(1..).unwrap_or_default()),
                '|' => self.push(tokens, Kind::Break, width),
                '&' => match entity(self.rest()) {
                    Some(length) => self.at += length,
                    None => self.push(tokens, Kind::Mark(c), width),
                },
                '\\' | '*' | '_' | '~' | '[' | '\u{ad}' => self.at += width,
                c if c.is_whitespace() || c.is_control() => self.at += width,
                c if c.is_alphanumeric() => self.word(tokens, c),
                c => self.push(tokens, Kind::Mark(c), width),
            }
        }
    }

    fn word(&mut self, tokens: &mut Vec<Token>, first: char) {
        let rest = self.rest();
        if is_address(rest) {
            let length = rest.find(|c: char| c.is_whitespace() || matches!(c, ')' | '>' | '"' | '|' | ']'));
            let address = rest.get(..length.unwrap_or(rest.len())).unwrap_or_default();
            let length = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_']).len();
            return self.push(tokens, Kind::Opaque, length.max(first.len_utf8()));
        }
        let (length, has_address) = word_length(rest, first.is_numeric());
        let kind = if has_address {
            Kind::Opaque
        } else if first.is_numeric() {
            Kind::Number
        } else {
            Kind::Word
        };
        let start = self.offset + self.at;
        let plain: String = rest.get(..length).unwrap_or_default().replace('\u{ad}', "");
        let lower = plain.to_lowercase();
        tokens.push(Token { kind, start, end: start + length, plain, lower });
        self.at += length;
    }
}

fn is_address(text: &str) -> bool {
    ["http://", "https://", "www.", "mailto:", "tel:"]
        .iter()
        .any(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

/// How many bytes the word at the start of `text` has, and whether it is an address of the net.
fn word_length(text: &str, is_number: bool) -> (usize, bool) {
    let mut length = 0;
    let mut has_address = false;
    // Letters since the last dot, to tell "stadt.de" from "z.B." and from a forgotten space.
    let mut since_dot = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        if c.is_alphanumeric() || is_combining(c) {
            since_dot += 1;
        } else {
            let joins = next.is_some_and(|next| match c {
                '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | '\u{ad}' | '&' | '@' => next.is_alphanumeric(),
                '*' | '_' | ':' if !is_number => next.is_lowercase(),
                '.' if !is_number => since_dot > 1 && (next.is_lowercase() || next.is_numeric()),
                '.' | ',' | ':' | '/' if is_number => next.is_numeric(),
                _ => false,
            });
            if !joins {
                // "Vor- und Nachteile": the hyphen belongs to the word.
                let hangs = c == '-' && next.is_some_and(char::is_whitespace);
                return (at + usize::from(hangs), has_address);
            }
            if c == '@' || (c == '.' && !is_number) {
                has_address = true;
                since_dot = 0;
            }
        }
        length = at + c.len_utf8();
    }
    (length, has_address)
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// For each run of backticks the end of its partner, by a walk from the back.
fn code_spans(text: &str) -> BTreeMap<usize, usize> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices('`') {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    let mut next = BTreeMap::new();
    let mut spans = BTreeMap::new();
    for run in runs.into_iter().rev() {
        if let Some(end) = next.insert(run.len(), run.end) {
            spans.insert(run.start, end);
        }
    }
    spans
}

/// The length of the tag or of the address in pointed brackets at the start, and whether it is an address.
fn tag(text: &str) -> Option<(usize, bool)> {
    let inside = text.get(1..)?;
    inside.chars().next().filter(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!'))?;
    let end = inside.bytes().take(LONGEST_TAG).position(|byte| byte == b'>')?;
    let inside = inside.get(..end)?;
    Some((end + 2, inside.contains("://") || (inside.contains('@') && !inside.contains(' '))))
}

/// The length of a character written as `&name;` at the start.
fn entity(text: &str) -> Option<usize> {
    let inside = text.get(1..)?;
    let end = inside.bytes().take(9).position(|byte| byte == b';').filter(|end| *end > 1)?;
    inside.get(..end)?.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#').then_some(end + 2)
}

/// The length of the target behind a link's text: `(…)` or `[…]`; 0 if there is none.
fn target(text: &str) -> usize {
    let close = match text.bytes().next() {
        Some(b'(') => b')',
        Some(b'[') => b']',
        _ => return 0,
    };
    let open = if close == b')' { b'(' } else { b'[' };
    let mut depth = 0_u32;
    for (at, byte) in text.bytes().enumerate().take(LONGEST_TARGET) {
        if byte == open {
            depth += 1;
        } else if byte == close {
            depth -= 1;
            if depth == 0 {
                return at + 1;
            }
        }
    }
    0
}

/// The sentences as ranges of tokens. A colon and a semicolon end one too: what stands behind them can be
/// read on its own.
pub(super) fn sentences(tokens: &[Token], tongue: Tongue) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let (end, next, ends) = match token.kind {
            Kind::Break => (at, at + 1, true),
            Kind::Mark('.' | '!' | '?' | '…' | ':' | ';') => {
                let end = behind_mark(tokens, at);
                (end, end, ends_sentence(tokens, at, end, tongue))
            }
            _ => (at, at + 1, false),
        };
        if ends {
            if start < end {
                sentences.push(start..end);
            }
            start = next;
        }
        at = next;
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences
}

/// Behind the mark at `at`, those that follow at once ("?!") and closing quotation marks.
fn behind_mark(tokens: &[Token], at: usize) -> usize {
    let mut end = at;
    let mut reached = None;
    while let Some(token) = tokens.get(end) {
        let closes = reached.is_none_or(|reached| token.start == reached)
            && matches!(
                token.kind,
                Kind::Mark(
                    '.' | '!' | '?' | '…' | ':' | ';' | '"' | '“' | '”' | '’' | '\'' | '«' | '»' | ')'
                )
            );
        if !closes {
            break;
        }
        reached = Some(token.end);
        end += 1;
    }
    end
}

/// Whether the mark at `at`, with what closes it up to `end`, ends a sentence.
fn ends_sentence(tokens: &[Token], at: usize, end: usize, tongue: Tongue) -> bool {
    let Some(mark) = tokens.get(at) else {
        return false;
    };
    let Some(next) = tokens.get(end).filter(|token| token.kind != Kind::Break) else {
        return true;
    };
    if matches!(mark.kind, Kind::Mark(':' | ';')) {
        return true;
    }
    if next.is_lower() || matches!(next.kind, Kind::Mark(',' | '–' | '—')) {
        return false;
    }
    if mark.kind == Kind::Mark('.') && end == at + 1 {
        if next.start == mark.end {
            return false;
        }
        let before =
            at.checked_sub(1).and_then(|before| tokens.get(before)).filter(|it| it.end == mark.start);
        // "mindestens 12. Planen Sie …" begins anew, "am 12. Mai" does not.
        let begins = has(tongue.starters(), &next.lower)
            || tokens.get(end + 1).is_some_and(|token| token.plain == "Sie" && next.is_capital());
        return begins || !before.is_some_and(|before| is_shortened(before, tongue));
    }
    true
}

/// Whether a dot behind this token usually belongs to it: "Nr.", "z.", "3."
fn is_shortened(token: &Token, tongue: Tongue) -> bool {
    match token.kind {
        Kind::Number => {
            // "3. Mai", "am 3.5. Treffen", but "13.000. Danach".
            let last = token.plain.rsplit('.').next().unwrap_or_default();
            tongue.is_german() && last.len() <= 2 && token.plain.len() <= 5
        }
        Kind::Word => token.plain.chars().count() == 1 || has(tongue.shortened(), &token.lower),
        _ => false,
    }
}
