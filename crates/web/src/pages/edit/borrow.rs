//! A goal is borrowed from the business strategy: what there is to borrow from comes first.

use super::form::Form;
use app::View;
use department::edit::Subject;
use department::labels::kind_new;
use department::model::BusinessGoal;
use department::{Department, Element};
use locale::{Lang, date, number, t};

/// A business goal to borrow from.
pub(crate) struct Lender {
    pub id: String,
    pub name: String,
    /// Its metric from what to what, and by when.
    pub says: String,
    /// How many goals borrow it.
    pub borrowed: String,
    pub on: bool,
}

/// What a new goal is borrowed from.
pub(super) struct Borrow {
    pub lenders: Vec<Lender>,
    /// What adds a business goal is called.
    pub add: String,
}

impl Borrow {
    /// The business goals, with the one that was chosen.
    pub fn of(view: &View, lang: Lang, chosen: &str) -> Self {
        Borrow { lenders: Lender::all(view.department(), lang, chosen), add: kind_new(lang, "business_goal") }
    }
}

impl Lender {
    /// All business goals; the one that was chosen is marked.
    pub fn all(department: &Department, lang: Lang, chosen: &str) -> Vec<Lender> {
        let one = |goal: &BusinessGoal| {
            let mine = department
                .goals
                .iter()
                .filter(|mine| department.find(&mine.borrows).is_some_and(|it| it.id() == goal.id()));
            let count = mine.count();
            Lender {
                id: goal.id().to_owned(),
                name: goal.title().to_owned(),
                says: says(lang, goal),
                borrowed: if count == 0 { t!(lang, "borrow-no") } else { t!(lang, "borrow-yes", n = count) },
                on: goal.id() == chosen,
            }
        };
        department.business_goals.iter().map(one).collect()
    }
}

fn says(lang: Lang, goal: &BusinessGoal) -> String {
    let figure = |figure: Option<f64>| figure.map(|figure| number(lang, figure, 2));
    let course = match (figure(goal.baseline), figure(goal.target)) {
        (Some(from), Some(to)) => format!("{from} → {to} {}", goal.unit),
        (None, Some(to)) => format!("{to} {}", goal.unit),
        _ => String::new(),
    };
    let metric = [&*goal.metric, course.trim()].into_iter().filter(|part| !part.is_empty());
    let metric = metric.collect::<Vec<_>>().join(": ");
    let due = goal.due.map(|day| t!(lang, "borrow-due", day = date(lang, day))).unwrap_or_default();
    [metric, due].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Offers the name of what a goal is borrowed from, where the goal has no name of its own yet.
pub(super) fn lend(department: &Department, subject: &Subject, form: &mut Form) {
    if subject.table != "goal" {
        return;
    }
    let name = form.one("f.name");
    let offered = department.business_goals.iter().any(|goal| goal.title() == name);
    if let Some(goal) =
        department.business_goals.get(form.one("f.borrows")).filter(|_| name.is_empty() || offered)
    {
        form.set("f.name", goal.title());
    }
}
