//! The plan as bars in time. With a script bars are dragged; without one each leads to its form.

use super::{Asked, Head, PATH, frame, head};
use crate::frame::{self, Frame};
use crate::pages::edit;
use crate::places;
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::response::Html;
use chart::{Bar, Gantt, Group};
use department::edit::Subject;
use department::{Element, Kind};
use report::sections;

/// So many bars stand on a page.
const MOST: usize = 120;

#[derive(Template)]
#[template(path = "pages/plan/gantt.html")]
struct Page {
    frame: Frame,
    head: Head,
    picture: String,
    base: u64,
    editable: bool,
    /// What has no days yet: its name, and where it is given some.
    undated: Vec<(String, String)>,
    earlier: String,
    later: String,
}

pub(super) fn page(visit: &Visit, asked: &Asked) -> Result<Html<String>, Problem> {
    let (lang, department) = (visit.lang, visit.view.department());
    let head = head(visit, asked, "gantt");
    let frame = frame(visit);
    let editable = frame.may("edit");
    let href = |id: &str| {
        if editable {
            edit::href(&Subject::of("action", id))
        } else {
            places::href(department, Kind::Action, id)
        }
    };
    let input = visit.view.input(lang);
    let (groups, all) = part(sections::plan_bars(&input), asked.from, &href);
    let at = |from: usize| format!("{PATH}?view=gantt&from={from}");
    let end = asked.from.saturating_add(MOST);
    let plan = Gantt {
        title: frame.title.clone(),
        today: visit.view.today,
        groups,
        words: sections::plan_words(&input),
    };
    let undated = department.actions.iter().filter(|action| action.starts.is_none() || action.ends.is_none());
    let undated = undated.take(MOST).map(|action| (action.title().to_owned(), href(action.id())));
    let page = Page {
        picture: if plan.groups.is_empty() { String::new() } else { plan.svg(lang) },
        base: visit.view.revision,
        undated: undated.collect(),
        earlier: if asked.from > 0 { at(asked.from.saturating_sub(MOST)) } else { String::new() },
        later: if end < all { at(end) } else { String::new() },
        editable,
        head,
        frame,
    };
    frame::page(&page)
}

/// The bars of a page, each leading somewhere, and how many there are in all.
fn part(groups: Vec<(String, Vec<Bar>)>, from: usize, href: &dyn Fn(&str) -> String) -> (Vec<Group>, usize) {
    let (mut shown, mut at) = (Vec::new(), 0);
    for (label, bars) in groups {
        let mut group = Group { label, bars: Vec::new() };
        for mut bar in bars {
            if at >= from && at < from.saturating_add(MOST) {
                bar.href = href(&bar.id);
                group.bars.push(bar);
            }
            at += 1;
        }
        if !group.bars.is_empty() {
            shown.push(group);
        }
    }
    (shown, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_holds_so_many_bars_and_no_empty_group() {
        let bars = |n: usize| (0..n).map(|_| Bar::default()).collect::<Vec<_>>();
        let groups = vec![("a".to_owned(), bars(MOST)), ("b".to_owned(), bars(3))];
        let (shown, all) = part(groups, MOST + 1, &|_| "/x".to_owned());
        assert_eq!((shown.len(), shown[0].bars.len(), all), (1, 2, MOST + 3));
        assert_eq!(shown[0].bars[0].href, "/x");
    }
}
