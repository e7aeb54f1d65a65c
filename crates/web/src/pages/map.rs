//! The strategy map that can be drawn on: a cause is joined to its effect, or parted from it.

use super::edit;
use crate::back;
use crate::desk::Desk;
use crate::frame::Frame;
use crate::notes::Note;
use crate::problem::Problem;
use crate::visit::Visit;
use app::{AppError, Saved};
use askama::Template;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use department::Element;
use department::edit::{Change, EditError, Subject, Value, values};
use locale::t;
use report::{Input, sections};
use serde::Deserialize;
use std::collections::BTreeSet;

/// Where the map stands.
pub(super) const PATH: &str = "/scorecard";

/// The rules about what leads to what; their findings stand under the map.
const RULES: [&str; 5] = ["SC05", "SC06", "SC07", "SC13", "SC18"];

/// An objective in a choice.
struct Card {
    id: String,
    name: String,
}

/// A cause and its effect, with their names.
struct Wire {
    anchor: String,
    cause: Card,
    effect: Card,
}

#[derive(Template)]
#[template(path = "pages/map.html")]
struct Part {
    frame: Frame,
    base: u64,
    picture: String,
    cards: Vec<Card>,
    wires: Vec<Wire>,
    notes: Vec<Note>,
    editable: bool,
}

/// What is sent to join or part two objectives.
#[derive(Debug, Deserialize)]
pub(super) struct Join {
    base: u64,
    cause: String,
    effect: String,
    #[serde(default)]
    remove: bool,
}

/// Whether a finding is about what leads to what.
pub(super) fn about_links(note: &Note) -> bool {
    RULES.contains(&note.code)
}

/// The map with all that is needed to draw on it, as HTML; nothing where there are no objectives.
pub(super) fn part(visit: &Visit, input: &Input<'_>, notes: Vec<Note>) -> Result<String, Problem> {
    let Some(mut map) = sections::map(input) else { return Ok(String::new()) };
    let frame = visit.frame("");
    let editable = frame.may("edit");
    for card in map.bands.iter_mut().flat_map(|band| &mut band.cards) {
        card.href = match editable {
            true => edit::href(&Subject::of("objective", &*card.id)),
            false => format!("#objective.{}", super::encoded(&card.id)),
        };
    }
    let drawn: BTreeSet<String> =
        map.bands.iter().flat_map(|band| &band.cards).map(|card| card.id.clone()).collect();
    let objectives = &visit.view.department().objectives;
    let card = |id: &str, name: &str| Card { id: id.to_owned(), name: name.to_owned() };
    let mut wires = Vec::new();
    for cause in objectives.iter().filter(|cause| drawn.contains(cause.id())) {
        for effect in cause.leads_to.iter().filter_map(|effect| visit.view.department().get(effect)) {
            wires.push(Wire {
                anchor: anchor(cause.id(), effect.id()),
                cause: card(cause.id(), cause.title()),
                effect: card(effect.id(), effect.title()),
            });
        }
    }
    if editable {
        map.arrows.iter_mut().for_each(|arrow| arrow.href = format!("#{}", anchor(&arrow.from, &arrow.to)));
    }
    let part = Part {
        picture: map.svg(visit.lang),
        base: visit.view.revision,
        cards: objectives.iter().map(|objective| card(objective.id(), objective.title())).collect(),
        wires,
        notes,
        editable,
        frame,
    };
    part.render().map_err(Problem::fault)
}

fn anchor(cause: &str, effect: &str) -> String {
    super::encoded(&format!("link.{cause}.{effect}"))
}

/// `POST /map`: a cause leads to an effect from now on, or no longer.
pub(super) async fn join(
    State(desk): State<Desk>,
    visit: Visit,
    sent: Result<Form<Join>, FormRejection>,
) -> Result<Response, Problem> {
    let Ok(Form(join)) = sent else { return Err(Problem::Wrong) };
    let lang = visit.lang;
    let wrong = |error: AppError| edit::refused(error, lang);
    let base = visit.workspace.texts(join.base).await.map_err(wrong)?;
    let subject = Subject::of("objective", &*join.cause);
    let absent = |subject: &Subject| wrong(EditError::NoElement(subject.to_string()).into());
    let all = values(&base, &subject).ok_or_else(|| absent(&subject))?;
    let other = Subject::of("objective", &*join.effect);
    if !join.remove && (join.effect == join.cause || values(&base, &other).is_none()) {
        return Err(absent(&other));
    }
    let known = all.into_iter().find(|(field, _)| field == "leads_to").map(|(_, value)| value);
    let Some(value) = joined(known, &join) else {
        return Ok(Redirect::to(PATH).into_response());
    };
    let change = Change::Set { subject, field: "leads_to".to_owned(), value };
    let note = t!(lang, if join.remove { "map-note-parted" } else { "map-note-joined" });
    let saved = visit.workspace.change(&visit.act(&desk), join.base, &[change], &note).await;
    match saved.map_err(wrong)? {
        Saved::Kept(view) => Ok(Redirect::to(&back::saved(PATH, view.revision)).into_response()),
        Saved::Unchanged(_) => Ok(Redirect::to(PATH).into_response()),
        Saved::Conflicts(..) => Err(Problem::Refused(t!(lang, "forms-changed-meanwhile"))),
    }
}

/// The effects of a cause afterwards; nothing where they stay as they are, an absent value where none is left.
fn joined(known: Option<Value>, join: &Join) -> Option<Option<Value>> {
    let mut effects = match known {
        Some(Value::List(effects)) => effects,
        Some(Value::Text(one)) => vec![Value::Text(one)],
        _ => Vec::new(),
    };
    let at = effects.iter().position(|effect| effect.as_text() == Some(&join.effect));
    match (join.remove, at) {
        (true, Some(at)) => drop(effects.remove(at)),
        (false, None) => effects.push(Value::from(&*join.effect)),
        _ => return None,
    }
    Some((!effects.is_empty()).then_some(Value::List(effects)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_effect_comes_last_and_goes_alone() {
        let join =
            |effect: &str, remove: bool| Join { base: 1, cause: "a".into(), effect: effect.into(), remove };
        let list = |ids: &[&str]| Some(Value::List(ids.iter().map(|id| Value::from(*id)).collect()));
        assert_eq!(joined(list(&["b"]), &join("c", false)), Some(list(&["b", "c"])));
        assert_eq!(joined(list(&["b", "c"]), &join("b", true)), Some(list(&["c"])));
        assert_eq!(joined(list(&["b"]), &join("b", true)), Some(None));
        assert_eq!(joined(list(&["b"]), &join("b", false)), None);
        assert_eq!(joined(None, &join("b", true)), None);
    }
}
