//! A rule explained: the same text on the terminal, in the manual and, by its parts, on the page.

use crate::{Book, Example, Words};
use locale::{Lang, t};
use std::fmt::Write;

impl Book {
    /// What a rule says, why, what to do, and examples, as Markdown; empty for an unknown code.
    pub fn explain(&self, lang: Lang, code: &str) -> String {
        let Some((code, doc)) = self.doc(code) else { return String::new() };
        let Words { why, .. } = doc.words(lang);
        let mut text =
            format!("# {code}. {}\n\n{why}\n\n{}\n", self.title(lang, code), self.advice(lang, code));
        for (heading, examples) in [("explain-bad", &doc.bad), ("explain-good", &doc.good)] {
            let _ = write!(text, "\n{}\n", t!(lang, heading));
            for example in examples {
                show(&mut text, example);
            }
        }
        text
    }

    /// All rules, one after another.
    pub fn catalogue(&self, lang: Lang) -> String {
        let mut text = t!(lang, "explain-catalogue", count = self.iter().count());
        text.push('\n');
        for (code, _) in self.iter() {
            text.push('\n');
            text.push_str(&self.explain(lang, code).replacen("# ", "## ", 1));
        }
        text
    }
}

fn show(text: &mut String, example: &Example) {
    for (path, content) in &example.files {
        let _ = write!(text, "\n```toml\n# {path}\n{content}```\n");
    }
}
