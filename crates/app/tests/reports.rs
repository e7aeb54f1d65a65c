//! Control reports: asked for, made in the background, of a day that is past, on a schedule.
#![allow(clippy::unwrap_used)] // A helper of a test may stop it.

mod common;

use app::reports::{Doing, Progress, Schedule};
use app::{Printer, hooks, hooks::NewHook};
use common::{Case, STAGED, act, case, people};
use control::{Kept, Measurement, Origin};
use department::Element;
use department::edit::{Change, Subject};
use jiff::civil::{Date, date};
use locale::Lang;
use report::Document;
use std::sync::{Arc, Mutex};
use store::{Audit as _, EntryFilter, Hooks as _, Measurements as _, Reports as _};

const PLAN: &str = r#"
[kpi.reply]
name = "Replies"
kind = "checkpoint"
direction = "down"
unit = "min"
rhythm = "month"
targets = [{ date = 2026-10-31, value = 40 }]
"#;

/// Prints what a document is called, and remembers what was being said of the progress then.
#[derive(Default)]
struct Titles {
    workspace: Mutex<Option<Arc<app::Workspace>>>,
    seen: Mutex<Vec<Option<Progress>>>,
    broken: bool,
}

impl Printer for Titles {
    fn pdf(&self, document: &Document) -> anyhow::Result<Vec<u8>> {
        anyhow::ensure!(!self.broken, "no ink");
        let workspace = self.workspace.lock().unwrap().clone().unwrap();
        self.seen.lock().unwrap().push(workspace.progress(1));
        Ok(format!("{} · {}", document.title, document.revision).into_bytes())
    }

    fn docx(&self, document: &Document) -> anyhow::Result<Vec<u8>> {
        self.pdf(document)
    }
}

/// On 23 November 2026: October was missed, November is better; the target stands in the second revision only.
async fn october() -> Case {
    let case = case(STAGED, people()).await;
    let mut files = (*case.workspace.view().await.unwrap().files).clone();
    files.put("sostac.toml", PLAN);
    case.workspace.replace(&act("author"), &files, "").await.unwrap();
    for (day, value) in [(date(2026, 10, 31), 61.0), (date(2026, 11, 20), 12.0)] {
        let one = Measurement {
            kpi: "reply".into(),
            date: day,
            value,
            origin: Origin::default(),
            imported: "2026-11-22T09:00:00Z".into(),
            kept: Kept::default(),
        };
        case.store.import(&[one]).await.unwrap();
    }
    case
}

const OCTOBER: Date = date(2026, 10, 31);

#[tokio::test]
async fn a_day_that_is_past_is_told_by_what_was_measured_till_then() {
    let case = october().await;
    let then = case.workspace.view_on(OCTOBER).await.unwrap();
    assert_eq!(then.today, OCTOBER);
    assert_eq!(then.series()["reply"].points.len(), 1, "November is not known yet");
    assert_eq!(then.revision, 1, "all revisions were saved later: the first");
    let now = case.workspace.view_on(date(2026, 12, 31)).await.unwrap();
    assert_eq!(
        (now.today, now.revision, now.series()["reply"].points.len()),
        (case.workspace.clock().today(), 2, 2)
    );
}

#[tokio::test]
async fn a_report_is_asked_for_and_made_with_its_progress() {
    let Case { store, workspace, .. } = october().await;
    let workspace = Arc::new(workspace);
    let hook = NewHook { url: "https://example.org/".to_owned(), events: vec!["report".to_owned()] };
    hooks::add(&store, &act("root"), hook).await.unwrap();
    let titles = Arc::new(Titles::default());
    *titles.workspace.lock().unwrap() = Some(Arc::clone(&workspace));
    let printer: Arc<dyn Printer> = titles.clone();
    let later = date(2027, 1, 31);
    let id = workspace.ask_report(&act("author"), later, &[Lang::Ru, Lang::En]).await.unwrap();
    assert_eq!(workspace.progress(id), None, "it waits");
    assert_eq!(workspace.make_reports(&printer).await.unwrap(), 1);
    assert_eq!(workspace.make_reports(&printer).await.unwrap(), 0, "all are made");
    let report = store.report(id).await.unwrap().unwrap();
    assert_eq!(
        (report.on, report.revision, &*report.problem),
        (workspace.clock().today(), 2, ""),
        "no day ahead"
    );
    let names: Vec<&str> = report.files.iter().map(|(name, _)| &**name).collect();
    let day = workspace.clock().today();
    let wanted = ["en.docx", "en.html", "en.pdf", "en.xlsx", "ru.docx", "ru.html", "ru.pdf", "ru.xlsx"];
    assert_eq!(names, wanted.map(|end| format!("control.{day}.{end}")));
    let pdf = store.report_file(id, &format!("control.{day}.ru.pdf")).await.unwrap().unwrap();
    let pdf = String::from_utf8(pdf).unwrap();
    assert!(pdf.contains("Отчёт о контроле") && pdf.contains("по редакции 2"), "{pdf}");
    let seen = titles.seen.lock().unwrap().clone();
    let first = Progress { done: 1, of: 9, doing: Doing::Writing(format!("control.{day}.ru.pdf")) };
    assert_eq!(seen[0], Some(first));
    assert_eq!(workspace.progress(id), None, "it is done");
    let told = store.due("9999", 10).await.unwrap();
    assert!(told.iter().any(|one| one.body.contains("\"event\":\"report\"")), "{told:?}");
    let trail = store.entries(&EntryFilter { limit: 50, ..EntryFilter::default() }).await.unwrap();
    assert!(trail.iter().any(|entry| entry.what == "report" && entry.subject == format!("report {id}")));
}

