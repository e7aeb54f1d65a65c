//! Imports that fetch their file themselves.

use super::named::keep_pull;
use super::take_measurements;
use super::{BOUNDS, ImportPlan, NamedImport, Pulled, last_pull, named_import, named_imports, read_figures};
use crate::hooks::{fetch, hosts};
use crate::{AppError, Clock, Workspace};
use control::Mends;
use locale::{Lang, catalogue, t};
use std::sync::Arc;
use std::time::Duration;
use store::{Act, Store};

/// How often it is looked whether anything is due.
const EVERY: Duration = Duration::from_secs(30);
/// After a failure it is tried again so many seconds later, or when it is due where that is sooner.
const AGAIN: i64 = 3_600;

/// Fetches what is due until it is stopped. A fetch that is cut off is made again: what is due stays due until its outcome is
/// kept. `people` keeps the hosts that may be asked although they are of this machine's network.
pub async fn pull_when_due(workspace: Arc<Workspace>, people: Arc<dyn Store>) {
    let mut failing = false;
    loop {
        let done = pull_due(&workspace, &*people).await;
        // A store that does not answer is told of once, not every half minute.
        if let Err(error) = &done
            && !failing
        {
            eprintln!("no figures are fetched: {error}");
        }
        failing = done.is_err();
        tokio::time::sleep(EVERY).await;
    }
}

/// Fetches what is due now, one after the other, and tells how many imports that were.
pub async fn pull_due(workspace: &Workspace, people: &dyn Store) -> Result<usize, AppError> {
    let (store, mut count) = (workspace.store(), 0);
    for (name, import) in named_imports(store).await? {
        if is_due(&import, last_pull(store, &name).await?.as_ref(), workspace.clock()) {
            let by = format!("({name})");
            let act = Act { by, at: workspace.clock().instant(), from: String::new() };
            pull(workspace, people, &act, &name).await?;
            count += 1;
        }
    }
    Ok(count)
}

fn is_due(import: &NamedImport, last: Option<&Pulled>, clock: Clock) -> bool {
    let Some(every) = import.every.filter(|_| !import.url.is_empty()) else { return false };
    let Some(last) = last else { return true };
    let pause = if last.problem.is_empty() { every.seconds() } else { every.seconds().min(AGAIN) };
    // Instants in whole seconds of UTC are in the order of their letters.
    last.at <= clock.instant_in(-pause)
}

/// Fetches the file of an import and keeps its figures, all or none; what came of it is kept, too. Nothing where there is no
/// import of that name with an address.
pub async fn pull(
    workspace: &Workspace,
    people: &dyn Store,
    act: &Act,
    name: &str,
) -> Result<Option<Pulled>, AppError> {
    let store = workspace.store();
    let Some(import) = named_import(store, name).await?.filter(|import| !import.url.is_empty()) else {
        return Ok(None);
    };
    let view = workspace.view().await?;
    let lang = view.language();
    let (allowed, clock) = (hosts(people).await?, workspace.clock());
    let work = move || -> Result<(ImportPlan, bool), String> {
        let bytes = fetch(&import.url, &allowed, BOUNDS.bytes).map_err(|word| outcome(lang, &word))?;
        let told = |error: AppError| error.message(lang);
        let (file, sheet) = (file_of(&import.url), &import.mapping.sheet);
        let sheet = read_figures(&file, &bytes, sheet, &BOUNDS).map_err(told)?;
        let plan = ImportPlan::of(&view, &sheet, &import.mapping, &Mends::default(), clock).map_err(told)?;
        Ok((plan, import.partial))
    };
    let done = tokio::task::spawn_blocking(work).await.map_err(AppError::interrupted)?;
    let at = clock.instant();
    let pulled = match done {
        Err(problem) => Pulled { at, problem, ..Pulled::default() },
        Ok((plan, partial)) if !partial && !plan.preview.errors.is_empty() => {
            let first = plan.preview.errors.first().map(|error| error.message(lang)).unwrap_or_default();
            let problem = t!(lang, "measurements-pull-refused", n = plan.preview.errors.len(), first = first);
            Pulled { at, problem, left: plan.preview.errors.len(), ..Pulled::default() }
        }
        Ok((plan, _)) => {
            let done = take_measurements(store, act, &plan.file, &plan.preview.measurements).await?;
            let (added, revised, unchanged) = (done.added, done.revised, done.unchanged);
            Pulled { at, added, revised, unchanged, left: plan.preview.errors.len(), problem: String::new() }
        }
    };
    keep_pull(store, name, &pulled).await?;
    Ok(Some(pulled))
}

/// Why nothing was fetched.
fn outcome(lang: Lang, word: &str) -> String {
    let key = match word {
        "too-large" => return t!(lang, "measurements-pull-too-large", n = BOUNDS.bytes >> 20),
        "timeout" => return t!(lang, "measurements-pull-timeout"),
        word => format!("hooks-outcome-{word}"),
    };
    catalogue().get(lang, &key, &[]).unwrap_or_else(|| t!(lang, "hooks-outcome", status = word))
}

/// The name of a file by its address: its last part, read as text where it ends in nothing that is known.
fn file_of(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let (_, rest) = path.split_once("://").unwrap_or(("", path));
    let last = rest.rsplit('/').find(|part| !part.is_empty()).unwrap_or("figures");
    let known = ["csv", "tsv", "tab", "txt", "xlsx", "xlsm", "ods", "parquet", "pq"];
    let ending = last.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    let name: String = last.chars().filter(|sign| !sign.is_control()).take(100).collect();
    match ending {
        Some(ending) if known.contains(&ending.as_str()) => name,
        _ => format!("{name}.csv"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::Every;

    #[test]
    fn a_file_is_called_by_the_end_of_its_address() {
        let names = ["https://a.example/x/kpi.xlsx?key=1", "https://a.example/pub", "https://a.example", "x"];
        assert_eq!(names.map(file_of), ["kpi.xlsx", "pub.csv", "a.example.csv", "x.csv"]);
    }

    #[test]
    fn what_failed_is_due_again_in_an_hour() {
        let clock = Clock::default();
        let url = "https://a.example/".to_owned();
        let daily = NamedImport { url, every: Some(Every::Day), ..NamedImport::default() };
        let ago = |seconds: i64, problem: &str| Pulled {
            at: clock.instant_in(-seconds),
            problem: problem.to_owned(),
            ..Pulled::default()
        };
        let due = |last: Option<Pulled>| is_due(&daily, last.as_ref(), clock);
        assert!(due(None) && due(Some(ago(86_401, ""))) && due(Some(ago(3_601, "no"))));
        assert!(!due(Some(ago(86_000, ""))) && !due(Some(ago(3_000, "no"))));
        let by_hand = NamedImport { every: None, ..daily.clone() };
        let nowhere = NamedImport { url: String::new(), ..daily.clone() };
        assert!(!is_due(&by_hand, None, clock) && !is_due(&nowhere, None, clock));
    }
}
