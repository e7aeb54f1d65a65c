//! `reper kpi status`; what brings figures in has a file of its own.

mod import;
mod report;

use super::{path, store_to_read};
use crate::settings::Settings;
use anyhow::Result;
use app::{View, look};
use clap::ArgMatches;
use control::status;
use department::Element;
use locale::{date, number, t};
use std::io::Write;
use std::process::ExitCode;

pub async fn run(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    match matches.subcommand() {
        Some(("evidence", found)) => super::judged::evidence(settings, found).await,
        Some(("effect", found)) => super::judged::effects(settings, found).await,
        Some(("forecast", found)) => super::judged::forecasts(settings, found).await,
        Some(("import", found)) => import::import(settings, found).await,
        Some(("imports", found)) => import::imports(settings, found).await,
        Some(("report", found)) => report::run(settings, found).await,
        Some((_, found)) => show_status(settings, found).await,
        None => Ok(ExitCode::from(2)),
    }
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
