//! How a correction is shown in a line.

use crate::pages::states::{Standing, figure};
use app::View;
use control::correction::{Run, RunState};
use department::Element;
use locale::{Lang, date, number, t};

/// A correction in a line.
pub(super) struct Line {
    pub href: String,
    pub what: String,
    /// The KPI's name and page.
    pub kpi: (String, String),
    /// What was missed: day, reading and target.
    pub missed: String,
    pub owner: String,
    pub until: String,
    pub overdue: bool,
    pub state: Standing,
    pub tasks: String,
    /// The result, or the reason why it was withdrawn.
    pub outcome: String,
    pub reaction: String,
    pub lasted: String,
}

/// The address of a correction.
pub(crate) fn href(run: &Run) -> String {
    format!("/corrections/{}", run.id)
}

/// Corrections in lines; `now` is this instant.
pub(super) fn lines<'a>(
    view: &View,
    lang: Lang,
    now: &str,
    runs: impl Iterator<Item = &'a Run>,
) -> Vec<Line> {
    runs.map(|run| line(view, lang, now, run)).collect()
}

/// A correction in a line.
pub(super) fn line(view: &View, lang: Lang, now: &str, run: &Run) -> Line {
    let tasks = run.tasks();
    let done = tasks.iter().filter(|task| task.done.is_some()).count();
    // The next term of what is still to be done.
    let until = tasks.iter().filter(|task| task.done.is_none()).filter_map(|task| task.due).min();
    let count = |n: usize| number(lang, n as f64, 0);
    Line {
        href: href(run),
        what: run.what.clone(),
        kpi: kpi(view, run),
        missed: missed(view, lang, run),
        owner: person(view, lang, &run.owner),
        until: until.map_or_else(String::new, |day| date(lang, day)),
        overdue: !run.overdue(now).is_empty(),
        state: standing(lang, now, run),
        tasks: t!(lang, "corrections-tasks-of", done = count(done), all = count(tasks.len())),
        outcome: run.outcome().unwrap_or_default().to_owned(),
        reaction: run.reaction().map_or_else(String::new, |seconds| lasted(lang, seconds)),
        lasted: run.lasted().map_or_else(String::new, |seconds| lasted(lang, seconds)),
    }
}

/// The KPI's name and page; a KPI that the department has no more stands for itself.
pub(super) fn kpi(view: &View, run: &Run) -> (String, String) {
    match view.department().kpis.get(&run.kpi) {
        Some(kpi) => (kpi.title().to_owned(), crate::pages::kpi_href(kpi)),
        None => (run.kpi.clone(), String::new()),
    }
}

/// What was missed, in words.
pub(super) fn missed(view: &View, lang: Lang, run: &Run) -> String {
    let unit = view.department().kpis.get(&run.kpi).map_or("", |kpi| &*kpi.unit);
    let (read, wanted) = (figure(lang, run.reading.value, unit), figure(lang, run.target.value, unit));
    t!(lang, "correction-missed-on", date = date(lang, run.target.date), read = read, wanted = wanted)
}

/// A person's name; an id that the department has no more stands for itself.
pub(super) fn person(view: &View, lang: Lang, id: &str) -> String {
    match view.department().people.get(id) {
        _ if id.is_empty() => t!(lang, "correction-nobody"),
        Some(person) => person.title().to_owned(),
        None => id.to_owned(),
    }
}

/// Where it stands, for a page.
pub(in crate::pages) fn standing(lang: Lang, now: &str, run: &Run) -> Standing {
    let state = run.state();
    let late = !run.overdue(now).is_empty();
    let class = match state {
        _ if late => "bad",
        RunState::Open | RunState::Started => "risk",
        RunState::Done => "good",
        RunState::Withdrawn => "quiet",
    };
    let mut word = t!(lang, &format!("correction-{}", state.word()));
    if late {
        word = format!("{word}, {}", t!(lang, "correction-overdue"));
    }
    Standing { class, word }
}

/// A length of time in its largest fitting unit.
pub(super) fn lasted(lang: Lang, seconds: i64) -> String {
    let whole = |of: i64| number(lang, (seconds as f64 / of as f64).round(), 0);
    match seconds {
        ..7_200 => t!(lang, "lasted-minutes", n = whole(60)),
        7_200..172_800 => t!(lang, "lasted-hours", n = whole(3_600)),
        _ => t!(lang, "lasted-days", n = seconds / 86_400),
    }
}
