//! A whole text that two have changed: line by line.

use super::matching::matching;
use super::{Conflict, Subject, Value};

/// The text with both changes, or the parts that both have changed.
pub(super) fn merge_text(file: &str, base: &str, theirs: &str, mine: &str) -> Result<String, Vec<Conflict>> {
    let lines = |text: &'_ str| -> Vec<String> { text.split_inclusive('\n').map(str::to_owned).collect() };
    let all = [lines(base), lines(theirs), lines(mine)];
    let [base, theirs, mine] =
        [0, 1, 2].map(|side: usize| all[side].iter().map(String::as_str).collect::<Vec<_>>());
    let to_theirs = partners(&base, &theirs);
    let to_mine = partners(&base, &mine);
    let (mut out, mut conflicts) = (String::new(), Vec::new());
    let mut at = (0, 0, 0);
    while at.0 < base.len() || at.1 < theirs.len() || at.2 < mine.len() {
        // The next line that all three have.
        let next = (at.0..base.len()).find_map(|line| Some((line, to_theirs[line]?, to_mine[line]?)));
        let next = next.unwrap_or((base.len(), theirs.len(), mine.len()));
        let (old, new, own) = (&base[at.0..next.0], &theirs[at.1..next.1], &mine[at.2..next.2]);
        if new == old || new == own {
            out.push_str(&own.concat());
        } else if own == old {
            out.push_str(&new.concat());
        } else {
            let text = |lines: &[&str]| Some(Value::Text(lines.concat()));
            conflicts.push(Conflict {
                subject: Subject::one(file),
                field: heading(&mine[..at.2 + own.len()]),
                base: text(old),
                theirs: text(new),
                mine: text(own),
            });
        }
        if let Some(line) = base.get(next.0) {
            out.push_str(line);
        }
        at = (next.0 + 1, next.1 + 1, next.2 + 1);
    }
    if conflicts.is_empty() { Ok(out) } else { Err(conflicts) }
}

/// Of each line the one on the other side.
fn partners(one: &[&str], other: &[&str]) -> Vec<Option<usize>> {
    let mut partners = vec![None; one.len()];
    matching(one, other).into_iter().for_each(|(at, there)| partners[at] = Some(there));
    partners
}

/// The table in which a part stands: `goal.trust`.
fn heading(lines: &[&str]) -> String {
    let header = lines.iter().rev().find_map(|line| line.trim().strip_prefix('['));
    header
        .and_then(|header| header.split(']').next())
        .map(|header| header.trim_matches('[').to_owned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BASE: &str = "[a]\nx = 1\ny = 2\n\n[b]\nx = 1\n";

    #[test]
    fn changes_of_different_lines_come_together() {
        let theirs = BASE.replace("y = 2", "y = 3");
        let mine = BASE.replace("[b]\nx = 1", "[b]\nx = 5\nz = 6");
        assert_eq!(
            merge_text("f", BASE, &theirs, &mine),
            Ok("[a]\nx = 1\ny = 3\n\n[b]\nx = 5\nz = 6\n".to_owned())
        );
        assert_eq!(merge_text("f", BASE, &theirs, &theirs), Ok(theirs));
    }

    #[test]
    fn both_parts_survive_where_both_changed_the_same() {
        let conflicts =
            merge_text("f", BASE, &BASE.replace("y = 2", "y = 3"), &BASE.replace("y = 2", "y = 4"));
        let one = Conflict {
            subject: Subject::one("f"),
            field: "a".to_owned(),
            base: Some("y = 2\n".into()),
            theirs: Some("y = 3\n".into()),
            mine: Some("y = 4\n".into()),
        };
        assert_eq!(conflicts, Err(vec![one]));
    }

    proptest! {
        #[test]
        fn one_sided_changes_are_taken_whole(base in "([a-d]\n){0,12}", other in "([a-d]\n){0,12}[a-d]?") {
            prop_assert_eq!(merge_text("f", &base, &other, &base), Ok(other.clone()));
            prop_assert_eq!(merge_text("f", &base, &base, &other), Ok(other.clone()));
            prop_assert_eq!(merge_text("f", &base, &other, &other), Ok(other));
        }
    }
}
