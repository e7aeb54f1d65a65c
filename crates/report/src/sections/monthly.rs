//! The control report: how the plan stands on a day, and what is being done about it.

use super::readings::{by_kpi, course, standing};
use crate::tree::{Align::*, Block, Inline, Row, Section, Tone};
use crate::{Input, cells::UNKNOWN};
use control::State;
use control::evidence::{Evidence, Verdict};
use department::Element;
use department::model::{Kpi, KpiKind};
use jiff::ToSpan;
use locale::{date, number, percent, t};

/// Its sections: what stands out, all KPIs with the timeline, corrections and who owes what, evidence, forecasts.
pub fn monthly(input: &Input<'_>) -> Vec<Section> {
    let targets = by_kpi(input);
    let section = |id: &str, key: &str, blocks: Vec<Block>| Section {
        id: id.to_owned(),
        letter: None,
        title: input.say(key),
        blocks: if blocks.is_empty() {
            vec![Block::Note(vec![input.say("monthly-nothing").into()])]
        } else {
            blocks
        },
        sections: Vec::new(),
    };
    let mut first = vec![glance(input)];
    first.extend(super::red::red(input));
    let mut kpis = super::control::overview(input);
    kpis.extend(super::timeline::timeline(input, &targets).into_iter().map(Block::Figure));
    let mut corrections = super::corrections::corrections(input);
    corrections.extend(owed(input));
    let terminal = input.department.kpis.iter().filter(|kpi| kpi.kind == Some(KpiKind::Terminal));
    let foreseen = terminal.map(|kpi| {
        let own = targets.get(kpi.id()).map_or(&[][..], Vec::as_slice);
        let mut blocks: Vec<Block> = course(input, kpi, own).map(Block::Figure).into_iter().collect();
        blocks.extend(super::judged::judged(input, kpi));
        Section { title: kpi.title().to_owned(), ..section(kpi.id(), "monthly-forecasts", blocks) }
    });
    let mut forecasts = section("forecasts", "monthly-forecasts", Vec::new());
    forecasts.sections = foreseen.collect();
    if !forecasts.sections.is_empty() {
        forecasts.blocks.clear();
    }
    vec![
        section("glance", "monthly-glance", first),
        section("kpis", "monthly-kpis", kpis),
        section("corrections", "report-corrections", corrections),
        section("evidence", "monthly-evidence", evidence(input)),
        forecasts,
    ]
}

/// Counts: how many KPIs stand how, what happened to corrections within a month.
fn glance(input: &Input<'_>) -> Block {
    let aims = |kpi: &&Kpi| matches!(kpi.kind, Some(KpiKind::Terminal | KpiKind::Checkpoint));
    let states: Vec<State> =
        input.department.kpis.iter().filter(aims).map(|kpi| standing(input, kpi).state).collect();
    let count = |state: State| states.iter().filter(|own| **own == state).count();
    let shown = |n: usize| Inline::Text(number(input.lang, n as f64, 0));
    let since = input.today.saturating_sub(1.month());
    let within = |at: &str| super::corrections::day(at).is_some_and(|day| day > since && day <= input.today);
    let opened = input.corrections.iter().filter(|run| within(&run.at)).count();
    let ended = input.corrections.iter().filter(|run| !run.state().runs());
    let ended = ended.filter(|run| run.events.last().is_some_and(|event| within(&event.at))).count();
    let running = input.corrections.iter().filter(|run| run.state().runs()).count();
    let facts = vec![
        ("monthly-as-of", vec![Inline::Text(date(input.lang, input.today))]),
        ("monthly-on-course", vec![shown(count(State::Met))]),
        ("monthly-at-risk", vec![shown(count(State::AtRisk))]),
        ("monthly-behind", vec![shown(count(State::Missed))]),
        ("monthly-unread", vec![shown(count(State::Unknown))]),
        ("monthly-opened", vec![shown(opened)]),
        ("monthly-ended", vec![shown(ended)]),
        ("monthly-running", vec![shown(running)]),
    ];
    Block::Facts(facts.into_iter().map(|(key, value)| (input.say(key), value)).collect())
}

