//! The catalogue of rules, by family, with what each weighs here.

use crate::frame::{Frame, page};
use crate::problem::Problem;
use crate::visit::Visit;
use askama::Template;
use axum::response::Html;
use department::book;
use department::profile::Profile;
use locale::{Lang, t};

struct RuleRow {
    code: &'static str,
    what: String,
    weight: &'static str,
    word: String,
    found: usize,
}

/// The rules of one family: two letters, and what they are about.
struct Family {
    key: &'static str,
    name: String,
    rules: Vec<RuleRow>,
}

#[derive(Template)]
#[template(path = "pages/rules.html")]
struct Page {
    frame: Frame,
    families: Vec<Family>,
}

/// `GET /rules`
pub(super) async fn rules(visit: Visit) -> Result<Html<String>, Problem> {
    let lang = visit.lang;
    let profile = Profile::of(visit.view.department());
    let mut families: Vec<Family> = Vec::new();
    for rule in department::rules::all() {
        let key = rule.code.get(..2).unwrap_or(rule.code);
        let weight = profile.weight(rule.code).map_or("off", |severity| severity.word());
        let row = RuleRow {
            code: rule.code,
            what: crate::notes::prose(&book().title(lang, rule.code)),
            weight,
            word: weight_word(lang, weight),
            found: visit.view.findings.iter().filter(|finding| finding.code == rule.code).count(),
        };
        match families.last_mut() {
            Some(family) if family.key == key => family.rules.push(row),
            _ => {
                let name = locale::catalogue().get(lang, &format!("web-family-{}", key.to_lowercase()), &[]);
                families.push(Family { key, name: name.unwrap_or_default(), rules: vec![row] });
            }
        }
    }
    page(&Page { frame: visit.frame(t!(lang, "web-rules")), families })
}

/// The word of a rule's weight, `off` among them.
pub(super) fn weight_word(lang: Lang, weight: &str) -> String {
    match weight {
        "off" => t!(lang, "web-rule-off"),
        weight => t!(lang, &format!("severity-{weight}")),
    }
}
