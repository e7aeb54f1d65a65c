//! Blocks, cells and words as HTML.

use crate::tree::{Align, Block, Figure, Inline, Section, Table, Tone};
use std::collections::HashSet;
use std::fmt::Write;

/// Writes a tree. An anchor is given to the section that shows the element, else to its first row.
pub(super) struct Writer<'a> {
    /// What has been written.
    pub out: String,
    /// How figures and tables are counted, where they are: the words before their numbers.
    pub numbered: Option<(String, String)>,
    href: &'a dyn Fn(&str) -> Option<String>,
    anchors: HashSet<String>,
    sections: HashSet<String>,
    figures: usize,
    tables: usize,
}

impl<'a> Writer<'a> {
    pub fn new(href: &'a dyn Fn(&str) -> Option<String>) -> Self {
        Writer {
            out: String::new(),
            numbered: None,
            href,
            anchors: HashSet::new(),
            sections: HashSet::new(),
            figures: 0,
            tables: 0,
        }
    }

    /// Tells of sections that will be written.
    pub fn expect(&mut self, section: &Section) {
        section.walk(&mut |section| self.sections.extend([section.id.clone()]));
    }

    fn put(&mut self, html: &str) {
        self.out.push_str(html);
    }

    /// A section whose heading is of that level; `number` stands before its title.
    pub fn section(&mut self, section: &Section, level: usize, number: &str) {
        let id = self.anchor(Some(&section.id));
        let _ = write!(self.out, "<section class=\"rp-section\"{id}><h{level}>");
        if !number.is_empty() {
            let _ = write!(self.out, "<span class=\"rp-number\">{number}</span> ");
        }
        if let Some(letter) = section.letter {
            let _ = write!(self.out, "<span class=\"rp-letter\" aria-hidden=\"true\">{letter}</span> ");
        }
        let _ = write!(self.out, "{}</h{level}>", escape(&section.title));
        for block in &section.blocks {
            self.block(block);
        }
        for (at, inner) in section.sections.iter().enumerate() {
            let number = if number.is_empty() { String::new() } else { format!("{number}.{}", at + 1) };
            self.section(inner, (level + 1).min(6), &number);
        }
        self.put("</section>\n");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(words) => self.wrapped("<p>", words, "</p>"),
            Block::Note(words) => self.wrapped("<p class=\"rp-note\">", words, "</p>"),
            Block::List(items) => {
                self.put("<ul>");
                for item in items {
                    self.wrapped("<li>", item, "</li>");
                }
                self.put("</ul>");
            }
            Block::Facts(facts) => {
                self.put("<dl class=\"rp-facts\">");
                for (name, value) in facts {
                    let _ = write!(self.out, "<dt>{}</dt>", escape(name));
                    self.wrapped("<dd>", value, "</dd>");
                }
                self.put("</dl>");
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
        }
        self.put("\n");
    }

    fn figure(&mut self, figure: &Figure) {
        self.figures += 1;
        let number = self.numbered.as_ref().map(|(word, _)| format!("{} {}. ", escape(word), self.figures));
        // The picture is ours and already escaped.
        let _ = write!(
            self.out,
            "<figure class=\"rp-figure\"><div class=\"rp-picture\" tabindex=\"0\">{}</div><figcaption>{}{}</figcaption></figure>",
            figure.svg,
            number.unwrap_or_default(),
            escape(&figure.caption)
        );
    }

    fn table(&mut self, table: &Table) {
        self.tables += 1;
        let number = self.numbered.as_ref().map(|(_, word)| format!("{} {}. ", escape(word), self.tables));
        let caption = escape(&table.caption);
        let _ = write!(
            self.out,
            "<figure class=\"rp-table\"><figcaption>{}{caption}</figcaption><div class=\"rp-scroll\" tabindex=\"0\" \
             role=\"region\" aria-label=\"{caption}\"><table><colgroup>",
            number.unwrap_or_default(),
        );
        let whole: f64 = table.columns.iter().map(|column| f64::from(column.weight)).sum();
        for column in &table.columns {
            let _ =
                write!(self.out, "<col style=\"width:{:.1}%\">", f64::from(column.weight) / whole * 100.0);
        }
        self.put("</colgroup><thead><tr>");
        for column in &table.columns {
            let _ =
                write!(self.out, "<th scope=\"col\"{}>{}</th>", class(column.align), escape(&column.title));
        }
        self.put("</tr></thead><tbody>\n");
        for row in &table.rows {
            let element = row.element.as_deref().filter(|element| !self.sections.contains(*element));
            let id = self.anchor(element);
            let _ = write!(self.out, "<tr{id}>");
            if row.is_group(table.columns.len()) {
                let open =
                    format!("<th class=\"rp-group\" colspan=\"{}\" scope=\"rowgroup\">", table.columns.len());
                self.wrapped(&open, row.cells.first().map_or(&[], Vec::as_slice), "</th>");
            } else {
                for (cell, column) in row.cells.iter().zip(&table.columns) {
                    self.wrapped(&format!("<td{}>", class(column.align)), cell, "</td>");
                }
            }
            self.put("</tr>\n");
        }
        self.put("</tbody></table></div></figure>");
    }

    fn wrapped(&mut self, open: &str, words: &[Inline], close: &str) {
        self.put(open);
        for word in words {
            self.word(word);
        }
        self.put(close);
    }

    fn word(&mut self, word: &Inline) {
        let text = match word {
            Inline::Break => "<br>".to_owned(),
            Inline::Text(text) => escape(text),
            Inline::Strong(text) => format!("<strong>{}</strong>", escape(text)),
            Inline::Emphasis(text) => format!("<em>{}</em>", escape(text)),
            Inline::Code(text) => format!("<code>{}</code>", escape(text)),
            Inline::Web(address, text) => {
                format!("<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", escape(address), escape(text))
            }
            Inline::Muted(text) => format!("<span class=\"rp-muted\">{}</span>", escape(text)),
            Inline::State(tone, text) => {
                let (class, shape) = shape(*tone);
                format!(
                    "<span class=\"{class}\"><span aria-hidden=\"true\">{shape}</span>\u{a0}{}</span>",
                    escape(text)
                )
            }
            Inline::Link(anchor, title) => match (self.href)(anchor) {
                Some(href) => format!("<a href=\"{}\">{}</a>", escape(&href), escape(title)),
                None => escape(title),
            },
        };
        self.put(&text);
    }

    fn anchor(&mut self, anchor: Option<&str>) -> String {
        match anchor {
            Some(anchor) if self.anchors.insert(anchor.to_owned()) => format!(" id=\"{}\"", escape(anchor)),
            _ => String::new(),
        }
    }
}

fn class(align: Align) -> &'static str {
    match align {
        Align::Left => "",
        Align::Right => " class=\"rp-num\"",
    }
}

/// A state's class and shape.
fn shape(tone: Tone) -> (&'static str, char) {
    match tone {
        Tone::Good => ("state-good", '✓'),
        Tone::Risk => ("state-risk", '▲'),
        Tone::Bad => ("state-bad", '✕'),
        Tone::Quiet => ("state-quiet", '○'),
    }
}

/// Text that stands for itself, in an element or in a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // No control sign may stand in HTML but a tab and a new line.
            sign if sign.is_control() && !matches!(sign, '\t' | '\n') => out.push('\u{fffd}'),
            sign => out.push(sign),
        }
    }
    out
}
