//! Documents of every kind of department become packages that are whole, and say what the tree says.

#![allow(clippy::unwrap_used)]

use department::{Files, book, check, read};
use jiff::civil::date;
use locale::Lang;
use proptest::prelude::*;
use report::{
    Approval, Block, ChangedSection, Column, Document, Inline, Input, Row, Section, Signature, Standing,
    Table, scorecard, sostac,
};
use report_docx::docx;
use roxmltree::{Document as Xml, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn documents(files: &Files, lang: Lang) -> [Document; 2] {
    approved(files, lang, None)
}

fn approved(files: &Files, lang: Lang, approval: Option<&Approval>) -> [Document; 2] {
    let today = date(2026, 11, 23);
    let reading = read(files);
    let findings = check(&reading, today);
    let (department, series) = (&reading.department, &BTreeMap::new());
    let input = Input {
        department,
        findings: &findings,
        book: book(),
        series,
        synthetic: true,
        today,
        lang,
        revision: 0,
        approval,
        judged: None,
        answers: None,
        corrections: &[],
        part: None,
    };
    [sostac(&input), scorecard(&input)]
}

fn demo_files(lang: Lang) -> Files {
    demo::files(lang.code()).iter().copied().collect()
}

/// The parts of a package by name.
fn parts(document: &Document) -> BTreeMap<String, Vec<u8>> {
    let bytes = docx(document).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        all.insert(name, content);
    }
    all
}

fn text(part: &[u8]) -> &str {
    std::str::from_utf8(part).unwrap()
}

fn styled<'a>(xml: &'a Xml<'a>, element: &str, style: &str) -> Vec<Node<'a, 'a>> {
    let named = |node: &Node<'_, '_>| {
        let properties = if element == "p" { ("pPr", "pStyle") } else { ("tblPr", "tblStyle") };
        node.children()
            .filter(|child| child.has_tag_name((W, properties.0)))
            .flat_map(|child| child.children())
            .any(|child| child.has_tag_name((W, properties.1)) && child.attribute((W, "val")) == Some(style))
    };
    xml.descendants().filter(|node| node.has_tag_name((W, element)) && named(node)).collect()
}

fn said(node: Node<'_, '_>) -> String {
    node.descendants().filter(|node| node.has_tag_name((W, "t"))).filter_map(|node| node.text()).collect()
}

