//! The address that a form goes back to, with the revision that it has saved.

use crate::preferences::same_site;

/// The word of the revision that has just been saved.
const SAVED: &str = "saved";

/// A path of this site that says which revision was saved; the first page for anything else.
pub(crate) fn saved(back: &str, revision: u64) -> String {
    let path = unsaved(back);
    let (path, anchor) = path.split_once('#').map_or((&*path, None), |(path, anchor)| (path, Some(anchor)));
    let sign = if path.contains('?') { '&' } else { '?' };
    let anchor = anchor.map_or_else(String::new, |anchor| format!("#{anchor}"));
    format!("{path}{sign}{SAVED}={revision}{anchor}")
}

/// A path of this site that says nothing of a revision.
pub(crate) fn unsaved(back: &str) -> String {
    let back = same_site(back);
    let back = back.to_str().unwrap_or("/");
    let (rest, anchor) = back.split_once('#').map_or((back, ""), |(rest, anchor)| (rest, anchor));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let keep = |pair: &&str| !pair.is_empty() && pair.split('=').next() != Some(SAVED);
    let query = query.split('&').filter(keep).collect::<Vec<_>>().join("&");
    let query = if query.is_empty() { query } else { format!("?{query}") };
    let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
    format!("{path}{query}{anchor}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_revision_is_said_once() {
        assert_eq!(saved("/actions?view=gantt&saved=3#a", 4), "/actions?view=gantt&saved=4#a");
        assert_eq!(saved("/scorecard", 4), "/scorecard?saved=4");
        assert_eq!(saved("//evil.example", 4), "/?saved=4");
        assert_eq!(unsaved("/edit/goal/a?saved=3"), "/edit/goal/a");
    }
}
