//! References as something to choose from: a few stand in the page, of many the page asks for those that fit.

use super::control::Maker;
use super::values::id;
use crate::problem::Problem;
use crate::visit::Visit;
use app::search::Query;
use axum::Json;
use axum::extract::{Path, Query as Asked};
use department::labels::choice_name;
use department::model::{Competence, Goal, Instrument, Kpi, Objective, Process};
use department::{Department, Element, Kind};
use locale::{Lang, t};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// More elements than this are not embedded in a page.
const EMBEDDED: usize = 300;
/// So many are offered at a time.
const OFFERED: usize = 60;

/// An entry of a list.
#[derive(Debug)]
pub(super) struct Choice {
    pub value: String,
    pub name: String,
    /// What tells it from others of its kind.
    pub note: String,
    pub on: bool,
}

/// How a reference is chosen.
#[derive(Debug, Default)]
pub(super) struct Pick {
    /// Whether more than one is.
    pub many: bool,
    /// Where those that fit are asked for; empty where all stand in the page.
    pub from: String,
}

/// What a reference is chosen from.
pub(super) struct Picked {
    pub choices: Vec<Choice>,
    pub pick: Pick,
    /// Those that are chosen, where not all stand in the page.
    pub value: String,
}

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Words {
    #[serde(default)]
    q: String,
}

/// An element that can be chosen.
#[derive(Debug, Serialize)]
pub(super) struct Offer {
    id: String,
    name: String,
    note: String,
}

/// `GET /choices/person?q=…`: those that fit best first.
pub(super) async fn choices(
    visit: Visit,
    Path(table): Path<String>,
    Asked(words): Asked<Words>,
) -> Result<Json<Vec<Offer>>, Problem> {
    let kind = Kind::ALL.iter().copied().find(|kind| kind.key() == table).ok_or(Problem::NotFound)?;
    Ok(Json(offers(visit.view.department(), visit.lang, kind, &words.q)))
}

fn offers(department: &Department, lang: Lang, kind: Kind, words: &str) -> Vec<Offer> {
    let query = Query::new(words);
    let mut all = Vec::new();
    department.each(|known, meta, name| {
        if known != kind {
            return;
        }
        let note = note(department, lang, kind, &meta.id);
        if let Some(score) = query.score(name, &format!("{} {note}", meta.id)) {
            all.push((score, Offer { id: meta.id.to_string(), name: name.to_owned(), note }));
        }
    });
    all.sort_by_key(|(score, _)| Reverse(*score));
    all.into_iter().take(OFFERED).map(|(_, offer)| offer).collect()
}

/// What tells an element from others of its kind, in a word or two: the post of a person, the kind of a KPI.
pub(super) fn note(department: &Department, lang: Lang, kind: Kind, id: &str) -> String {
    let word = |field: &str, word: Option<&str>| {
        word.map(|word| choice_name(lang, kind.key(), field, word)).unwrap_or_default()
    };
    match kind {
        Kind::Person => department.people.get(id).map(|person| person.post.clone()).unwrap_or_default(),
        Kind::Kpi => word("kind", department.kpis.get(id).and_then(|kpi: &Kpi| kpi.kind).map(|it| it.word())),
        Kind::Goal => {
            word("horizon", department.goals.get(id).and_then(|goal: &Goal| goal.horizon).map(|it| it.word()))
        }
        Kind::Objective => {
            let objective: Option<&Objective> = department.objectives.get(id);
            word("perspective", objective.and_then(|it| it.perspective).map(|it| it.word()))
        }
        Kind::Instrument => {
            let instrument: Option<&Instrument> = department.instruments.get(id);
            word("media", instrument.and_then(|it| it.media).map(|it| it.word()))
        }
        Kind::Competence => {
            let competence: Option<&Competence> = department.competences.get(id);
            word("family", competence.and_then(|it| it.family).map(|it| it.word()))
        }
        Kind::Process => {
            let process: Option<&Process> = department.processes.get(id);
            word("kind", process.and_then(|it| it.kind).map(|it| it.word()))
        }
        Kind::Task => {
            let task = department.tasks.get(id).and_then(|task| department.find(&task.goal));
            task.map(|goal| goal.title().to_owned()).unwrap_or_default()
        }
        _ => String::new(),
    }
}

impl Maker<'_> {
    /// What a reference is chosen from; of many, `value` names those that were chosen.
    pub(super) fn picked(&self, name: &str, kind: &str, many: bool) -> Picked {
        let on: Vec<&str> = self.form.all(name).flat_map(str::lines).map(id).collect();
        let mut choices = self.elements(kind, &on);
        let mut pick = Pick { many, from: String::new() };
        let mut value = String::new();
        if many {
            // A form that is sent as it came says what the text says, in the text's order.
            choices.sort_by_key(|choice| on.iter().position(|id| *id == choice.value).unwrap_or(usize::MAX));
        }
        if choices.len() > EMBEDDED {
            pick.from = format!("/choices/{kind}");
            choices.retain(|choice| choice.on);
            let lines = choices.iter().map(|choice| format!("{} · {}", choice.name, choice.value));
            value = lines.collect::<Vec<_>>().join("\n");
        }
        Picked { choices, pick, value }
    }

    fn elements(&self, key: &str, on: &[&str]) -> Vec<Choice> {
        let Some(kind) = Kind::ALL.iter().copied().find(|kind| kind.key() == key) else { return Vec::new() };
        let mut all = Vec::new();
        self.department.each(|known, meta, title| {
            if known == kind {
                all.push(Choice {
                    value: meta.id.to_string(),
                    name: title.to_owned(),
                    note: note(self.department, self.lang, kind, &meta.id),
                    on: on.contains(&&*meta.id),
                });
            }
        });
        // What is named and not there stays in sight until somebody changes it.
        let missing = on.iter().filter(|id| !id.is_empty() && all.iter().all(|choice| choice.value != **id));
        let missing: Vec<Choice> = missing
            .map(|id| Choice {
                value: (*id).to_owned(),
                name: (*id).to_owned(),
                note: t!(self.lang, "forms-not-there"),
                on: true,
            })
            .collect();
        all.extend(missing);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_that_fit_are_offered_best_first_and_not_all_of_them() {
        use std::fmt::Write;
        let mut text = String::from("[person.vera]\nname = \"Вера Ким\"\npost = \"Аналитик\"\n");
        for number in 0..400 {
            let _ = write!(text, "[person.p{number}]\nname = \"Анна {number}\"\n");
        }
        let files = department::Files::from([("department.toml", text.as_str())]);
        let reading = department::read(&files);
        let of = |words: &str| offers(&reading.department, Lang::Ru, Kind::Person, words);
        assert_eq!(of("").len(), OFFERED);
        let ids = |words: &str| of(words).into_iter().map(|offer| offer.id).collect::<Vec<_>>();
        assert_eq!(ids("аналит"), ["vera"], "by the post");
        assert_eq!(ids("ким вер"), ["vera"], "by the beginnings of words");
        assert_eq!(ids("p7")[0], "p7", "by the id");
        assert!(ids("нет такого").is_empty());
    }
}
