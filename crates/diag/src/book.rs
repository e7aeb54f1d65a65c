//! A book of rules: which there are, and what each says.

use crate::{Finding, RuleDoc, Words};
use locale::{Catalogue, Lang};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A rule, whose check is a function of type `C`: it looks through a subject and writes down what it finds.
#[derive(Debug, Clone, Copy)]
pub struct Rule<C> {
    /// Two letters of the rule's family and two digits, such as `OB01`; never given to another rule.
    pub code: &'static str,
    /// The rule's source file, whose doc comment is a [`RuleDoc`].
    pub source: &'static str,
    /// The check.
    pub check: C,
}

/// What the rules say, by code.
pub struct Book {
    docs: BTreeMap<&'static str, RuleDoc>,
    messages: Catalogue,
}

impl Book {
    /// Reads the doc comments of `(code, source)` pairs.
    pub fn new(rules: impl IntoIterator<Item = (&'static str, &'static str)>) -> Self {
        let docs: BTreeMap<_, _> =
            rules.into_iter().map(|(code, source)| (code, RuleDoc::parse(source))).collect();
        let texts = Lang::ALL.map(|lang| {
            let mut text = String::new();
            for (code, doc) in &docs {
                let Words { message, mend, .. } = doc.words(lang);
                let _ = writeln!(text, "{code} = {message}\n    .mend = {mend}");
            }
            (lang, text)
        });
        Book { docs, messages: Catalogue::new(texts) }
    }

    /// The rule's doc, by its code in either case.
    pub fn doc(&self, code: &str) -> Option<(&'static str, &RuleDoc)> {
        let code = code.to_ascii_uppercase();
        self.docs.get_key_value(code.as_str()).map(|(&code, doc)| (code, doc))
    }

    /// All rules by code.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &RuleDoc)> {
        self.docs.iter().map(|(&code, doc)| (code, doc))
    }

    /// What is wrong: the finding's message.
    pub fn message(&self, lang: Lang, finding: &Finding) -> String {
        self.messages.text(lang, finding.code, &finding.args)
    }

    /// What to do about the finding.
    pub fn mend(&self, lang: Lang, finding: &Finding) -> String {
        self.messages.text(lang, &format!("{}.mend", finding.code), &finding.args)
    }

    /// The rule's message with its values left as `…`: a title for the rule itself.
    pub fn title(&self, lang: Lang, code: &str) -> String {
        self.doc(code).map_or(code.to_owned(), |(_, doc)| without_values(&doc.words(lang).message))
    }

    /// Why it matters.
    pub fn why(&self, lang: Lang, code: &str) -> &str {
        self.docs.get(code).map_or("", |doc| &doc.words(lang).why)
    }

    /// What to do about findings of the rule, with values left as `…`.
    pub fn advice(&self, lang: Lang, code: &str) -> String {
        self.docs.get(code).map_or(String::new(), |doc| without_values(&doc.words(lang).mend))
    }
}

fn without_values(pattern: &str) -> String {
    let mut text = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        text.push('…');
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    // Two full stops where a value ended the sentence would be one too many.
    (text + rest).replace("….", "…")
}
