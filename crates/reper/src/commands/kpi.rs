//! `reper kpi import FILE` and `reper kpi status`

use super::{path, store, store_to_read};
use crate::settings::Settings;
use anyhow::Result;
use app::{ImportPlan, View, look};
use clap::ArgMatches;
use control::{Aggregate, Mapping, Problem, RowError, status};
use department::Element;
use locale::{date, number, t};
use std::io::Write;
use std::process::ExitCode;

/// So many rows of a preview and so many faults are shown.
const SHOWN: usize = 20;

pub async fn run(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    match matches.subcommand() {
        Some(("import", found)) => import(settings, found).await,
        Some((_, found)) => show_status(settings, found).await,
        None => Ok(ExitCode::from(2)),
    }
}

async fn import(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let lang = settings.lang;
    let root = path(matches, "into");
    let store = store(&root).await?;
    let view = look(&root, &*store, settings.clock).await?;
    let mapping = Mapping {
        date: matches.get_one::<String>("date").cloned().unwrap_or_default(),
        kpis: matches.get_many::<(String, String)>("kpi").into_iter().flatten().cloned().collect(),
        year: matches.get_one::<i16>("year").copied(),
        aggregate: matches.get_one::<String>("aggregate").and_then(|word| Aggregate::parse(word)),
    };
    let plan = ImportPlan::new(&view, &path(matches, "file"), &mapping, settings.clock)?;
    let preview = &plan.preview;
    let dry = matches.get_flag("dry-run");
    if dry {
        for value in preview.measurements.iter().take(SHOWN) {
            println!("{}\t{}\t{}", value.kpi, value.date, value.value);
        }
    }
    for error in preview.errors.iter().take(SHOWN) {
        eprintln!("{}", error.message(lang));
    }
    if preview.errors.len() > SHOWN {
        eprintln!("{}", t!(lang, "import-more", count = preview.errors.len() - SHOWN));
    }
    let crowded = |error: &RowError| matches!(error.problem, Problem::Duplicate { .. });
    if mapping.aggregate.is_none() && preview.errors.iter().any(crowded) {
        eprintln!("{}", t!(lang, "kpi-aggregate-hint"));
    }
    let found = preview.measurements.len();
    if !preview.errors.is_empty() && !matches.get_flag("partial") {
        eprintln!("{}", t!(lang, "kpi-refused", values = found, errors = preview.errors.len()));
        return Ok(ExitCode::from(2));
    }
    if dry {
        eprintln!("{}", t!(lang, "kpi-dry-run", values = found, errors = preview.errors.len()));
        return Ok(ExitCode::SUCCESS);
    }
    let done = app::import(&plan, &*store).await?;
    eprintln!(
        "{}",
        t!(lang, "kpi-imported", added = done.added, revised = done.revised, unchanged = done.unchanged)
    );
    Ok(ExitCode::SUCCESS)
}

async fn show_status(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let root = path(matches, "into");
    let view = look(&root, &*store_to_read(&root).await?, settings.clock).await?;
    let mut out = std::io::stdout().lock();
    if matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        writeln!(out, "{}", as_json(&view))?;
    } else {
        out.write_all(as_text(settings, &view).as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn as_text(settings: &Settings, view: &View) -> String {
    let lang = settings.lang;
    let mut text = String::new();
    for kpi in &view.department().kpis {
        let status = status(kpi, view.series().get(kpi.id()), view.today);
        let latest = status.latest.map_or("—".to_owned(), |point| {
            format!("{} {} ({})", number(lang, point.value, 2), kpi.unit, date(lang, point.date))
        });
        let next = status.next.map_or("—".to_owned(), |mark| {
            format!("{} {} ({})", number(lang, mark.value, 2), kpi.unit, date(lang, mark.date))
        });
        let state = t!(lang, &format!("state-{}", status.word()));
        text.push_str(&format!("{}\t{}\t{latest} → {next}\n", state, kpi.title()));
    }
    text
}

fn as_json(view: &View) -> serde_json::Value {
    let one = |kpi: &department::model::Kpi| {
        let status = status(kpi, view.series().get(kpi.id()), view.today);
        serde_json::json!({
            "kpi": kpi.id(),
            "name": kpi.title(),
            "unit": kpi.unit,
            "state": status.word(),
            "date": status.latest.map(|point| point.date.to_string()),
            "value": status.latest.map(|point| point.value),
            "expected": status.expected,
            "next_date": status.next.map(|mark| mark.date.to_string()),
            "next_target": status.next.map(|mark| mark.value),
        })
    };
    serde_json::json!({ "kpis": view.department().kpis.iter().map(one).collect::<Vec<_>>() })
}
