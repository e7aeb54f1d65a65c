//! A missed checkpoint opens its correction; people carry it out, and the trail and other systems hear of it.
#![allow(clippy::unwrap_used)] // A helper of a test may stop it.

mod common;

use app::corrections::{BY_ITSELF, CorrectionError};
use app::hooks::NewHook;
use app::{AppError, hooks};
use common::{Case, STAGED, act, case, people};
use control::correction::{Refused, RunState, What};
use control::{Kept, Measurement, Origin};
use jiff::civil::{Date, date};
use locale::Lang;
use store::{Audit as _, Corrections as _, EntryFilter, Hooks as _, Measurements as _};

const PLAN: &str = r#"
[kpi.reply]
kind = "checkpoint"
direction = "down"
unit = "min"
rhythm = "month"
tolerance = 5
targets = [{ date = 2026-10-23, value = 40 }, { date = 2026-11-23, value = 38 }]
[kpi.reply.correction]
what = "A second shift"
owner = "peter"
within = "2d"
"#;
const OCTOBER: Date = date(2026, 10, 23);
const NOVEMBER: Date = date(2026, 11, 23);

async fn measured(case: &Case, day: Date, value: f64) {
    figure(case, "reply", day, value).await;
}

async fn figure(case: &Case, kpi: &str, day: Date, value: f64) {
    let one = Measurement {
        kpi: kpi.into(),
        date: day,
        value,
        origin: Origin::default(),
        imported: "2026-11-22T09:00:00Z".into(),
        kept: Kept::default(),
    };
    case.store.import(&[one]).await.unwrap();
}

fn refused<T: std::fmt::Debug>(result: Result<T, AppError>) -> CorrectionError {
    match result {
        Err(AppError::Correction(error)) => {
            Lang::ALL.iter().for_each(|lang| assert!(!error.message(*lang).contains('‹'), "{error:?}"));
            error
        }
        other => panic!("not refused: {other:?}"),
    }
}

/// On 23 November 2026, with October's figure missed.
async fn missed(plan: &str) -> Case {
    let case = case(STAGED, people()).await;
    case.save(STAGED, plan).await;
    measured(&case, OCTOBER, 61.0).await;
    case
}

#[tokio::test]
async fn a_miss_opens_what_was_prepared_and_a_wobble_opens_it_once() {
    let case = missed(PLAN).await;
    let hook = NewHook { url: "https://example.org/".to_owned(), events: vec!["correction".to_owned()] };
    hooks::add(&case.store, &act("root"), hook).await.unwrap();
    assert_eq!(case.workspace.arm().await.unwrap(), 1);
    let view = case.workspace.view().await.unwrap();
    let run = &view.figures.corrections[0];
    assert_eq!(
        (&*run.kpi, &*run.what, &*run.owner, run.reading.value),
        ("reply", "A second shift", "peter", 61.0)
    );
    let (at, due): (jiff::Timestamp, jiff::Timestamp) = (run.at.parse().unwrap(), run.due.parse().unwrap());
    assert_eq!(due.duration_since(at).as_secs(), 2 * 86_400);
    assert!(run.at.starts_with("2026-11-23"), "dated as the plan is read: {}", run.at);
    assert_eq!(case.workspace.arm().await.unwrap(), 0, "it runs");
    measured(&case, OCTOBER, 40.0).await;
    assert_eq!(case.workspace.arm().await.unwrap(), 1, "it hears that the target is met after all");
    for value in [62.0, 39.0, 63.0] {
        measured(&case, OCTOBER, value).await;
        assert_eq!(case.workspace.arm().await.unwrap(), 0);
    }
    measured(&case, NOVEMBER, 55.0).await;
    assert_eq!(case.workspace.arm().await.unwrap(), 1, "a further miss joins it");
    let runs = case.store.runs().await.unwrap();
    let heard: Vec<_> = runs[0].events.iter().map(|event| app::corrections::word(&event.what)).collect();
    assert_eq!((runs.len(), heard), (1, vec!["recovered", "again"]));
    let told = case.store.due("2027-01-01T00:00:00Z", 10).await.unwrap();
    assert_eq!(told.len(), 3);
    let body: serde_json::Value = serde_json::from_str(&told[0].body).unwrap();
    assert_eq!(
        (&body["state"], &body["kpi"], &body["by"]),
        (&"opened".into(), &"reply".into(), &BY_ITSELF.into())
    );
    let trail = case.store.entries(&EntryFilter::default()).await.unwrap();
    let own: Vec<_> = trail.iter().filter(|entry| entry.what == "correction").collect();
    assert_eq!((own.len(), &*own[2].subject, &*own[2].after), (3, "correction 1 · kpi.reply", "step opened"));
}