#[tokio::test]
async fn a_report_that_cannot_be_written_is_given_up_and_says_so() {
    let case = october().await;
    let printer: Arc<dyn Printer> = Arc::new(Titles { broken: true, ..Titles::default() });
    let id = case.workspace.ask_report(&act("author"), OCTOBER, &[Lang::En]).await.unwrap();
    assert_eq!(case.workspace.make_reports(&printer).await.unwrap(), 1);
    let report = case.store.report(id).await.unwrap().unwrap();
    assert!(!report.done.is_empty() && !report.problem.is_empty() && report.files.is_empty());
    assert!(case.workspace.drop_report(&act("root"), id).await.unwrap());
    assert!(!case.workspace.drop_report(&act("root"), id).await.unwrap());
}

#[tokio::test]
async fn the_schedule_asks_once_for_the_month_before() {
    let case = october().await;
    assert_eq!(case.workspace.report_when_due().await.unwrap(), None, "there is no schedule");
    let schedule = Schedule::new(3, &[Lang::Ru]);
    case.workspace.schedule_reports(&act("root"), &schedule).await.unwrap();
    assert_eq!(case.workspace.report_schedule().await.unwrap(), schedule);
    let id = case.workspace.report_when_due().await.unwrap().unwrap();
    let report = case.store.report(id).await.unwrap().unwrap();
    assert_eq!((report.on, &*report.month, &*report.langs), (OCTOBER, "2026-10", "ru"));
    assert_eq!(case.workspace.report_when_due().await.unwrap(), None, "it was asked for");
    let later = Schedule::new(28, &[Lang::Ru]);
    case.workspace.schedule_reports(&act("root"), &later).await.unwrap();
    assert_eq!(case.workspace.report_when_due().await.unwrap(), None, "the 28th has not come");
}

#[tokio::test]
async fn what_is_tried_shows_what_would_come_and_is_not_kept() {
    let case = october().await;
    // With all rules on.
    let mut files = (*case.workspace.view().await.unwrap().files).clone();
    files.put("department.toml", "");
    case.workspace.replace(&act("author"), &files, "").await.unwrap();
    let set = |field: &str, value: department::edit::Value| Change::Set {
        subject: Subject::of("kpi", "reply"),
        field: field.to_owned(),
        value: Some(value),
    };
    let none = case.workspace.what_if(&[]).await.unwrap();
    assert!(none.come().is_empty() && none.gone().is_empty() && none.opened().is_empty());
    let correction = department::edit::Value::Record(vec![("what".to_owned(), "A second shift".into())]);
    let tried = case.workspace.what_if(&[set("correction", correction)]).await.unwrap();
    assert_eq!(tried.gone().iter().filter(|finding| finding.code == "CO03").count(), 1);
    let opened: Vec<&str> = tried.opened().into_iter().map(|call| call.kpi.id()).collect();
    assert_eq!(opened, ["reply"], "October was missed, and now somebody knows what to do");
    assert_eq!(case.workspace.view().await.unwrap().revision, 3, "nothing is kept");
    let wrong = Change::Set {
        subject: Subject::of("kpi", "nobody"),
        field: "tolerance".to_owned(),
        value: Some(1.0.into()),
    };
    assert!(case.workspace.what_if(&[wrong]).await.is_err());
}