/// The tasks of corrections that are still to be done, by whom and until when.
pub(super) fn owed(input: &Input<'_>) -> Vec<Block> {
    let now = format!("{}T00:00:00Z", input.today);
    let rows = input.corrections.iter().filter(|run| run.state().runs()).flat_map(|run| {
        let overdue = run.overdue(&now);
        let open = run.tasks().into_iter().enumerate().filter(|(_, task)| task.done.is_none());
        let row = move |(number, task): (usize, control::correction::Task)| {
            let (tone, word) = match overdue.contains(&number) {
                true => (Tone::Bad, "correction-overdue"),
                false => (Tone::Risk, "correction-open"),
            };
            let who = match input.department.people.get(&task.owner) {
                Some(person) => vec![input.link_to(person)],
                None => vec![input.say("correction-nobody").into()],
            };
            let state = vec![Inline::State(tone, input.say(word))];
            Row { element: None, cells: vec![who, vec![task.what.into()], input.day(task.due), state] }
        };
        open.map(row).collect::<Vec<_>>()
    });
    let heads = [
        (Left, "correction-task-who", 4),
        (Left, "correction-task", 9),
        (Left, "correction-task-until", 4),
        (Left, "col-state", 4),
    ];
    input.table("monthly-owed", &heads, rows.collect())
}

/// The verdict on each checkpoint's link.
fn evidence(input: &Input<'_>) -> Vec<Block> {
    let Some(judged) = input.judged else { return Vec::new() };
    let row = |one: &Evidence| {
        let name = |id: &str| match input.department.kpis.get(id) {
            Some(kpi) => vec![input.link_to(kpi)],
            None => vec![id.to_owned().into()],
        };
        let tone = match one.verdict {
            Verdict::Predicts => Tone::Good,
            Verdict::Unproven => Tone::Risk,
            Verdict::Reversed => Tone::Bad,
            Verdict::Insufficient => Tone::Quiet,
        };
        let word = input.choice("evidence", Some(one.verdict.word()));
        let lag = one.lead.as_ref().filter(|_| one.verdict == Verdict::Predicts);
        let lag = lag.map(|lead| control::periods(input.lang, one.rhythm, lead.forward.crossed.lag));
        let probability = judged.forecasts.get(&one.terminal).and_then(|found| found.as_ref().ok());
        Row {
            element: None,
            cells: vec![
                name(&one.checkpoint),
                name(&one.terminal),
                vec![Inline::State(tone, word)],
                vec![lag.unwrap_or_else(|| UNKNOWN.to_owned()).into()],
                vec![number(input.lang, one.n as f64, 0).into()],
                vec![
                    probability
                        .map_or_else(|| UNKNOWN.to_owned(), |found| percent(input.lang, found.probability, 0))
                        .into(),
                ],
            ],
        }
    };
    let heads = [
        (Left, "monthly-checkpoint", 9),
        (Left, "monthly-terminal", 9),
        (Left, "fact-evidence", 7),
        (Left, "monthly-lead", 5),
        (Right, "monthly-periods", 4),
        (Right, "col-probability", 5),
    ];
    let rows = judged.evidence.iter().map(row).collect();
    let mut blocks = input.table("monthly-evidence", &heads, rows);
    if !blocks.is_empty() {
        blocks.push(Block::Paragraph(vec![Inline::Muted(t!(input.lang, "monthly-evidence-note"))]));
    }
    let said = judged.evidence.iter().filter_map(|one| {
        let title = input.department.kpis.get(&one.checkpoint)?.title();
        let first = one.paragraphs(input.department, input.lang).into_iter().next()?;
        Some(vec![Inline::Strong(format!("{title}. ")), first.into()])
    });
    let said: Vec<_> = said.collect();
    blocks.extend((!said.is_empty()).then_some(Block::List(said)));
    blocks
}
