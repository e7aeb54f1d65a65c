//! Writes the demonstration's documents as DOCX into a folder, to be looked at: `look FOLDER`.

use department::{Files, book, check, read};
use jiff::civil::date;
use locale::Lang;
use report::{Input, scorecard, sostac};
use std::collections::BTreeMap;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| ".".to_owned()));
    for lang in Lang::ALL {
        let files: Files = demo::files(lang.code()).iter().copied().collect();
        let reading = read(&files);
        let today = date(2026, 11, 23);
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
            approval: None,
            judged: None,
            answers: None,
            corrections: &[],
            part: None,
        };
        for document in [sostac(&input), scorecard(&input)] {
            let file = folder.join(format!("{}.{lang}.docx", document.name));
            std::fs::write(file, report_docx::docx(&document)?)?;
        }
    }
    Ok(())
}
