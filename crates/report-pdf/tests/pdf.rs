//! Documents of every kind of department can be set, and Typst has nothing to remark.

use department::{Files, book, check, read};
use jiff::civil::date;
use locale::Lang;
use proptest::prelude::*;
use report::{
    Align, Approval, Block, ChangedSection, Column, Document, Inline, Input, Row, Section, Signature,
    Standing, Table, Tone, scorecard, sostac,
};
use report_pdf::pdf_with_remarks;
use std::collections::BTreeMap;

fn documents(files: &Files, lang: Lang, approval: Option<&Approval>) -> [Document; 2] {
    let today = date(2026, 11, 23);
    let reading = read(files);
    let findings = check(&reading, today);
    let (department, series) = (&reading.department, &BTreeMap::new());
    let findings = &findings;
    let input = Input {
        department,
        findings,
        book: book(),
        series,
        synthetic: true,
        today,
        lang,
        revision: 14,
        approval,
        judged: None,
        answers: None,
        corrections: &[],
        part: None,
    };
    [sostac(&input), scorecard(&input)]
}

fn is_set(files: &Files, lang: Lang) {
    for document in documents(files, lang, None) {
        let (pdf, remarks) = pdf_with_remarks(&document).expect("it can be set");
        assert!(pdf.starts_with(b"%PDF-"));
        assert_eq!(remarks, [""; 0], "{} {lang}", document.name);
    }
}

#[test]
fn an_empty_department_is_set() {
    Lang::ALL.into_iter().for_each(|lang| is_set(&Files::default(), lang));
}

#[test]
fn the_demonstration_is_set_in_russian() {
    is_set(&demo::files("ru").iter().copied().collect(), Lang::Ru);
}

#[test]
fn the_demonstration_is_set_in_english() {
    is_set(&demo::files("en").iter().copied().collect(), Lang::En);
}

#[test]
fn hostile_words_are_only_words() {
    let signs = "#panic(1) [ ] $x$ *_` <goal.g> @k ~ // /* \\\\ \\\" ] } ) ;";
    let long = "Ж".repeat(500) + "x";
    let text = |kind: &str, id: &str, more: &str| {
        format!(
            "[{kind}.{id}]\nname = \"{signs}{long}\"\nwhy = \"{signs}\"\nsource = \"{signs}{long}\"\n{more}\n"
        )
    };
    let sostac = [
        text("goal", "\"g#]<\"", "horizon = \"long\"\ndoubt = \"#]\""),
        text("task", "t", "goal = \"g#]<\"\ninstruments = [\"#[x]\"]"),
        text("statement", "s", "kind = \"threat\""),
        text("action", "a", "task = \"t\"\nstarts = 2026-01-01\nends = 2026-02-01"),
        text(
            "kpi",
            "k",
            "kind = \"terminal\"\nunit = \"#[\\\"\"\ntargets = [{ date = 2027-01-01, value = 5 }]",
        ),
    ];
    let about = format!("[about]\nname = \"{signs}\"\norganisation = \"{long}\"\nrevision = \"{signs}\"\n");
    let files = Files::from([("sostac.toml", sostac.concat()), ("department.toml", about)]);
    is_set(&files, Lang::Ru);
}

#[test]
fn an_approved_document_is_set_with_its_sheets() {
    let text = || "#[x] \"Ж\" $".to_owned();
    let (person, on) = ((text(), text()), date(2026, 11, 18));
    let signature = Signature { stage: text(), person: person.clone(), agreed: true, on, note: text() };
    let changed = ChangedSection { title: text(), lines: vec![text(); 3] };
    let standing =
        Standing { code: text(), rule: text(), subject: text(), reason: text(), by: person.clone() };
    let approval = Approval {
        revision: 14,
        on,
        approver: person,
        signatures: vec![signature; 4],
        since: Some(12),
        changes: vec![changed; 3],
        standing: vec![standing; 2],
    };
    for lang in Lang::ALL {
        for document in documents(&Files::default(), lang, Some(&approval)) {
            let (_, remarks) = pdf_with_remarks(&document).expect("it can be set");
            assert_eq!(remarks, [""; 0]);
        }
    }
}

/// A document that shows one text in every way.
fn everywhere(text: &str) -> Document {
    let words = || {
        let text = || text.to_owned();
        vec![
            Inline::Text(text()),
            Inline::Strong(text()),
            Inline::Muted(text()),
            Inline::State(Tone::Bad, text()),
            Inline::Break,
            Inline::Link("a".to_owned(), text()),
        ]
    };
    let table = Table {
        caption: text.to_owned(),
        columns: [Align::Left, Align::Right]
            .map(|align| Column { title: text.to_owned(), align, weight: 1 })
            .into(),
        rows: vec![
            Row::group(words()),
            Row { element: Some(text.to_owned()), cells: vec![words(), words()] },
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
        Section { id: "a".to_owned(), letter: None, title: text.to_owned(), blocks, sections: Vec::new() };
    let [mut document, _] = documents(&Files::default(), Lang::En, None);
    document.title = text.to_owned();
    document.approver = (text.to_owned(), text.to_owned());
    document.agreed = vec![(text.to_owned(), text.to_owned())];
    document.sections = vec![section];
    document
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn any_text_can_be_set(text in r#"(\PC|[#\[\]$*_"\\`<>@~/{}();=\-+\n]|[\x00-\x1f]){0,40}"#) {
        let (_, remarks) = pdf_with_remarks(&everywhere(&text)).expect("it can be set");
        prop_assert_eq!(remarks, [""; 0]);
    }
}
