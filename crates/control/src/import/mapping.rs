//! Which column is what.

use super::Aggregate;
use serde::{Deserialize, Serialize};

/// How a table of figures is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// A row a day, a column a KPI.
    #[default]
    Wide,
    /// A row a figure: its day, its KPI, its value.
    Long,
    /// A row a KPI, a column a day or a period.
    Across,
}

impl Form {
    /// All, in the order of a choice.
    pub const ALL: [Form; 3] = [Form::Wide, Form::Long, Form::Across];

    /// The word on the command line and in forms; `measurements-form-WORD` is its message.
    pub const fn word(self) -> &'static str {
        match self {
            Form::Wide => "wide",
            Form::Long => "long",
            Form::Across => "across",
        }
    }

    /// The one of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Form::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// Which columns hold the days, the KPIs and the values.
///
/// A column is named as its header is, exactly or but for case and blanks around it, or by its place: `#2` and
/// `#B` are the second.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// The sheet of a workbook; the first visible one where none is named. For whoever opens the file.
    pub sheet: String,
    /// How the table is laid out.
    pub form: Form,
    /// The column of the days; none where they stand across.
    pub date: String,
    /// The column of the KPIs' names or ids, of a long table and of one across.
    pub name: String,
    /// The column of the values, of a long table.
    pub value: String,
    /// Each KPI's id with its column, of a wide table.
    pub kpis: Vec<(String, String)>,
    /// What the file calls a KPI, and its id; an empty one where rows of that name are left out. What is not named here
    /// is known by its id or its name.
    pub names: Vec<(String, String)>,
    /// Where the file names months only, by number or by Russian or English name: the year that they are of. A value is
    /// then dated to its month's last day.
    pub year: Option<i16>,
    /// What becomes of several rows of one period.
    ///
    /// With it, rows are gathered by the KPI's rhythm and dated to the period's last day (by their own day where
    /// the KPI has no rhythm). Without it, a second row for the same day is an error.
    pub aggregate: Option<Aggregate>,
    /// Whether figures of KPIs in per cent are shares of one, so that 0.125 stands for 12.5 %. What says `%` itself never is.
    pub shares: bool,
}
