//! `reper kpi import FILE` and `reper kpi imports`

use super::super::{path, store, store_to_read};
use crate::settings::Settings;
use anyhow::Result;
use app::figures::{NamedImport, keep_import, last_pull, named_import, named_imports};
use app::{Act, ImportPlan, View, load};
use clap::ArgMatches;
use control::{Aggregate, Form, Mapping, Mends, Preview, Problem, RowError, guess, guess_form};
use locale::{Lang, t};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use store::Store;

/// So many rows of a preview and so many faults are shown.
const SHOWN: usize = 20;

/// `reper kpi import FILE`
pub async fn import(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let lang = settings.lang;
    let root = path(matches, "into");
    let store = store(&root).await?;
    // What is known already is no matter of reading a file: the store compares it.
    let view = View::new(0, Arc::new(load(&root)?), Arc::default(), settings.clock.today());
    let named = match matches.get_one::<String>("as") {
        None => None,
        Some(name) => match named_import(&*store, name).await? {
            Some(named) => Some(named),
            None => {
                eprintln!("{}", t!(lang, "measurements-cli-no-name", name = name));
                return Ok(ExitCode::from(2));
            }
        },
    };
    let page = matches.get_one::<String>("sheet").cloned();
    let page = page.or_else(|| named.as_ref().map(|named| named.mapping.sheet.clone())).unwrap_or_default();
    let sheet = ImportPlan::sheet(&path(matches, "file"), &page)?;
    let partial = matches.get_flag("partial") || named.as_ref().is_some_and(|named| named.partial);
    let guessed = guess_of(&view, &sheet, matches);
    let said = Mapping { sheet: page, ..mapping(matches, named.map(|named| named.mapping), guessed) };
    let plan = ImportPlan::of(&view, &sheet, &said, &Mends::default(), settings.clock)?;
    let preview = &plan.preview;
    let dry = matches.get_flag("dry-run");
    if dry {
        eprintln!("{}", told(&said, lang));
        for value in preview.measurements.iter().take(SHOWN) {
            println!("{}\t{}\t{}", value.kpi, value.date, value.value);
        }
    }
    tell(preview, &said, lang);
    let found = preview.measurements.len();
    if !preview.errors.is_empty() && !partial {
        eprintln!("{}", t!(lang, "kpi-refused", values = found, errors = preview.errors.len()));
        return Ok(ExitCode::from(2));
    }
    if dry {
        eprintln!("{}", t!(lang, "kpi-dry-run", values = found, errors = preview.errors.len()));
        return Ok(ExitCode::SUCCESS);
    }
    remember(settings, matches, &*store, &said, partial).await?;
    let done = app::import(&plan, &*store).await?;
    eprintln!(
        "{}",
        t!(lang, "kpi-imported", added = done.added, revised = done.revised, unchanged = done.unchanged)
    );
    Ok(ExitCode::SUCCESS)
}

/// What the table seems to be: of the form that was said, or of the one that a KPI's column or a value's imply.
fn guess_of(view: &View, sheet: &app::exchange::Sheet, matches: &ArgMatches) -> Mapping {
    let has = |name: &str| matches.contains_id(name);
    let form = matches.get_one::<String>("form").and_then(|word| Form::parse(word)).or(match () {
        () if has("value") => Some(Form::Long),
        // As it always was: columns of KPIs and one of days.
        () if has("kpi") && has("date") && !has("name") => Some(Form::Wide),
        () => None,
    });
    match form {
        Some(form) => guess_form(view.department(), sheet, form),
        None => guess(view.department(), sheet),
    }
}

