//! Prints the demonstration's documents, in both languages, into the folder that is given:
//! `cargo run -p report-pdf --example print -- FOLDER`.

use department::{Files, book, check, read};
use jiff::civil::date;
use locale::Lang;
use report::Input;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("a folder to print into")?;
    let today = date(2026, 11, 23);
    for lang in Lang::ALL {
        let files: Files = demo::files(lang.code()).iter().copied().collect();
        let reading = read(&files);
        let findings = check(&reading, today);
        let series = BTreeMap::new();
        let department = &reading.department;
        let input = Input {
            department,
            findings: &findings,
            book: book(),
            series: &series,
            synthetic: true,
            today,
            lang,
        };
        for build in [report::sostac, report::scorecard] {
            let start = Instant::now();
            let document = build(&input);
            let built = start.elapsed();
            let html = report::html::document(&document);
            let start = Instant::now();
            let (pdf, remarks) = report_pdf::pdf_with_remarks(&document)?;
            let name = format!("{}.{lang}", document.name);
            println!(
                "{name}: tree {built:.0?}, pdf {:.0?}, {} bytes {remarks:?}",
                start.elapsed(),
                pdf.len()
            );
            std::fs::write(Path::new(&folder).join(format!("{name}.pdf")), pdf)?;
            std::fs::write(Path::new(&folder).join(format!("{name}.html")), html)?;
        }
    }
    Ok(())
}
