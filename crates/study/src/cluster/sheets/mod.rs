//! The tables: clusters, the whole, profiles, how many, examples.

mod clusters;
mod examples;
mod facts;
mod glance;
mod many;
mod profiles;

pub use facts::facts;

use super::found::Clusters;
use crate::{Head, Sheet, Style, Value};
use locale::Lang;

/// All tables.
pub fn all(found: &Clusters, lang: Lang) -> Vec<Sheet> {
    let mut sheets = vec![
        clusters::tidy(found, lang),
        profiles::shown(found, lang),
        profiles::columns(found, lang),
        glance::glance(found, lang),
    ];
    sheets.extend(many::many(found, lang));
    sheets.extend(many::models(found, lang));
    sheets.extend([examples::examples(found, lang), profiles::profile(found)]);
    sheets
}

pub(super) fn machine(name: &str, heads: &[&str], rows: Vec<Vec<Value>>) -> Sheet {
    Sheet {
        name: name.to_owned(),
        title: String::new(),
        heads: heads.iter().map(|name| Head::new(*name, *name)).collect(),
        rows,
        style: Style::Machine,
        note: String::new(),
    }
}
