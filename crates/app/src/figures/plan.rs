//! Figures out of files.

use crate::{AppError, Clock, View};
use control::{Mapping, Measurement, Mends, Preview, preview};
use std::path::Path;
use store::{Act, Entry, Store};
use table::{Bounds, Sheet};

/// How much of a file of figures that was sent or fetched is read.
pub const BOUNDS: Bounds =
    Bounds { bytes: 16 << 20, unpacked: 128 << 20, counted: true, rows: 1_000_000, cells: 4_000_000 };

/// What an import would do.
pub struct ImportPlan {
    /// The figures and the rows that could not be read.
    pub preview: Preview,
    /// The file's name as it is kept with each figure.
    pub file: String,
}

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// New figures.
    pub added: usize,
    /// Figures that differ from what was known: kept as a new revision.
    pub revised: usize,
    /// Figures that were known already.
    pub unchanged: usize,
}

/// The table in a file that was sent or fetched: of a workbook the named sheet, or where the name is empty the first visible.
pub fn read_figures(name: &str, bytes: &[u8], sheet: &str, bounds: &Bounds) -> Result<Sheet, AppError> {
    let sheet = Some(sheet).filter(|sheet| !sheet.is_empty());
    Ok(table::read_within(name, bytes, sheet, bounds)?)
}

impl ImportPlan {
    /// Reads a file by a mapping; nothing is kept yet.
    pub fn new(view: &View, path: &Path, mapping: &Mapping, clock: Clock) -> Result<Self, AppError> {
        ImportPlan::of(view, &ImportPlan::sheet(path, &mapping.sheet)?, mapping, &Mends::default(), clock)
    }

    /// The table in a file of one's own.
    pub fn sheet(path: &Path, sheet: &str) -> Result<Sheet, AppError> {
        let bytes = std::fs::read(path).map_err(|error| AppError::File(path.to_owned(), error))?;
        let file = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        read_figures(&file, &bytes, sheet, &Bounds::default())
    }

    /// Reads a sheet by a mapping, with what a person has said of its faulty cells; nothing is kept yet.
    pub fn of(
        view: &View,
        sheet: &Sheet,
        mapping: &Mapping,
        mends: &Mends,
        clock: Clock,
    ) -> Result<Self, AppError> {
        let file = sheet.name.clone();
        let sheet = mends.on(sheet);
        let preview = preview(view.department(), &sheet, mapping, &file, &clock.instant(), clock.today())?;
        Ok(ImportPlan { preview, file })
    }
}

/// Keeps the figures of a plan: all or none.
pub async fn import(plan: &ImportPlan, store: &dyn Store) -> Result<Imported, AppError> {
    let done = store.import(&plan.preview.measurements).await?;
    Ok(Imported { added: done.added, revised: done.revised, unchanged: done.unchanged })
}

/// Keeps figures that a program or a person brought: all or none; the audit trail says who brought them.
pub async fn take_measurements(
    store: &dyn Store,
    act: &Act,
    source: &str,
    batch: &[Measurement],
) -> Result<Imported, AppError> {
    let done = store.import(batch).await?;
    let entry = Entry {
        act: act.clone(),
        what: "import".to_owned(),
        subject: source.to_owned(),
        after: format!("+{} ~{} ={}", done.added, done.revised, done.unchanged),
        ..Entry::default()
    };
    store.note(&entry).await?;
    Ok(Imported { added: done.added, revised: done.revised, unchanged: done.unchanged })
}
