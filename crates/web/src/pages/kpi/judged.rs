//! What the figures say of a KPI's place in the plan.

use super::states::{UNKNOWN, href};
use app::View;
use chart::{Axis, Correlogram, Fitted, LagPanel};
use control::Judged;
use control::evidence::{Evidence, Verdict};
use control::forecast::way;
use department::Element;
use department::model::{Kpi, KpiKind};
use jiff::civil::Date;
use locale::{Lang, number, percent, t};

/// A link of a checkpoint to its terminal KPI, with what is known of it.
pub(super) struct Link {
    pub class: &'static str,
    pub verdict: String,
    /// The other KPI.
    pub name: String,
    pub href: String,
    pub paragraphs: Vec<String>,
    /// For the analyst.
    pub rows: Vec<(String, String)>,
    /// Correlations by lag, as SVG.
    pub picture: String,
    /// The figures that it rests on, of both.
    pub figures: Vec<(String, String)>,
}

/// A way of foreseeing that was tried.
pub(super) struct Tried {
    pub name: String,
    pub error: String,
    pub relative: String,
    pub taken: bool,
}

/// What is said of a KPI.
pub(super) struct Said {
    /// Whether anything was judged yet.
    pub ready: bool,
    /// Of a checkpoint, its own link; of a terminal KPI, those of its checkpoints.
    pub links: Vec<Link>,
    /// Of a terminal KPI, what has led it and is no checkpoint of it.
    pub better: Vec<Link>,
    /// How many pairs were looked at for that.
    pub searched: usize,
    pub forecast: Vec<String>,
    pub tried: Vec<Tried>,
    /// The figures that the forecast rests on.
    pub history: String,
    pub course: Vec<String>,
    pub detected: String,
}

impl Said {
    /// What is said of a KPI.
    pub fn of(view: &View, lang: Lang, kpi: &Kpi) -> Self {
        let judged: &Judged = &view.figures.judged;
        let about = |one: &&Evidence| one.checkpoint == kpi.id() || one.terminal == kpi.id();
        let declared = || judged.evidence.iter().filter(about);
        let known = |one: &&Evidence| declared().all(|other| other.checkpoint != one.checkpoint);
        let better: Vec<&Evidence> =
            judged.better.iter().filter(|one| one.terminal == kpi.id()).filter(known).take(5).collect();
        let forecast = judged.forecasts.get(kpi.id());
        let aims = matches!(kpi.kind, Some(KpiKind::Terminal | KpiKind::Checkpoint));
        Said {
            ready: forecast.is_some() || !aims,
            links: declared().map(|one| link(view, lang, kpi, one)).collect(),
            searched: better.first().map_or(0, |one| one.tested),
            better: better.into_iter().map(|one| link(view, lang, kpi, one)).collect(),
            forecast: match forecast {
                Some(Ok(found)) => found.paragraphs(view.department(), kpi, lang),
                Some(Err(why)) => vec![why.said(lang)],
                None => Vec::new(),
            },
            tried: forecast.and_then(|found| found.as_ref().ok()).map_or_else(Vec::new, |found| {
                let f = &found.foresight;
                f.tried.iter().map(|one| tried(lang, one, one.way == f.way)).collect()
            }),
            history: forecast
                .and_then(|found| found.as_ref().ok())
                .map_or_else(String::new, |found| rows_of(kpi, (found.history.first, found.history.last()))),
            course: judged.courses.get(kpi.id()).map_or_else(Vec::new, |found| found.paragraphs(kpi, lang)),
            detected: judged.detected.get(kpi.id()).map_or_else(String::new, |found| found.said(kpi, lang)),
        }
    }
}

fn tried(lang: Lang, one: &stats::foresee::Tried, taken: bool) -> Tried {
    Tried {
        name: way(lang, &one.way),
        error: control::significant(lang, one.mae, ""),
        relative: if one.relative.is_finite() { percent(lang, one.relative, 0) } else { UNKNOWN.to_owned() },
        taken,
    }
}

/// The address of the figures of a span.
fn rows_of(kpi: &Kpi, (from, to): (Date, Date)) -> String {
    format!("{}?from={from}&to={to}#figures", href(kpi))
}

fn link(view: &View, lang: Lang, kpi: &Kpi, one: &Evidence) -> Link {
    let department = view.department();
    let other = if one.checkpoint == kpi.id() { &one.terminal } else { &one.checkpoint };
    let other = department.kpis.get(other);
    let both = [&one.checkpoint, &one.terminal].map(|id| department.kpis.get(id));
    let figures = one.span.map_or_else(Vec::new, |span| {
        both.into_iter().flatten().map(|kpi| (kpi.title().to_owned(), rows_of(kpi, span))).collect()
    });
    Link {
        class: match one.verdict {
            Verdict::Predicts => "good",
            Verdict::Reversed => "bad",
            Verdict::Unproven => "risk",
            Verdict::Insufficient => "quiet",
        },
        verdict: t!(lang, &format!("evidence-{}", one.verdict.word())),
        name: other.map_or_else(String::new, |other| other.title().to_owned()),
        href: other.map_or_else(String::new, href),
        paragraphs: one.paragraphs(department, lang),
        rows: one.rows(department, lang),
        picture: one.lead.as_ref().map_or_else(String::new, |lead| by_lag(lang, one, lead)),
        figures,
    }
}

/// Correlations by lag, before and behind: what leads shows on the right.
fn by_lag(lang: Lang, one: &Evidence, lead: &stats::lead::Lead) -> String {
    let back = lead.backward.crossed.values.iter().enumerate().map(|(at, r)| (-(at as f64 + 1.0), *r));
    let ahead = lead.forward.crossed.values.iter().enumerate().map(|(at, r)| (at as f64 + 1.0, *r));
    let mut bars: Vec<(f64, f64)> = back.chain([(0.0, lead.forward.crossed.together)]).chain(ahead).collect();
    bars.sort_by(|a, b| a.0.total_cmp(&b.0));
    let n = lead.forward.crossed.n as f64;
    let reach = 1.96 / n.sqrt();
    let most = lead.forward.crossed.values.len() as f64;
    let bound = |x: f64| Fitted { x, value: 0.0, low: -reach, high: reach };
    Correlogram {
        title: t!(lang, "evidence-by-lag", n = number(lang, n, 0)),
        axis: Axis::new(t!(lang, &format!("evidence-lag-{}", one.rhythm.word())), ""),
        panels: vec![LagPanel { name: "r".to_owned(), bars, bounds: vec![bound(-most), bound(most)] }],
    }
    .svg(lang)
}

/// Days from which the level is another.
pub(super) fn shifts(view: &View, kpi: &Kpi) -> Vec<Date> {
    let course = view.figures.judged.courses.get(kpi.id());
    course.map_or_else(Vec::new, |course| course.shifts.iter().map(|shift| shift.0).collect())
}

/// Values that stand out.
pub(super) fn unusual(view: &View, kpi: &Kpi) -> Vec<(Date, f64)> {
    let course = view.figures.judged.courses.get(kpi.id());
    course.map_or_else(Vec::new, |course| course.unusual.iter().map(|odd| (odd.0, odd.1)).collect())
}
