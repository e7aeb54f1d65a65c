//! What the documents of the demonstration's department hold, in both languages.

use control::{Point, Series};
use department::{Files, Kind, book, check, read};
use jiff::civil::date;
use locale::{Lang, catalogue};
use report::{Approval, ChangedSection, Document, Input, Signature, Standing, html, scorecard, sostac};
use std::collections::{BTreeMap, BTreeSet};

fn documents(files: &Files, lang: Lang) -> [Document; 2] {
    documents_of(files, lang, None)
}

fn documents_of(files: &Files, lang: Lang, approval: Option<&Approval>) -> [Document; 2] {
    let today = date(2026, 11, 23);
    let reading = read(files);
    let findings = check(&reading, today);
    let department = &reading.department;
    let series: BTreeMap<_, _> = department
        .kpis
        .iter()
        .filter_map(|kpi| {
            let mark = kpi.baseline?;
            let points =
                [Point { date: mark.date, value: mark.value }, Point { date: today, value: mark.value }];
            Some((department::Element::id(kpi).to_owned(), Series::new(points)))
        })
        .collect();
    let input = Input {
        department,
        findings: &findings,
        book: book(),
        series: &series,
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

#[test]
fn every_element_stands_in_one_of_the_documents() {
    let files = demo_files(Lang::Ru);
    let documents = documents(&files, Lang::Ru);
    let anchors: BTreeSet<&str> = documents.iter().flat_map(Document::anchors).collect();
    let mut absent = Vec::new();
    read(&files).department.each(|kind: Kind, meta, _| {
        let anchor = format!("{}.{}", kind.key(), meta.id);
        if !anchors.contains(anchor.as_str()) {
            absent.push(anchor);
        }
    });
    assert_eq!(absent, [""; 0]);
}

#[test]
fn no_word_is_missing_in_either_language() {
    for lang in Lang::ALL {
        for files in [demo_files(lang), Files::default()] {
            for document in documents(&files, lang) {
                let page = html::document(&document);
                let at = page.find('‹').map(|at| page[at..].chars().take(60).collect::<String>());
                assert_eq!(at, None, "{} {lang}", document.name);
            }
        }
    }
}

#[test]
fn every_choice_has_its_word_in_both_languages() {
    use department::model::*;
    let choices = [
        ("horizon", Horizon::WORDS),
        ("stage", Stage::WORDS),
        ("swot", Swot::WORDS),
        ("tows-field", TowsField::WORDS),
        ("media", Media::WORDS),
        ("kpi-kind", KpiKind::WORDS),
        ("direction", Direction::WORDS),
        ("rhythm", Rhythm::WORDS),
        ("perspective", Perspective::WORDS),
        ("line", Line::WORDS),
        ("family", Family::WORDS),
        ("software-kind", SoftwareKind::WORDS),
        ("process-kind", ProcessKind::WORDS),
        ("source-kind", SourceKind::WORDS),
        ("purpose", Purpose::WORDS),
        ("language", Language::WORDS),
        ("state", &control::State::ALL.map(control::State::word)),
    ];
    for lang in Lang::ALL {
        for (choice, word) in
            choices.iter().flat_map(|(choice, words)| words.iter().map(move |word| (choice, word)))
        {
            let key = format!("{choice}-{word}");
            assert!(catalogue().get(lang, &key, &[]).is_some(), "{key} in {lang}");
        }
    }
}

#[test]
fn html_is_well_formed_and_nothing_in_a_text_is_markup() {
    let evil = "<script>alert(1)</script>&\\\"'";
    let text = format!(
        "[goal.g]\nname = \"{evil}\"\nwhy = \"{evil}\"\n[kpi.k]\nname = \"{evil}\"\nkind = \"terminal\"\n"
    );
    let files = Files::from([("sostac.toml", text)]);
    for files in [files, demo_files(Lang::En)] {
        for document in documents(&files, Lang::En) {
            let page = html::document(&document);
            assert!(!page.contains("<script") && !page.contains("src=\"http"), "{}", document.name);
            balanced(&page);
            document.sections.iter().for_each(|section| balanced(&html::section(section)));
        }
    }
}

/// Every element that opens closes, in order; those that HTML leaves open do not count.
fn balanced(page: &str) {
    let mut open = Vec::new();
    for tag in page.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("a tag ends");
        let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or_default();
        match name {
            "!doctype" | "meta" | "br" | "col" => {}
            _ if tag.starts_with('/') => assert_eq!(open.pop(), Some(name)),
            _ if tag.ends_with('/') => {}
            _ => open.push(name),
        }
    }
    assert_eq!(open, [""; 0]);
}

#[test]
fn an_anchor_stands_once_and_links_lead_somewhere() {
    for document in documents(&demo_files(Lang::Ru), Lang::Ru) {
        let page = html::document(&document);
        let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let set: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), set.len());
        for link in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(set.contains(link), "{link}");
        }
    }
}

#[test]
fn an_empty_department_is_told_what_the_method_wants() {
    for document in documents(&Files::default(), Lang::En) {
        let notes = html::document(&document).matches("<p class=\"rp-note\">").count();
        assert!(notes > 5, "{}: {notes}", document.name);
    }
}

/// An approval with everything that a document tells of it.
fn approval(since: Option<u64>) -> Approval {
    let person = ("Post <b>".to_owned(), "Name".to_owned());
    let on = date(2026, 11, 18);
    let signature = |agreed, note: &str| Signature {
        stage: "Stage".to_owned(),
        person: person.clone(),
        agreed,
        on,
        note: note.to_owned(),
    };
    Approval {
        revision: 12,
        on,
        approver: person.clone(),
        signatures: vec![signature(true, ""), signature(false, "Said so")],
        since,
        changes: since.map_or_else(Vec::new, |_| {
            vec![ChangedSection { title: "Goals".to_owned(), lines: vec!["45 → 38".to_owned()] }]
        }),
        standing: vec![Standing {
            code: "CO15".to_owned(),
            rule: "A rule".to_owned(),
            subject: "A KPI".to_owned(),
            reason: "Because of this".to_owned(),
            by: person,
        }],
    }
}

#[test]
fn an_approved_document_says_by_whom_and_what_changed() {
    for lang in Lang::ALL {
        let (first, later) = (approval(None), approval(Some(9)));
        for document in documents_of(&demo_files(lang), lang, Some(&later)) {
            assert!(!document.draft && document.approved == Some(date(2026, 11, 18)));
            assert!(document.revision.contains("12"));
            let ids: Vec<_> = document.sheets.iter().map(|sheet| sheet.id.as_str()).collect();
            assert_eq!(ids, ["sheet-approval", "sheet-changes", "sheet-reasons"]);
            let html = html::document(&document);
            for words in ["Post &lt;b&gt;", "Said so", "45 → 38", "Because of this"] {
                assert!(html.contains(words), "{words}");
            }
            assert!(!html.contains('‹') && !html.contains("class=\"rp-draft\""));
        }
        let [document, _] = documents_of(&demo_files(lang), lang, Some(&first));
        let said = catalogue().text(lang, "sheet-changes-first", &[]);
        assert!(html::document(&document).contains(&said));
    }
}

#[test]
fn a_draft_says_that_it_is_one() {
    for lang in Lang::ALL {
        let [document, _] = documents(&demo_files(lang), lang);
        assert!(document.draft && document.sheets.is_empty());
        let html = html::document(&document);
        let mark = catalogue().text(lang, "document-draft-mark", &[]);
        assert!(html.matches(&mark).count() >= 2, "in its head and in its foot");
    }
}
