//! Rows of a file as one revision.

use super::{Mapping, Plan, Upload};
use crate::{AppError, Saved, View, Workspace, note};
use department::Kind;
use exchange::import::{ROWS, Wanted};
use locale::Lang;
use store::{Act, Settings, Store};
use table::{Bounds, Sheet};

/// How much of a file that was sent is read.
pub const BOUNDS: Bounds =
    Bounds { bytes: 8 << 20, unpacked: 64 << 20, counted: true, rows: ROWS, cells: 1_000_000 };
/// What mappings are kept under.
const MAPPING: &str = "import-mapping/";
/// No more mappings are kept than this.
const MAPPINGS: usize = 100;

/// The table in a file that was sent, or one of its sheets.
pub fn read(upload: &Upload, sheet: Option<&str>) -> Result<Sheet, AppError> {
    Ok(table::read_within(&upload.name, &upload.bytes, sheet, &BOUNDS)?)
}

/// The kinds that can be brought in, those that people keep in tables first.
pub fn import_kinds() -> Vec<Kind> {
    let usual = [Kind::Action, Kind::Kpi, Kind::Person];
    let rest = Kind::ALL.iter().copied().filter(|kind| !usual.contains(kind));
    usual.into_iter().chain(rest).collect()
}

/// What rows would change.
pub fn plan(view: &View, sheet: &Sheet, mapping: &Mapping, lang: Lang) -> Plan {
    Plan::new(&Wanted { files: &view.files, sheet, mapping, lang })
}

/// Makes the changes of a plan, which was made on the revision `base`, as one revision.
pub async fn apply(
    workspace: &Workspace,
    act: &Act,
    base: u64,
    (plan, file): (&Plan, &str),
    note_words: &str,
) -> Result<Saved, AppError> {
    let saved = workspace.change(act, base, &plan.changes, note_words).await?;
    if let Saved::Kept(view) = &saved {
        let [added, changed, ..] = plan.counts();
        let after = format!("revision {}: +{added} ±{changed}", view.revision);
        note(workspace.store(), act, "import", file, "", &after).await?;
    }
    Ok(saved)
}

/// The mappings that are remembered, by name.
pub async fn mappings(store: &dyn Store) -> Result<Vec<(String, Mapping)>, AppError> {
    let kept = Settings::settings(store, MAPPING).await?;
    let read = |(name, text): (String, String)| {
        // What an older Reper kept and this one cannot read is passed over.
        Some((name.strip_prefix(MAPPING)?.to_owned(), serde_json::from_str(&text).ok()?))
    };
    Ok(kept.into_iter().filter_map(read).take(MAPPINGS).collect())
}

/// Remembers a mapping under a name; one of that name is replaced.
pub async fn remember(store: &dyn Store, name: &str, mapping: &Mapping) -> Result<(), AppError> {
    let name: String = name.trim().chars().filter(|sign| !sign.is_control()).take(60).collect();
    let known = mappings(store).await?;
    if name.is_empty() || (known.len() >= MAPPINGS && !known.iter().any(|(known, _)| *known == name)) {
        return Ok(());
    }
    let text = serde_json::to_string(mapping).unwrap_or_default();
    Ok(Settings::set(store, &format!("{MAPPING}{name}"), Some(&text)).await?)
}
