//! `reper kpi evidence`, `reper kpi forecast` and `reper kpi effect`: what the figures say of the plan.

use super::{path, store_to_read};
use crate::settings::Settings;
use anyhow::Result;
use app::{View, look};
use clap::ArgMatches;
use control::effect::{Effect, Guess, NoEffect, beside, effect};
use control::evidence::{Evidence, better};
use control::forecast::{Forecast, Unforeseen, forecast};
use department::Element;
use department::model::{Kpi, KpiKind};
use jiff::civil::Date;
use locale::{Lang, t};
use serde_json::{Value, json};
use std::process::ExitCode;

/// `reper kpi evidence`
pub async fn evidence(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let view = view(settings, matches).await?;
    let declared = &view.figures.judged.evidence;
    let found = match matches.get_flag("search") {
        true => better(view.department(), view.series(), view.today),
        false => declared.clone(),
    };
    if as_json(matches) {
        let list: Vec<Value> = found.iter().map(evidence_json).collect();
        println!("{}", json!({ "evidence": list }));
        return Ok(ExitCode::SUCCESS);
    }
    if found.is_empty() {
        let key = if matches.get_flag("search") { "cli-evidence-none-led" } else { "cli-evidence-no-links" };
        eprintln!("{}", t!(settings.lang, key));
    }
    for one in &found {
        println!("{}\n", told(&view, one, settings.lang));
    }
    Ok(ExitCode::SUCCESS)
}

/// `reper kpi forecast`
pub async fn forecasts(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let view = view(settings, matches).await?;
    let asked = matches.get_one::<String>("kpi");
    let kpis: Vec<&Kpi> = match asked {
        Some(id) => match view.department().kpis.get(id) {
            Some(kpi) => vec![kpi],
            None => {
                eprintln!("{}", t!(settings.lang, "cli-forecast-unknown", id = id));
                return Ok(ExitCode::from(2));
            }
        },
        None => view.department().kpis.iter().filter(|kpi| kpi.kind == Some(KpiKind::Terminal)).collect(),
    };
    let evidence = &view.figures.judged.evidence;
    let one = |kpi: &Kpi| forecast(view.department(), kpi, view.series(), evidence, view.today);
    let all: Vec<_> = kpis.into_iter().map(|kpi| (kpi, one(kpi))).collect();
    if as_json(matches) {
        let list: Vec<Value> = all.iter().map(|(kpi, found)| forecast_json(kpi, found)).collect();
        println!("{}", json!({ "forecasts": list }));
        return Ok(ExitCode::SUCCESS);
    }
    for (kpi, found) in &all {
        let said = match found {
            Ok(found) => found.paragraphs(view.department(), kpi, settings.lang).join("\n"),
            Err(why) => why.said(settings.lang),
        };
        println!("{}\n{said}\n", kpi.title());
    }
    Ok(ExitCode::SUCCESS)
}