/// The mapping: what was said, over a named one or over what is guessed.
fn mapping(matches: &ArgMatches, named: Option<Mapping>, guessed: Mapping) -> Mapping {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let (is_named, form) = (named.is_some(), guessed.form);
    let mut mapping = named.unwrap_or(guessed);
    if matches.contains_id("form") {
        mapping.form = form;
    }
    for (place, name) in
        [(&mut mapping.date, "date"), (&mut mapping.name, "name"), (&mut mapping.value, "value")]
    {
        *place = text(name).unwrap_or_else(|| std::mem::take(place));
    }
    let kpis: Vec<(String, String)> =
        matches.get_many::<(String, String)>("kpi").into_iter().flatten().cloned().collect();
    match (mapping.form, kpis.is_empty()) {
        (_, true) => {}
        (Form::Wide, false) => mapping.kpis = kpis,
        // Where KPIs are named in rows, it is said what they are called there.
        (_, false) => mapping.names.extend(kpis.into_iter().map(|(kpi, name)| (name, kpi))),
    }
    mapping.year = matches.get_one::<i16>("year").copied().or(mapping.year);
    let said = text("aggregate").and_then(|word| Aggregate::parse(&word));
    // Whoever names columns says the aggregation, too, or wants none.
    let spoken = !is_named && matches.contains_id("kpi") && matches.contains_id("date");
    mapping.aggregate = said.or(mapping.aggregate.filter(|_| !spoken));
    mapping.shares |= matches.get_flag("shares");
    mapping
}

/// What the columns were taken for.
fn told(mapping: &Mapping, lang: Lang) -> String {
    let mut lines = vec![t!(lang, &format!("measurements-form-{}", mapping.form.word()))];
    let mut line = |key: &str, value: &str| {
        if !value.is_empty() {
            lines.push(format!("{}: {value}", t!(lang, key)));
        }
    };
    line("measurements-date", &mapping.date);
    line("measurements-name", &mapping.name);
    line("measurements-value", &mapping.value);
    for (kpi, column) in mapping.kpis.iter().take(SHOWN) {
        line("col-kpi", &format!("{kpi} = {column}"));
    }
    if let Some(aggregate) = mapping.aggregate {
        line("measurements-aggregate", &t!(lang, &format!("aggregate-{}", aggregate.word())));
    }
    lines.join("\n")
}

/// What is to be said of a file: what was left out or filled in, and what cannot be read.
fn tell(preview: &Preview, mapping: &Mapping, lang: Lang) {
    for note in preview.notes.iter().take(SHOWN) {
        eprintln!("{}", note.message(lang));
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
}

/// Keeps the mapping under a name, where one was said; an address that the name has stays.
async fn remember(
    settings: &Settings,
    matches: &ArgMatches,
    store: &dyn Store,
    mapping: &Mapping,
    partial: bool,
) -> Result<()> {
    let Some(name) = matches.get_one::<String>("remember") else { return Ok(()) };
    let act = Act { by: "(command)".to_owned(), at: settings.clock.instant(), from: String::new() };
    let known = named_import(store, name).await?.unwrap_or_default();
    let import = NamedImport { mapping: mapping.clone(), partial, ..known };
    if !keep_import(store, store, &act, name, &import).await? {
        eprintln!("{}", t!(settings.lang, "measurements-cli-not-kept", name = name));
    }
    Ok(())
}

/// `reper kpi imports`
pub async fn imports(settings: &Settings, matches: &ArgMatches) -> Result<ExitCode> {
    let lang = settings.lang;
    let root: &Path = &path(matches, "into");
    let store = store_to_read(root).await?;
    let all = named_imports(&*store).await?;
    if all.is_empty() {
        eprintln!("{}", t!(lang, "measurements-cli-none"));
    }
    for (name, import) in all {
        let every = import
            .every
            .map_or_else(String::new, |every| t!(lang, &format!("measurements-every-{}", every.word())));
        let last = last_pull(&*store, &name).await?.map_or_else(String::new, |last| {
            let done = format!("+{} ~{} ={}", last.added, last.revised, last.unchanged);
            format!("{} {}", last.at, if last.problem.is_empty() { done } else { last.problem })
        });
        let form = t!(lang, &format!("measurements-form-{}", import.mapping.form.word()));
        println!("{name}\t{form}\t{}\t{every}\t{last}", import.url);
    }
    Ok(ExitCode::SUCCESS)
}
