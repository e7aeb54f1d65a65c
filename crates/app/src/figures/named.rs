//! Imports that have a name: what the columns are, and where the file comes from.

use crate::hooks::may_fetch;
use crate::{AppError, note};
use control::Mapping;
use serde::{Deserialize, Serialize};
use store::{Act, Settings, Store};

/// What named imports are kept under, and what came of the last time that each was pulled.
const NAMED: &str = "measurement-import/";
const LAST: &str = "measurement-pull/";
/// No more are kept than this.
pub const NAMES: usize = 100;

/// How often an address is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Every {
    /// Every hour.
    Hour,
    /// Every day.
    Day,
    /// Every week.
    Week,
    /// Every thirty days.
    Month,
}

impl Every {
    /// All, in the order of a choice.
    pub const ALL: [Every; 4] = [Every::Hour, Every::Day, Every::Week, Every::Month];

    /// The word in forms; `measurements-every-WORD` is its message.
    pub const fn word(self) -> &'static str {
        match self {
            Every::Hour => "hour",
            Every::Day => "day",
            Every::Week => "week",
            Every::Month => "month",
        }
    }

    /// The one of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Every::ALL.into_iter().find(|one| one.word() == word)
    }

    /// In seconds.
    pub const fn seconds(self) -> i64 {
        match self {
            Every::Hour => 3_600,
            Every::Day => 86_400,
            Every::Week => 7 * 86_400,
            Every::Month => 30 * 86_400,
        }
    }
}

/// An import that has a name.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NamedImport {
    /// What the columns are.
    pub mapping: Mapping,
    /// Whether cells that cannot be read are left out; otherwise nothing is kept where there are some.
    pub partial: bool,
    /// Where the file is fetched from; empty where it is sent.
    pub url: String,
    /// How often; nothing where it is fetched only when somebody says so.
    pub every: Option<Every>,
}

/// What came of pulling an import.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Pulled {
    /// When: RFC 3339, UTC.
    pub at: String,
    /// New figures.
    pub added: usize,
    /// Figures kept as a new revision.
    pub revised: usize,
    /// Figures that were known.
    pub unchanged: usize,
    /// Cells that were left out because they cannot be read.
    pub left: usize,
    /// Why nothing was kept, in the department's language; empty where it was.
    pub problem: String,
}

/// A name as it is kept: one line, at most 60 letters.
fn plain(name: &str) -> String {
    name.trim().chars().filter(|sign| !sign.is_control()).take(60).collect()
}

/// The imports that have a name, by name.
pub async fn named_imports(store: &dyn Store) -> Result<Vec<(String, NamedImport)>, AppError> {
    let kept = Settings::settings(store, NAMED).await?;
    // What an older Reper kept and this one cannot read is passed over.
    let read = |(name, text): (String, String)| {
        Some((name.strip_prefix(NAMED)?.to_owned(), serde_json::from_str(&text).ok()?))
    };
    Ok(kept.into_iter().filter_map(read).take(NAMES).collect())
}

/// The import of a name.
pub async fn named_import(store: &dyn Store, name: &str) -> Result<Option<NamedImport>, AppError> {
    let kept = store.setting(&format!("{NAMED}{}", plain(name))).await?;
    Ok(kept.and_then(|text| serde_json::from_str(&text).ok()))
}

/// Keeps an import under a name; one of that name is replaced, and where this one has no address keeps its own. `people` keeps
/// the hosts that may be asked although they are of this machine's network. False where there is no name or no room.
pub async fn keep_import(
    store: &dyn Store,
    people: &dyn Store,
    act: &Act,
    name: &str,
    import: &NamedImport,
) -> Result<bool, AppError> {
    let name = plain(name);
    let known = named_imports(store).await?;
    let before = known.iter().find(|(known, _)| *known == name).map(|(_, import)| import);
    if name.is_empty() || (known.len() >= NAMES && before.is_none()) {
        return Ok(false);
    }
    let import = NamedImport { url: import.url.trim().to_owned(), ..import.clone() };
    if !import.url.is_empty() {
        may_fetch(people, &import.url).await?;
    }
    if before == Some(&import) {
        return Ok(true);
    }
    let text = serde_json::to_string(&import).unwrap_or_default();
    store.set(&format!("{NAMED}{name}"), Some(&text)).await?;
    let url = |import: &NamedImport| import.url.clone();
    note(store, act, "import", &name, &before.map(url).unwrap_or_default(), &url(&import)).await?;
    Ok(true)
}

/// Forgets the import of a name; false where there is none.
pub async fn drop_import(store: &dyn Store, act: &Act, name: &str) -> Result<bool, AppError> {
    let Some(import) = named_import(store, name).await? else { return Ok(false) };
    let name = plain(name);
    store.set(&format!("{NAMED}{name}"), None).await?;
    store.set(&format!("{LAST}{name}"), None).await?;
    let before = if import.url.is_empty() { "mapping" } else { &import.url };
    note(store, act, "import", &name, before, "").await?;
    Ok(true)
}

/// What came of the last time that an import was pulled.
pub async fn last_pull(store: &dyn Store, name: &str) -> Result<Option<Pulled>, AppError> {
    let kept = store.setting(&format!("{LAST}{}", plain(name))).await?;
    Ok(kept.and_then(|text| serde_json::from_str(&text).ok()))
}

/// Keeps what came of pulling an import.
pub(super) async fn keep_pull(store: &dyn Store, name: &str, pulled: &Pulled) -> Result<(), AppError> {
    let text = serde_json::to_string(pulled).unwrap_or_default();
    Ok(store.set(&format!("{LAST}{}", plain(name)), Some(&text)).await?)
}