/// `reper kpi effect`
pub async fn effects(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let (view, lang) = (view(settings, matches).await?, settings.lang);
    let named = |id: &str| view.department().kpis.get(id).ok_or_else(|| id.to_owned());
    let unknown = |id: String| {
        eprintln!("{}", t!(lang, "cli-forecast-unknown", id = id));
        Ok(ExitCode::from(2))
    };
    let kpi = match named(matches.get_one::<String>("kpi").map_or("", String::as_str)) {
        Ok(kpi) => kpi,
        Err(id) => return unknown(id),
    };
    let Some(&since) = matches.get_one::<Date>("since") else { return Ok(ExitCode::from(2)) };
    let others = match matches.get_one::<String>("beside") {
        None => {
            let runs = &view.figures.corrections;
            beside(view.department(), view.series(), runs, kpi, since, view.today)
        }
        Some(list) => {
            let ids = list.split(',').map(str::trim).filter(|id| !id.is_empty());
            let kpis = match ids.map(named).collect::<Result<Vec<_>, String>>() {
                Ok(kpis) => kpis,
                Err(id) => return unknown(id),
            };
            let measured = |kpi: &'_ Kpi| view.series().get(kpi.id());
            kpis.into_iter().filter_map(|kpi| Some((kpi, measured(kpi)?))).collect()
        }
    };
    let found = effect(kpi, view.series().get(kpi.id()), &others, since, view.today);
    if as_json(matches) {
        println!("{}", effect_json(kpi, &found));
        return Ok(ExitCode::SUCCESS);
    }
    match &found {
        Err(why) => println!("{}\n{}", kpi.title(), why.said(lang)),
        Ok(effect) => {
            let unused = others.iter().filter(|(other, _)| !effect.beside.iter().any(|id| id == other.id()));
            let unused: Vec<&str> = unused.map(|(other, _)| other.title()).collect();
            if !unused.is_empty() {
                eprintln!("{}", t!(lang, "cli-effect-unused", names = unused.join(", ")));
            }
            let verdict = t!(lang, &format!("effect-{}", effect.verdict.word()));
            println!("{}: {verdict}", kpi.title());
            effect.paragraphs(view.department(), kpi, lang).iter().for_each(|said| println!("{said}"));
            effect.rows(kpi, lang).iter().for_each(|(name, value)| println!("  {name}: {value}"));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn effect_json(kpi: &Kpi, found: &Result<Effect, NoEffect>) -> Value {
    let guess = |one: &Guess| json!({ "estimate": one.estimate, "low": one.low, "high": one.high });
    match found {
        Err(why) => json!({ "kpi": kpi.id(), "insufficient": why.said(Lang::En) }),
        Ok(effect) => {
            let changed = &effect.changed;
            json!({
                "kpi": kpi.id(),
                "since": effect.since.to_string(),
                "verdict": effect.verdict.word(),
                "rhythm": effect.history.rhythm.word(),
                "before": changed.at,
                "after": changed.n - changed.at,
                "average": guess(&changed.average),
                "level": guess(&changed.level),
                "slope": guess(&changed.slope),
                "last": guess(&changed.last),
                "rho": changed.rho,
                "beside": effect.beside,
                "seasons": effect.seasons,
            })
        }
    }
}

async fn view(settings: &Settings, matches: &ArgMatches) -> Result<View> {
    let root = path(matches, "into");
    Ok(look(&root, &*store_to_read(&root).await?, settings.clock).await?)
}

fn as_json(matches: &ArgMatches) -> bool {
    matches.get_one::<String>("format").is_some_and(|format| format == "json")
}

fn told(view: &View, one: &Evidence, lang: Lang) -> String {
    let title =
        |id: &str| view.department().kpis.get(id).map_or_else(|| id.to_owned(), |kpi| kpi.title().to_owned());
    let verdict = t!(lang, &format!("evidence-{}", one.verdict.word()));
    let mut lines = vec![format!("{verdict}: {} → {}", title(&one.checkpoint), title(&one.terminal))];
    lines.extend(one.paragraphs(view.department(), lang));
    lines.extend(one.rows(view.department(), lang).iter().map(|(name, value)| format!("  {name}: {value}")));
    lines.join("\n")
}

fn evidence_json(one: &Evidence) -> Value {
    let lead = one.lead.as_ref();
    json!({
        "checkpoint": one.checkpoint,
        "terminal": one.terminal,
        "verdict": one.verdict.word(),
        "n": one.n,
        "rhythm": one.rhythm.word(),
        "from": one.span.map(|span| span.0.to_string()),
        "to": one.span.map(|span| span.1.to_string()),
        "filled": one.filled,
        "tested": one.tested,
        "p": finite(one.p_value),
        "p_reverse": finite(one.p_reverse),
        "lag": lead.map(|lead| lead.forward.crossed.lag),
        "correlation": lead.map(|lead| lead.forward.crossed.correlation),
        "together": lead.map(|lead| lead.forward.crossed.together),
        "extremes": lead.and_then(|lead| lead.tame).map(|tame| tame.drawn),
        "p_without_extremes": lead.and_then(|lead| lead.tame).map(|tame| finite(tame.p_value)),
        "differenced": lead.map(|lead| lead.stepped),
        "gain": lead.map(|lead| lead.forward.gain.share),
        "effect": lead.map(|lead| lead.effect.estimate),
        "effect_low": lead.map(|lead| lead.effect.low),
        "effect_high": lead.map(|lead| lead.effect.high),
    })
}

fn forecast_json(kpi: &Kpi, found: &Result<Forecast, Unforeseen>) -> Value {
    match found {
        Err(why) => json!({ "kpi": kpi.id(), "insufficient": why.said(Lang::En) }),
        Ok(found) => {
            let f = &found.foresight;
            let tried = f.tried.iter().map(|one| json!({ "way": one.way, "mae": one.mae, "rmse": one.rmse }));
            json!({
                "kpi": kpi.id(),
                "target": found.target.value,
                "target_date": found.target.date.to_string(),
                "probability": found.probability,
                "way": f.way,
                "level": f.level,
                "coverage": f.coverage,
                "n": f.n,
                "tried": tried.collect::<Vec<_>>(),
                "leading": found.leading,
                "dates": found.dates.iter().map(ToString::to_string).collect::<Vec<_>>(),
                "mean": f.mean,
                "low": f.low,
                "high": f.high,
            })
        }
    }
}

fn finite(value: f64) -> Option<f64> {
    Some(value).filter(|value| value.is_finite())
}
