//! Hooks: addresses that are told of events, and what became of the last messages.

use crate::desk::Desk;
use crate::frame::{Frame, page};
use crate::problem::Problem;
use crate::routes::Routes;
use crate::visit::Visit;
use app::hooks::{self, EVENTS, NewHook};
use app::{AppError, Delivery, Hook, Right};
use askama::Template;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Redirect, Response};
use locale::{Lang, catalogue, t};

/// So many messages of each hook are shown.
const LAST: u32 = 10;

/// A hook with its last messages.
struct Shown {
    id: u64,
    url: String,
    events: String,
    active: bool,
    last: Vec<Line>,
}

/// A message in a line.
struct Line {
    id: u64,
    event: String,
    tries: u32,
    outcome: String,
    next: String,
}

#[derive(Template)]
#[template(path = "pages/hooks.html")]
struct Page {
    frame: Frame,
    hooks: Vec<Shown>,
    events: Vec<(&'static str, String, bool)>,
    hosts: String,
    url: String,
    problem: String,
    /// A secret that has just been made; it is shown this once.
    fresh: String,
}

/// What was typed.
type Typed = Vec<(String, String)>;
type Sent = Result<Form<Typed>, FormRejection>;

/// The addresses of hooks.
pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(Right::Administer, "/hooks", show)
        .post(Right::Administer, "/hooks", add)
        .post(Right::Administer, "/hooks/hosts", allow)
        .post(Right::Administer, "/hooks/{id}/test", test)
        .post(Right::Administer, "/hooks/{id}/pause", pause)
        .post(Right::Administer, "/hooks/{id}/remove", remove)
}

async fn show(State(desk): State<Desk>, visit: Visit) -> Result<Response, Problem> {
    let typed = EVENTS.map(|event| ("event".to_owned(), event.to_owned())).into();
    Ok(hooks_page(&desk, &visit, &typed, String::new(), String::new()).await?.into_response())
}

async fn add(State(desk): State<Desk>, visit: Visit, sent: Sent) -> Result<Response, Problem> {
    let typed = of(sent)?;
    let events = typed.iter().filter(|(name, _)| name == "event").map(|(_, word)| word.clone()).collect();
    let new = NewHook { url: one(&typed, "url").to_owned(), events };
    match hooks::add(desk.people(), &visit.act(&desk), new).await {
        Ok(hook) => {
            let page = hooks_page(&desk, &visit, &Typed::new(), String::new(), hook.secret).await?;
            Ok((StatusCode::CREATED, [(CACHE_CONTROL, "no-store")], page).into_response())
        }
        Err(AppError::Hook(error)) => {
            let page = hooks_page(&desk, &visit, &typed, error.message(visit.lang), String::new()).await?;
            Ok(page.into_response())
        }
        Err(error) => Err(Problem::of(error, visit.lang)),
    }
}

async fn allow(State(desk): State<Desk>, visit: Visit, sent: Sent) -> Result<Redirect, Problem> {
    let typed = of(sent)?;
    let done = hooks::allow(desk.people(), &visit.act(&desk), one(&typed, "hosts")).await;
    done.map_err(|error| Problem::of(error, visit.lang))?;
    Ok(Redirect::to("/hooks"))
}

async fn test(State(desk): State<Desk>, visit: Visit, Path(id): Path<u64>) -> Result<Redirect, Problem> {
    let done = hooks::test(desk.people(), &visit.act(&desk), id).await;
    back(done.map(|done| done.then_some(())), visit.lang)
}

async fn pause(
    State(desk): State<Desk>,
    visit: Visit,
    Path(id): Path<u64>,
    sent: Sent,
) -> Result<Redirect, Problem> {
    let active = one(&of(sent)?, "active") == "yes";
    back(hooks::pause(desk.people(), &visit.act(&desk), id, active).await, visit.lang)
}

async fn remove(State(desk): State<Desk>, visit: Visit, Path(id): Path<u64>) -> Result<Redirect, Problem> {
    let done = hooks::remove(desk.people(), &visit.act(&desk), id).await;
    back(done.map(|done| done.then_some(())), visit.lang)
}

fn back<T>(done: Result<Option<T>, AppError>, lang: Lang) -> Result<Redirect, Problem> {
    done.map_err(|error| Problem::of(error, lang))?.ok_or(Problem::NotFound)?;
    Ok(Redirect::to("/hooks"))
}

fn of(sent: Sent) -> Result<Typed, Problem> {
    sent.map(|Form(typed)| typed).map_err(|_| Problem::Wrong)
}

fn one<'t>(typed: &'t Typed, name: &str) -> &'t str {
    typed.iter().find(|(known, _)| known == name).map_or("", |(_, text)| text)
}

async fn hooks_page(
    desk: &Desk,
    visit: &Visit,
    typed: &Typed,
    problem: String,
    fresh: String,
) -> Result<impl IntoResponse + use<>, Problem> {
    let (lang, store) = (visit.lang, desk.people());
    let wrong = |error: AppError| Problem::of(error, lang);
    let mut shown = Vec::new();
    for hook in store.hooks().await.map_err(|error| wrong(error.into()))? {
        let last = store.deliveries(hook.id, LAST).await.map_err(|error| wrong(error.into()))?;
        let Hook { id, url, events, active, .. } = hook;
        let events = events.iter().map(|word| event(lang, word)).collect::<Vec<_>>().join(", ");
        shown.push(Shown { id, url, events, active, last: last.iter().map(|one| line(lang, one)).collect() });
    }
    let on = |word: &str| typed.iter().any(|(name, text)| name == "event" && text == word);
    page(&Page {
        frame: visit.frame(t!(lang, "hooks-title")),
        hooks: shown,
        events: EVENTS.map(|word| (word, event(lang, word), on(word))).into(),
        hosts: hooks::hosts(store).await.map_err(wrong)?.join(" "),
        url: one(typed, "url").to_owned(),
        problem,
        fresh,
    })
}

fn line(lang: Lang, one: &Delivery) -> Line {
    let outcome = match &*one.outcome {
        "" => t!(lang, "hooks-waits"),
        word => catalogue()
            .get(lang, &format!("hooks-outcome-{word}"), &[])
            .unwrap_or_else(|| t!(lang, "hooks-outcome", status = word)),
    };
    let next = one.next.as_deref().map(|next| next.replace('T', " ").trim_end_matches('Z').to_owned());
    Line {
        id: one.id,
        event: event(lang, &one.event),
        tries: one.tries,
        outcome,
        next: next.unwrap_or_else(|| "—".to_owned()),
    }
}

fn event(lang: Lang, word: &str) -> String {
    catalogue().get(lang, &format!("hooks-event-{word}"), &[]).unwrap_or_else(|| word.to_owned())
}
