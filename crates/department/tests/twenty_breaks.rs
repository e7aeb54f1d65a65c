//! The demo, broken in twenty ways as people break texts: each is found, in its place, and nothing panics.

use department::{Files, check, read};
use diag::Finding;
use jiff::civil::date;

/// What is done to which file, the code that must be told, and what must stand in the line that it points at.
type Break = (&'static str, &'static str, fn(&str) -> Vec<u8>, &'static str, &'static str);

fn swap(text: &str, old: &str, new: &str) -> Vec<u8> {
    assert!(text.contains(old), "the demo no longer holds {old:?}");
    text.replacen(old, new, 1).into_bytes()
}

/// A text without the first table whose header begins so.
fn without(text: &str, header: &str) -> Vec<u8> {
    let start = text.find(header).expect("the table is there");
    let end = text[start + 1..].find("\n[").map_or(text.len(), |at| start + 2 + at);
    format!("{}{}", &text[..start], &text[end..]).into_bytes()
}

const BREAKS: [Break; 20] = [
    ("a goal deleted", "sostac.toml", |t| without(t, "\n[goal."), "TX07", "goal = "),
    ("a key misspelt", "sostac.toml", |t| swap(t, "\nhorizon = ", "\nhorison = "), "TX03", "horison"),
    (
        "UTF-8 broken",
        "sostac.toml",
        |t| [&t.as_bytes()[..2000], b"\xff\xfe", &t.as_bytes()[2000..]].concat(),
        "TX02",
        "",
    ),
    (
        "a file cut off in a string",
        "scorecard.toml",
        |t| t.as_bytes()[..t.rfind("name = \"").expect("a name") + 12].to_vec(),
        "TX01",
        "name = \"",
    ),
    ("a quote left open", "business.toml", |t| swap(t, "\"\nowner", "\nowner"), "TX01", "name = "),
    ("a bracket left open", "sostac.toml", |t| swap(t, "[task.", "[task"), "TX04", "[task"),
    ("a kind misspelt", "sostac.toml", |t| swap(t, "[goal.", "[gaol."), "TX04", "[gaol."),
    (
        "a table in the wrong file",
        "business.toml",
        |t| [t.as_bytes(), b"\n[objective.stray]\nname = \"x\"\n"].concat(),
        "TX04",
        "[objective.stray]",
    ),
    (
        "a date as text",
        "sostac.toml",
        |t| swap(t, "\ndue = 2", "\ndue = \"soon\" # 2"),
        "TX05",
        "due = \"soon\"",
    ),
    (
        "a date that is none",
        "sostac.toml",
        |t| swap(t, "\nends = 2026-", "\nends = 2026-99-"),
        "TX01",
        "2026-99",
    ),
    (
        "an unknown word",
        "sostac.toml",
        |t| swap(t, "horizon = \"tactical\"", "horizon = \"tactic\""),
        "TX06",
        "\"tactic\"",
    ),
    (
        "a table twice",
        "business.toml",
        |t| {
            [
                t.as_bytes(),
                t[t.find("[business_goal.").expect("a goal")..].lines().next().expect("a line").as_bytes(),
                b"\n",
            ]
            .concat()
        },
        "TX08",
        "[business_goal.",
    ),
    (
        "a key twice",
        "department.toml",
        |t| swap(t, "\ncurrency = ", "\nname = \"Again\"\ncurrency = "),
        "TX08",
        "name = \"Again\"",
    ),
    (
        "a text without quotes",
        "department.toml",
        |t| swap(t, "currency = \"", "currency = E\""),
        "TX01",
        "currency = ",
    ),
    ("an equals sign lost", "department.toml", |t| swap(t, "currency = ", "currency "), "TX01", "currency "),
    (
        "a correction without its owner",
        "sostac.toml",
        |t| {
            let at = t.find(".correction]").expect("a correction");
            let (head, tail) = t.split_at(at);
            [head.as_bytes(), &swap(tail, "\nowner = ", "\n# owner = ")].concat()
        },
        "CO04",
        ".correction]",
    ),
    (
        "a direction turned",
        "sostac.toml",
        |t| swap(t, "direction = \"down\"", "direction = \"up\""),
        "CO06",
        "",
    ),
    (
        "an agreed time taken away",
        "department.toml",
        |t| swap(t, "\nagreed = ", "\n# agreed = "),
        "PR03",
        "[handoff.",
    ),
    ("a level of nine", "department.toml", |t| swap(t, " = 3 }", " = 9 }"), "TX05", "= 9"),
    (
        "brackets without end",
        "sostac.toml",
        |t| swap(t, "\ninstruments = [", &format!("\ninstruments = {}", "[".repeat(50))),
        "TX09",
        "[[[",
    ),
];

#[test]
fn each_of_twenty_breaks_is_found_in_its_place() {
    let today = date(2026, 11, 23);
    for lang in ["en", "ru"] {
        let whole: Files = demo::files(lang).iter().map(|(path, text)| (*path, *text)).collect();
        let usual = check(&read(&whole), today).len();
        for (what, path, damage, code, place) in BREAKS {
            let text =
                std::str::from_utf8(whole.get(path).expect("the file is there")).expect("the demo is UTF-8");
            let mut files = whole.clone();
            files.put(path, damage(text));
            let reading = read(&files);
            let findings = check(&reading, today);
            let sources = &reading.department.sources;
            let line = |finding: &Finding| {
                let source = sources.get(finding.place.file);
                let line = sources.start(finding.place).line;
                (source.path.to_string(), source.text.lines().nth(line - 1).unwrap_or_default().to_owned())
            };
            let told: Vec<_> = findings.iter().filter(|finding| finding.code == code).map(line).collect();
            let found =
                told.iter().any(|(file, text)| (file == path || code == "TX07") && text.contains(place));
            assert!(found, "{lang}, {what}: {code} at {told:?}; all: {:?}", codes(&findings));
            assert!(findings.len() > usual.saturating_sub(1), "{lang}, {what}");
        }
    }
}

#[test]
fn a_missing_file_and_a_stray_one_are_told() {
    let mut files: Files = demo::files("en").iter().map(|(path, text)| (*path, *text)).collect();
    let text = files.by_path.remove("listening.toml").expect("it is there");
    files.put("listenning.toml", text);
    let findings = check(&read(&files), date(2026, 11, 23));
    let codes = codes(&findings);
    assert!(codes.contains(&"TX10") && codes.contains(&"TX11"), "{codes:?}");
}

fn codes(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code).collect()
}
