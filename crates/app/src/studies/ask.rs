//! A question to a file, and its answer in a file.

use crate::AppError;
use anyhow::Result;
use jiff::civil::Date;
use locale::Lang;
use std::path::{Path, PathBuf};
use study::{Answer, Data, Family, Options, Task};

/// Puts a question to a file, or to none where a sample size is planned.
pub fn ask(family: &Family, options: &Options, file: Option<&Path>) -> Result<Box<dyn Answer>, AppError> {
    let data = match file {
        Some(file) => open(file)?,
        None if (family.needs_data)(options) => return Err(study::Fault::NoData.into()),
        None => Data::of_frame("", stats::Frame::default()),
    };
    Ok((family.run)(&Task { data: &data, options })?)
}

pub(super) fn open(file: &Path) -> Result<Data, AppError> {
    let source = std::fs::File::open(file).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => AppError::NoPath(file.to_owned()),
        _ => AppError::File(file.to_owned(), error),
    })?;
    Ok(Data::open_source(&file.to_string_lossy(), source, &table::Reading::default())?)
}

/// The files of an answer under a name by whose ending their form is known: every picture as SVG (the first under the name
/// itself), a workbook, the tidy table as CSV, JSON, or an R script.
pub fn export(
    answer: &dyn Answer,
    file: &str,
    out: &Path,
    lang: Lang,
    today: Date,
) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let told = || answer.tell(lang);
    let ending = out.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let content = match ending.as_str() {
        "xlsx" => exchange::xlsx::xlsx(&exchange::answer(&told(), lang), lang, today)?,
        "csv" => {
            let book = exchange::answer(&told(), lang);
            book.sheet("tidy").map(|sheet| exchange::csv::csv(sheet, lang)).unwrap_or_default()
        }
        "json" => format!("{:#}\n", study::json(&told())).into_bytes(),
        "r" => answer.script(file).into_bytes(),
        "txt" => study::human(&told(), lang).into_bytes(),
        "svg" => return Ok(pictures(answer, out, lang)),
        other => return Err(AppError::Ending(other.to_owned()).into()),
    };
    Ok(vec![(out.to_owned(), content)])
}

/// `plot.svg`, then `plot-residuals.svg` and so on.
fn pictures(answer: &dyn Answer, out: &Path, lang: Lang) -> Vec<(PathBuf, Vec<u8>)> {
    let stem = out.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let named = |(at, picture): (usize, study::Picture)| {
        let path = match at {
            0 => out.to_owned(),
            _ => out.with_file_name(format!("{stem}-{}.svg", picture.name)),
        };
        (path, picture.svg.into_bytes())
    };
    answer.pictures(lang).into_iter().enumerate().map(named).collect()
}

/// Writes the files of an answer.
pub fn write(files: &[(PathBuf, Vec<u8>)]) -> Result<()> {
    for (path, content) in files {
        std::fs::write(path, content).map_err(|error| AppError::File(path.clone(), error))?;
    }
    Ok(())
}
