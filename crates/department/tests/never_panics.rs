//! Whatever stands in the files: reading, checking and showing the findings never panics, and every finding
//! speaks of a place that is there.

use department::{FILES, Files, book, check, read};
use diag::{Place, Sources};
use locale::Lang;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// So many findings of one department are shown, or a few more.
const SHOWN: usize = 60;

/// Reads, checks and shows a department in both languages.
fn holds(files: &Files) {
    let reading = read(files);
    let sources = &reading.department.sources;
    let findings = check(&reading, jiff::civil::date(2026, 6, 1));
    for finding in &findings {
        is_there(sources, finding.place, finding.code);
        for edit in finding.fix.iter().flat_map(|fix| &fix.edits) {
            is_there(sources, edit.place, finding.code);
            let source = sources.get(edit.place.file);
            diag::apply(&source.text, &[(edit.place.span, edit.text.as_str())]);
        }
    }
    // Of a long list a part is shown, spread over the whole, so that many departments can be tried.
    let part: Vec<_> = findings.iter().step_by(1 + findings.len() / SHOWN).cloned().collect();
    for lang in Lang::ALL {
        let shown = diag::human::render(book(), sources, &part, lang, false);
        assert_eq!(shown.is_empty(), part.is_empty());
        let told = diag::json::render(book(), sources, &part, lang);
        assert_eq!(told["findings"].as_array().map(Vec::len), Some(part.len()));
    }
}

/// Whether a place lies inside its file's text, between characters.
fn is_there(sources: &Sources, place: Place, code: &str) {
    assert!((place.file.0 as usize) < sources.iter().count(), "{code}: no such file");
    let text = &sources.get(place.file).text;
    let inside = text.get(place.span.range()).is_some();
    assert!(inside, "{code}: {:?} of {} bytes", place.span, text.len());
}

/// One thing done to a file.
#[derive(Debug, Clone)]
enum Change {
    /// Puts other bytes in place of a stretch; either may be empty.
    Replace(Index, usize, Vec<u8>),
    /// Writes a stretch a second time, somewhere else.
    Repeat(Index, usize, Index),
    /// Puts a line where another stands, and that one in its place.
    SwapLines(Index, Index),
    /// Mixes all lines: each moves to a place that depends on the number.
    MixLines(usize),
    /// Cuts the end off.
    Truncate(Index),
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let length = bytes.len();
        let stretch = |at: &Index, long: usize| {
            let start = at.index(length + 1);
            start..(start + long).min(length)
        };
        match self {
            Change::Replace(at, long, new) => {
                bytes.splice(stretch(at, *long), new.iter().copied());
            }
            Change::Repeat(at, long, to) => {
                let piece = bytes[stretch(at, *long)].to_vec();
                let to = to.index(length + 1);
                bytes.splice(to..to, piece);
            }
            Change::SwapLines(one, other) => in_lines(bytes, |lines| {
                let (one, other) = (one.index(lines.len()), other.index(lines.len()));
                lines.swap(one, other);
            }),
            Change::MixLines(salt) => in_lines(bytes, |lines| {
                let mut order: Vec<usize> = (0..lines.len()).collect();
                order.sort_by_key(|at| (at * 7919 + 1) * (salt + 1) % 104_729);
                *lines = order.iter().map(|&at| lines[at].clone()).collect();
            }),
            Change::Truncate(at) => bytes.truncate(at.index(length + 1)),
        }
    }
}

fn in_lines(bytes: &mut Vec<u8>, change: impl FnOnce(&mut Vec<Vec<u8>>)) {
    let mut lines: Vec<Vec<u8>> = bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    change(&mut lines);
    *bytes = lines.join(&b'\n');
}

/// Pieces that mean something in a text, whole and broken, and any bytes.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let pieces = [
        "",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "\0",
        "\"",
        "\"\"\"",
        "'",
        "[",
        "]",
        "[[",
        "{",
        "}",
        "=",
        ".",
        ",",
        "#",
        "\\",
        "\\u",
        "\u{feff}",
        "\u{2028}",
        "\u{1f642}\u{200d}",
        "e\u{301}",
        "я",
        "-",
        "1e999",
        "-0.0",
        "nan",
        "1_0",
        "0x7f",
        "2026-02-30",
        "2026-06-01T10:00:00Z",
        "\n[goal.x]\n",
        "\n[kpi.x.correction]\n",
        "\n[unit]\n",
        "\nneeds = { x = 3 }\n",
        "\nname = 1\n",
        "\nleads_to = [\"x\", \"x\"]\n",
        "\n[rules]\nCO01 = \"off\"\n",
        "{ date = 2026-01-01 }",
    ];
    prop_oneof![select(pieces.map(|piece| piece.as_bytes().to_vec()).to_vec()), vec(any::<u8>(), 0..6)]
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        6 => (any::<Index>(), 0..40_usize, piece()).prop_map(|(at, long, new)| Change::Replace(at, long, new)),
        2 => (any::<Index>(), 0..400_usize, any::<Index>()).prop_map(|(at, long, to)| Change::Repeat(at, long, to)),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(one, other)| Change::SwapLines(one, other)),
        1 => (0..10_000_usize).prop_map(Change::MixLines),
        1 => any::<Index>().prop_map(Change::Truncate),
    ]
}

/// Changes, each with the number of the file that it is done to.
fn changes() -> impl Strategy<Value = Vec<(Index, Change)>> {
    vec((any::<Index>(), change()), 1..8)
}

fn changed(mut files: Files, changes: &[(Index, Change)]) -> Files {
    let count = files.by_path.len();
    for (at, change) in changes {
        if let Some(bytes) = files.by_path.values_mut().nth(at.index(count.max(1))) {
            change.apply(bytes);
        }
    }
    files
}

/// The example departments of all rules.
fn examples() -> Vec<Files> {
    let docs = book().iter().flat_map(|(_, doc)| doc.bad.iter().chain(&doc.good));
    docs.map(|example| example.files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect())
        .collect()
}

/// So many tries; what fails is told, and becomes an example of a rule or a test of its own.
fn tries(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(tries(100))]

    #[test]
    fn any_bytes_in_any_file(files in vec((select(FILES), vec(any::<u8>(), 0..200)), 1..4)) {
        holds(&files.into_iter().collect());
    }

    #[test]
    fn any_pieces_in_any_file(files in vec((select(FILES), vec(piece(), 0..60)), 1..4)) {
        holds(&files.into_iter().map(|(path, pieces)| (path, pieces.concat())).collect());
    }
}

proptest! {
    #![proptest_config(tries(250))]

    #[test]
    fn an_example_changed_anyhow(files in select(examples()), changes in changes()) {
        holds(&changed(files, &changes));
    }
}

proptest! {
    #![proptest_config(tries(20))]

    #[test]
    fn the_whole_department_changed_anyhow(language in select(vec!["en", "ru"]), changes in changes()) {
        let files = demo::files(language).iter().copied().collect();
        holds(&changed(files, &changes));
    }
}

#[test]
fn all_examples_and_the_whole_department_as_they_are() {
    examples().iter().for_each(holds);
    for lang in Lang::ALL {
        holds(&demo::files(lang.code()).iter().copied().collect());
    }
}