/// Every part that is XML can be read, every relation leads to a part, every link to a bookmark that stands once.
fn is_whole(document: &Document) {
    let parts = parts(document);
    for (name, content) in parts.iter().filter(|(name, _)| !name.ends_with(".png")) {
        Xml::parse(text(content)).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let relations = Xml::parse(text(&parts["word/_rels/document.xml.rels"])).unwrap();
    let mut known = BTreeSet::new();
    for relation in relations.descendants().filter(|node| node.has_attribute("Target")) {
        assert!(parts.contains_key(&format!("word/{}", relation.attribute("Target").unwrap())));
        known.insert(relation.attribute("Id").unwrap());
    }
    let xml = Xml::parse(text(&parts["word/document.xml"])).unwrap();
    for node in xml.descendants() {
        for used in [(R, "id"), (R, "embed")].into_iter().filter_map(|name| node.attribute(name)) {
            assert!(known.contains(used), "{used}");
        }
    }
    let mut marks = BTreeSet::new();
    for mark in xml.descendants().filter(|node| node.has_tag_name((W, "bookmarkStart"))) {
        assert!(marks.insert(mark.attribute((W, "name")).unwrap()), "a bookmark stands twice");
    }
    for link in xml.descendants().filter_map(|node| node.attribute((W, "anchor"))) {
        assert!(marks.contains(link), "{link} leads nowhere");
    }
}

#[test]
fn every_package_is_whole() {
    for lang in Lang::ALL {
        documents(&Files::default(), lang).iter().for_each(is_whole);
    }
    documents(&demo_files(Lang::En), Lang::En).iter().for_each(is_whole);
}

#[test]
fn headings_tables_and_pictures_are_those_of_the_tree() {
    for document in documents(&demo_files(Lang::Ru), Lang::Ru) {
        let (mut titles, mut tables, mut facts, mut figures, mut links) = (Vec::new(), Vec::new(), 0, 0, 0);
        fn walk<'a>(section: &'a Section, level: usize, visit: &mut impl FnMut(&'a Section, usize)) {
            visit(section, level);
            section.sections.iter().for_each(|inner| walk(inner, level + 1, visit));
        }
        for section in &document.sections {
            walk(section, 1, &mut |section, level| {
                titles.push((level.min(4), section.title.clone()));
                for block in &section.blocks {
                    match block {
                        Block::Table(table) => tables.push(table),
                        Block::Facts(_) => facts += 1,
                        Block::Figure(_) => figures += 1,
                        Block::Paragraph(words) => {
                            links += words.iter().filter(|word| matches!(word, Inline::Link(..))).count();
                        }
                        _ => {}
                    }
                }
            });
        }
        let parts = parts(&document);
        let xml = Xml::parse(text(&parts["word/document.xml"])).unwrap();
        for level in 1..=4 {
            let heads = styled(&xml, "p", &format!("Heading{level}"));
            let heads: Vec<_> = heads.into_iter().map(said).collect();
            let wanted: Vec<_> =
                titles.iter().filter(|(at, _)| *at == level).map(|(_, title)| title.clone()).collect();
            assert_eq!(heads, wanted, "level {level} of {}", document.name);
        }
        let made = styled(&xml, "tbl", "ReperTable");
        assert_eq!(made.len(), tables.len());
        for (made, table) in made.into_iter().zip(&tables) {
            let rows = made.children().filter(|node| node.has_tag_name((W, "tr"))).count();
            assert_eq!(rows, table.rows.len() + 1);
            assert_eq!(made.descendants().filter(|node| node.has_tag_name((W, "tblHeader"))).count(), 1);
            let widths = made.descendants().filter(|node| node.has_tag_name((W, "gridCol"))).count();
            assert_eq!(widths, table.columns.len());
        }
        assert_eq!(styled(&xml, "tbl", "ReperFacts").len(), facts);
        assert_eq!(parts.keys().filter(|name| name.ends_with(".png")).count(), figures);
        assert!(
            parts
                .iter()
                .filter(|(name, _)| name.ends_with(".png"))
                .all(|(_, png)| png.starts_with(b"\x89PNG"))
        );
        assert!(figures > 0 && !tables.is_empty());
    }
}

#[test]
fn what_it_is_stands_in_its_properties_and_at_its_edges() {
    let [document, _] = documents(&demo_files(Lang::Ru), Lang::Ru);
    let parts = parts(&document);
    let core = text(&parts["docProps/core.xml"]);
    assert!(core.contains(&document.title) && core.contains(&document.organisation));
    let foot = text(&parts["word/upright-footer.xml"]);
    assert!(foot.contains(&document.revision) && foot.contains(" PAGE ") && foot.contains(" NUMPAGES "));
    assert!(text(&parts["word/upright-header.xml"]).contains(&document.department));
    assert!(text(&parts["word/document.xml"]).contains("TOC \\o"));
    assert!(text(&parts["word/styles.xml"]).contains("w:val=\"ru-RU\""));
    let [bare, _] = documents(&Files::default(), Lang::Ru);
    assert_eq!(docx(&bare).unwrap(), docx(&bare).unwrap(), "the same document, the same bytes");
}

#[test]
fn an_approved_document_has_its_sheets_with_names_days_and_changes() {
    let signed = |name: &str, day, agreed, note: &str| Signature {
        stage: format!("Stage of {name}"),
        person: (format!("Post of {name}"), name.to_owned()),
        agreed,
        on: date(2026, 11, day),
        note: note.to_owned(),
    };
    let approval = Approval {
        revision: 14,
        on: date(2026, 11, 18),
        approver: ("Director".to_owned(), "Olga Head".to_owned()),
        signatures: vec![signed("Ivan First", 16, true, ""), signed("Petr Second", 17, false, "Not <so>")],
        since: Some(12),
        changes: vec![ChangedSection {
            title: "Goals & tasks".to_owned(),
            lines: vec!["Trust: 45 → 38".to_owned()],
        }],
        standing: vec![Standing {
            code: "CO15".to_owned(),
            rule: "A rule".to_owned(),
            subject: "A KPI".to_owned(),
            reason: "Because of this".to_owned(),
            by: ("Post".to_owned(), "Vera Third".to_owned()),
        }],
    };
    for lang in Lang::ALL {
        for document in approved(&Files::default(), lang, Some(&approval)) {
            is_whole(&document);
            let parts = parts(&document);
            let xml = Xml::parse(text(&parts["word/document.xml"])).unwrap();
            let all: Vec<String> =
                xml.descendants().filter(|node| node.has_tag_name((W, "p"))).map(said).collect();
            let last = |title: &str| all.iter().rposition(|line| line == title);
            let places: Vec<usize> =
                document.sheets.iter().map(|sheet| last(&sheet.title).unwrap()).collect();
            assert!(places.len() == 3 && places.is_sorted(), "{places:?}");
            let day = |day| locale::date(lang, date(2026, 11, day));
            let wanted: [&[String]; 3] = [
                &[
                    "Ivan First".into(),
                    "Petr Second".into(),
                    "Post of Ivan First".into(),
                    day(16),
                    day(17),
                    "Not <so>".into(),
                ],
                &["Goals & tasks".into(), "Trust: 45 → 38".into()],
                &["CO15".into(), "Because of this".into(), "Vera Third".into()],
            ];
            for (at, words) in wanted.iter().enumerate() {
                let end = places.get(at + 1).copied().unwrap_or(all.len());
                let sheet = all[places[at]..end].join("\n");
                for word in *words {
                    assert!(sheet.contains(&**word), "{word} in {sheet}");
                }
            }
            let front = all[..places[0]].join("\n");
            assert!(front.contains("Olga Head") && front.contains("Director") && front.contains(&day(18)));
        }
        let [draft, _] = documents(&Files::default(), lang);
        assert!(draft.sheets.is_empty());
    }
}

/// A document that shows one text in every place that takes text.
fn everywhere(text: &str) -> Document {
    let words =
        || vec![Inline::Text(text.to_owned()), Inline::Break, Inline::Link(text.to_owned(), text.to_owned())];
    let column = || Column { title: text.to_owned(), align: report::Align::Left, weight: 0 };
    let table = Table {
        caption: text.to_owned(),
        columns: vec![column(), column()],
        rows: vec![
            Row::group(words()),
            Row { element: Some(text.to_owned()), cells: vec![words(), words()] },
            Row { element: Some(text.to_owned()), cells: vec![] },
        ],
    };
    let blocks = vec![
        Block::Paragraph(words()),
        Block::Note(words()),
        Block::List(vec![words()]),
        Block::Facts(vec![(text.to_owned(), words())]),
        Block::Table(table),
    ];
    let section =
        Section { id: text.to_owned(), letter: None, title: text.to_owned(), blocks, sections: Vec::new() };
    let [mut document, _] = documents(&Files::default(), Lang::En);
    document.title = text.to_owned();
    document.organisation = text.to_owned();
    document.revision = text.to_owned();
    document.sections = vec![section];
    document
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_makes_a_whole_package(text in r#"(\PC|[<>&"'\\{}]|[\x00-\x1f]){0,40}"#) {
        is_whole(&everywhere(&text));
    }
}
