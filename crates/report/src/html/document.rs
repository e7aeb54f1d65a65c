//! A whole document as one HTML file.

use super::block::{Writer, escape};
use crate::tree::Document;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chart::fonts;
use chart::palette::{Theme, css};
use locale::{date, t};
use std::fmt::Write;

const STYLE: &str = include_str!("document.css");

pub(super) fn document(document: &Document) -> String {
    let lang = document.lang;
    let anchors = document.anchors();
    let href = |anchor: &str| anchors.contains(anchor).then(|| format!("#{anchor}"));
    let mut writer = Writer::new(&href);
    writer.numbered = Some((t!(lang, "document-figure"), t!(lang, "document-table")));
    document.sections.iter().chain(&document.sheets).for_each(|section| writer.expect(section));
    for (at, section) in document.sections.iter().enumerate() {
        writer.section(section, 2, &(at + 1).to_string());
    }
    document.sheets.iter().for_each(|sheet| writer.section(sheet, 2, ""));
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title} · {department}</title>\n<style>\n{faces}{STYLE}{dark}</style>\n</head>\n<body>\n\
         {head}{contents}<main>\n{body}</main>\n{foot}</body>\n</html>\n",
        title = escape(&document.title),
        department = escape(&document.department),
        faces = faces(),
        dark = dark(),
        head = head(document),
        contents = contents(document),
        body = writer.out,
        foot = foot(document),
    )
}

/// The two faces of each family that the style sheet names.
fn faces() -> String {
    let mut rules = String::new();
    let faces = [
        ("PT Sans", 400, fonts::SANS),
        ("PT Sans", 700, fonts::SANS_BOLD),
        ("PT Serif", 400, fonts::SERIF),
        ("PT Serif", 700, fonts::SERIF_BOLD),
    ];
    for (family, weight, face) in faces {
        let data = STANDARD.encode(face);
        let _ = writeln!(
            rules,
            "@font-face{{font-family:\"{family}\";font-weight:{weight};\
             src:url(data:font/ttf;base64,{data}) format(\"truetype\")}}"
        );
    }
    rules
}

/// Pictures on a dark screen; paper stays light.
fn dark() -> String {
    format!("@media screen and (prefers-color-scheme: dark) {{\n{}}}\n", css(".rp-picture", Theme::Dark))
}

fn head(document: &Document) -> String {
    let mut head = String::from("<header>");
    if document.draft {
        let _ =
            write!(head, "<p class=\"rp-draft\">{}</p>", escape(&t!(document.lang, "document-draft-mark")));
    }
    if let Some(day) = document.approved {
        let (post, name) = &document.approver;
        let _ = write!(
            head,
            "<p class=\"rp-approved\">{}<br>{}<br>{}<br>{}</p>",
            escape(&t!(document.lang, "document-approve")),
            escape(post),
            escape(name),
            escape(&date(document.lang, day))
        );
    }
    for (class, text) in
        [("rp-organisation", &document.organisation), ("rp-department", &document.department)]
    {
        if !text.is_empty() {
            let _ = write!(head, "<p class=\"{class}\">{}</p>", escape(text));
        }
    }
    let _ = write!(head, "<h1>{}</h1>", escape(&document.title));
    let kind = t!(document.lang, &format!("document-subtitle-{}", document.name));
    let _ = write!(head, "<p class=\"rp-kind\">{}<br>{}</p>", escape(&kind), escape(&document.revision));
    if let Some(note) = &document.note {
        let _ = write!(head, "<p class=\"rp-note\">{}</p>", escape(note));
    }
    head + "</header>\n"
}

/// Which revision this is, once more where a printed page ends.
fn foot(document: &Document) -> String {
    let mark = if document.draft { t!(document.lang, "document-draft-mark") + " · " } else { String::new() };
    format!("<footer><p class=\"rp-kind\">{}{}</p></footer>\n", escape(&mark), escape(&document.revision))
}

fn contents(document: &Document) -> String {
    let title = escape(&t!(document.lang, "document-contents"));
    let mut list = format!("<nav aria-label=\"{title}\"><h2>{title}</h2><ol>");
    for section in &document.sections {
        let _ = write!(list, "<li><a href=\"#{}\">{}</a>", escape(&section.id), escape(&section.title));
        if !section.sections.is_empty() {
            list.push_str("<ol>");
            for inner in &section.sections {
                let _ =
                    write!(list, "<li><a href=\"#{}\">{}</a></li>", escape(&inner.id), escape(&inner.title));
            }
            list.push_str("</ol>");
        }
        list.push_str("</li>");
    }
    for sheet in &document.sheets {
        let _ = write!(list, "<li><a href=\"#{}\">{}</a></li>", escape(&sheet.id), escape(&sheet.title));
    }
    list + "</ol></nav>\n"
}