#[tokio::test]
async fn several_misses_at_once_open_one_correction() {
    let case = missed(PLAN).await;
    measured(&case, NOVEMBER, 60.0).await;
    assert_eq!(case.workspace.arm().await.unwrap(), 2, "one opens, the other joins");
    let runs = case.store.runs().await.unwrap();
    assert_eq!((runs.len(), runs[0].knows(OCTOBER) && runs[0].knows(NOVEMBER)), (1, true));
}

#[tokio::test]
async fn it_ends_with_a_result_when_its_tasks_are_done() {
    let case = missed(PLAN).await;
    case.workspace.arm().await.unwrap();
    let step = |what: What| case.workspace.correct(&ACT, 1, what);
    static ACT: std::sync::LazyLock<app::Act> = std::sync::LazyLock::new(|| act("anna"));
    assert_eq!(refused(case.workspace.correct(&ACT, 7, What::Started).await), CorrectionError::None(7));
    step(What::Started).await.unwrap();
    let stranger = What::Task("Call".to_owned(), "nobody".to_owned(), None);
    assert_eq!(refused(step(stranger).await), CorrectionError::NoPerson("nobody".to_owned()));
    step(What::Task(" Call them ".to_owned(), "victor".to_owned(), Some(date(2026, 11, 30)))).await.unwrap();
    let done = || What::Done("Median 38".to_owned());
    assert_eq!(refused(step(done()).await), CorrectionError::Refused(Refused::Tasks(2)));
    step(What::TaskDone(0, String::new())).await.unwrap();
    step(What::TaskDone(1, "called".to_owned())).await.unwrap();
    step(done()).await.unwrap();
    assert_eq!(refused(step(done()).await), CorrectionError::Refused(Refused::Ended));
    let run = &case.store.runs().await.unwrap()[0];
    assert_eq!(
        (run.state(), run.outcome(), &*run.tasks()[1].what),
        (RunState::Done, Some("Median 38"), "Call them")
    );
    assert_eq!(case.workspace.arm().await.unwrap(), 0, "spoken of");
    measured(&case, NOVEMBER, 60.0).await;
    assert_eq!(case.workspace.arm().await.unwrap(), 1, "the next target opens the next");
    assert_eq!(case.store.runs().await.unwrap().len(), 2);
}

#[tokio::test]
async fn what_must_be_confirmed_opens_nothing_before_it_is() {
    let case = missed(&PLAN.replacen("unit =", "confirmed = true\nunit =", 1)).await;
    assert_eq!(case.workspace.arm().await.unwrap(), 0);
    app::confirm(&case.store, &act("boss"), "reply", OCTOBER, OCTOBER).await.unwrap();
    assert_eq!(case.workspace.arm().await.unwrap(), 1);
}

#[tokio::test]
async fn it_is_the_approved_correction_that_opens() {
    let case = case(STAGED, people()).await;
    let approved = case.save(STAGED, PLAN).await;
    let id = case.propose("anna", approved).await.unwrap();
    case.agree(id).await;
    case.save(STAGED, &PLAN.replace("A second shift", "Nothing at all")).await;
    measured(&case, OCTOBER, 61.0).await;
    assert_eq!(case.workspace.arm().await.unwrap(), 1);
    assert_eq!(case.store.runs().await.unwrap()[0].what, "A second shift");
}

#[tokio::test]
async fn what_is_long_past_is_opened_by_hand() {
    let old = PLAN.replace("2026-10-23", "2026-06-30").replace("2026-11-23", "2027-06-30");
    let case = case(STAGED, people()).await;
    case.save(STAGED, &old).await;
    measured(&case, date(2026, 6, 30), 61.0).await;
    assert_eq!(case.workspace.arm().await.unwrap(), 0);
    let by_hand = || case.workspace.open_by_hand(&BOSS, "reply");
    static BOSS: std::sync::LazyLock<app::Act> = std::sync::LazyLock::new(|| act("boss"));
    assert_eq!(by_hand().await.unwrap(), 1);
    assert_eq!(case.store.runs().await.unwrap()[0].by, "boss");
    assert_eq!(refused(by_hand().await), CorrectionError::Nothing);
}

#[tokio::test]
async fn a_computed_figure_is_read_like_a_measured_one() {
    let plan = format!(
        "{}\n[kpi.minutes]\nrhythm = \"month\"\n[kpi.questions]\nrhythm = \"month\"\n",
        PLAN.replacen("unit =", "formula = \"minutes / questions\"\nunit =", 1)
            .replace("2026-10-23", "2026-10-31")
            .replace("2026-11-23", "2027-06-30")
    );
    let case = missed(&plan).await;
    assert_eq!(case.workspace.arm().await.unwrap(), 0, "what was once brought in for it does not count");
    figure(&case, "minutes", OCTOBER, 610.0).await;
    figure(&case, "questions", OCTOBER, 10.0).await;
    assert_eq!(case.workspace.arm().await.unwrap(), 1);
    let run = &case.store.runs().await.unwrap()[0];
    assert_eq!((run.reading.date, run.reading.value), (date(2026, 10, 31), 61.0));
}
