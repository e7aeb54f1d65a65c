//! A question to a file, and its answer in a file.

use crate::AppError;
use anyhow::Result;
use jiff::civil::Date;
use locale::{Lang, t};
use std::path::{Path, PathBuf};
use study::{Answer, Data, Family, Options, Selection, Task, Watch};

/// A question to a file.
pub struct Question<'a> {
    /// The kind of question.
    pub family: &'a Family,
    /// What was chosen.
    pub options: &'a Options,
    /// The file; none where a sample size is planned.
    pub file: Option<&'a Path>,
    /// New rows of which the answer is asked too.
    pub fresh: Option<&'a Path>,
    /// Which rows are asked, and what is counted before.
    pub selection: &'a Selection,
    /// Who is told how far it has come.
    pub watch: Option<Watch>,
}

/// Puts a question; the answer, and what is odd about the data, in the reader's language.
pub fn ask(question: Question<'_>, lang: Lang) -> Result<(Box<dyn Answer>, Vec<String>), AppError> {
    let Question { family, options, file, fresh, selection, watch } = question;
    let data = match file {
        Some(file) => selection.open(&file.to_string_lossy(), source(file)?)?,
        None if (family.needs_data)(options) => return Err(study::Fault::NoData.into()),
        None => Data::of_frame("", stats::Frame::default()),
    };
    let data = match watch {
        Some(watch) => data.watched(watch),
        None => data,
    };
    let fresh = match fresh {
        Some(file) => Some(selection.open_new(&file.to_string_lossy(), source(file)?)?),
        None => None,
    };
    let answer = (family.run)(&Task { data: &data, fresh: fresh.as_ref(), options })?;
    let mut notices = data.notices(lang);
    if let Some(fresh) = &fresh {
        let said = |fault: String| t!(lang, "stats-new-fault", file = fresh.name(), fault = fault);
        notices.extend(fresh.notices(lang).into_iter().map(said));
    }
    Ok((answer, notices))
}

/// A file that is read at places.
fn source(file: &Path) -> Result<std::fs::File, AppError> {
    std::fs::File::open(file).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => AppError::NoPath(file.to_owned()),
        _ => AppError::File(file.to_owned(), error),
    })
}

pub(super) fn open(file: &Path) -> Result<Data, AppError> {
    Ok(Selection::default().open(&file.to_string_lossy(), source(file)?)?)
}

/// The files of an answer under a name by whose ending their form is known: every picture as SVG (the first under the name
/// itself), a workbook, one table as CSV (that of the new rows where there are some, else the tidy one), JSON, or an R script.
pub fn export(
    answer: &dyn Answer,
    file: &str,
    out: &Path,
    lang: Lang,
    today: Date,
) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let told = || answer.whole(lang);
    let ending = out.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let content = match ending.as_str() {
        "xlsx" => exchange::xlsx::xlsx(&exchange::answer(&told(), lang), lang, today)?,
        "csv" => {
            let book = exchange::answer(&answer.tell(lang), lang);
            book.sheet("new")
                .or_else(|| book.sheet("tidy"))
                .map(|sheet| exchange::csv::csv(sheet, lang))
                .unwrap_or_default()
        }
        "json" => format!("{:#}\n", study::json(&told())).into_bytes(),
        "r" => answer.script(file).into_bytes(),
        "txt" => study::human(&answer.tell(lang), lang).into_bytes(),
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
