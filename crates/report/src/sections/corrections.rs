//! The corrections that were opened: for which miss, who carries them out, what came of them.

use crate::Input;
use crate::tree::{Align::*, Block, Inline, Row, Tone};
use control::correction::{Run, RunState};
use department::Element;
use department::model::Kpi;
use jiff::civil::Date;
use locale::{date, t};

/// A table of all that were opened, those that run first; none where none was.
pub(super) fn corrections(input: &Input<'_>) -> Vec<Block> {
    let (running, ended): (Vec<&Run>, Vec<&Run>) =
        input.corrections.iter().partition(|run| run.state().runs());
    let rows = running.into_iter().chain(ended).map(|run| Row {
        element: None,
        cells: vec![
            kpi(input, run),
            vec![missed(input, run).into()],
            vec![run.what.clone().into()],
            owner(input, run),
            input.day(day(&run.at)),
            input.day(day(&run.due)),
            came(input, run),
        ],
    });
    let heads = [
        (Left, "col-kpi", 7),
        (Left, "corrections-col-missed", 9),
        (Left, "corrections-col-what", 9),
        (Left, "col-owner", 6),
        (Left, "correction-fact-opened", 5),
        (Left, "corrections-col-until", 5),
        (Left, "corrections-col-result", 9),
    ];
    input.table("report-corrections", &heads, rows.collect())
}

/// What answers the miss of a KPI: the correction that runs, or that the plan has one ready, or that it has none.
pub(super) fn answer(input: &Input<'_>, kpi: &Kpi) -> Vec<Inline> {
    let own = input.corrections.iter().find(|run| run.kpi == kpi.id());
    let prepared = kpi.correction.as_ref().filter(|own| !own.what.is_empty());
    match (own, prepared) {
        (Some(run), _) => {
            let mut said = vec![state(input, run), " ".into(), run.what.clone().into(), Inline::Break];
            said.extend(owner(input, run));
            said
        }
        (None, Some(prepared)) => {
            vec![Inline::Muted(t!(input.lang, "answer-prepared", what = prepared.what.clone()))]
        }
        (None, None) => vec![Inline::Muted(input.say("answer-none"))],
    }
}

/// The corrections of one KPI, a paragraph each.
pub(super) fn of(input: &Input<'_>, kpi: &Kpi) -> Vec<Block> {
    let own = input.corrections.iter().filter(|run| run.kpi == kpi.id());
    own.flat_map(|run| {
        let mut said = vec![
            Inline::Strong(t!(input.lang, "correction-of", number = run.id)),
            ". ".into(),
            format!("{}. ", missed(input, run)).into(),
        ];
        said.extend(came(input, run));
        let effect = input.judged.and_then(|judged| judged.effects.get(&run.id));
        let effect = match effect {
            Some(Ok(effect)) => effect.paragraphs(input.department, kpi, input.lang),
            Some(Err(why)) => vec![why.said(input.lang)],
            None => Vec::new(),
        };
        let told = effect.into_iter().map(|said| Block::Paragraph(vec![Inline::Muted(said)]));
        [Block::Paragraph(said)].into_iter().chain(told)
    })
    .collect()
}

fn kpi(input: &Input<'_>, run: &Run) -> Vec<Inline> {
    match input.department.kpis.get(&run.kpi) {
        Some(kpi) => vec![input.link_to(kpi)],
        None => vec![run.kpi.clone().into()],
    }
}

fn missed(input: &Input<'_>, run: &Run) -> String {
    let unit = input.department.kpis.get(&run.kpi).map_or("", |kpi| &*kpi.unit);
    let shown = |value: f64| input.figure(Some(value), unit);
    let day = date(input.lang, run.target.date);
    t!(
        input.lang,
        "correction-missed-on",
        date = day,
        read = shown(run.reading.value),
        wanted = shown(run.target.value)
    )
}

fn owner(input: &Input<'_>, run: &Run) -> Vec<Inline> {
    match input.department.people.get(&run.owner) {
        Some(person) => vec![input.link_to(person)],
        None if run.owner.is_empty() => vec![input.say("correction-nobody").into()],
        None => vec![run.owner.clone().into()],
    }
}

/// Where it stands, and what came of it.
fn came(input: &Input<'_>, run: &Run) -> Vec<Inline> {
    let mut said = vec![state(input, run)];
    if let Some(outcome) = run.outcome() {
        said.extend([Inline::Break, outcome.to_owned().into()]);
    }
    if let Some(effect) = input.judged.and_then(|judged| judged.effects.get(&run.id)?.as_ref().ok()) {
        let word = input.say(&format!("effect-{}", effect.verdict.word()));
        said.extend([Inline::Break, Inline::Muted(t!(input.lang, "effect-short", word = word))]);
    }
    said
}

fn state(input: &Input<'_>, run: &Run) -> Inline {
    // A document knows its day, not its instant.
    let late = !run.overdue(&format!("{}T00:00:00Z", input.today)).is_empty();
    let (tone, word) = match run.state() {
        _ if late => (Tone::Bad, "correction-overdue"),
        RunState::Open => (Tone::Risk, "correction-open"),
        RunState::Started => (Tone::Risk, "correction-started"),
        RunState::Done => (Tone::Good, "correction-done"),
        RunState::Withdrawn => (Tone::Quiet, "correction-withdrawn"),
    };
    Inline::State(tone, input.say(word))
}

/// The day of an instant.
pub(super) fn day(instant: &str) -> Option<Date> {
    instant.get(..10)?.parse().ok()
}
