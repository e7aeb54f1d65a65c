//! A folder that is pushed: its texts and what others have saved meanwhile become one.

use crate::AppError;
use department::Files;
use department::edit::{Change, Conflict, Merge, Subject, Value, merge};
use std::collections::BTreeSet;

/// The texts `mine`, that were written on `base`, put together with `theirs` that stand there now. What only one side
/// has changed is as that side has it; a file that both have changed is merged as text.
pub(crate) fn merged(base: &Files, theirs: &Files, mine: &Files) -> Result<Merge, AppError> {
    let (mut out, mut changes, mut conflicts) = (theirs.clone(), Vec::new(), Vec::new());
    let paths: BTreeSet<&String> =
        [base, theirs, mine].into_iter().flat_map(|files| files.by_path.keys()).collect();
    for path in paths {
        let (was, now, new) = (base.get(path), theirs.get(path), mine.get(path));
        if new == was || new == now {
            continue;
        }
        if now == was {
            match new {
                Some(new) => out.put(path, new),
                None => drop(out.by_path.remove(path)),
            }
            continue;
        }
        match (path.ends_with(".toml"), was.and(now), text(new)) {
            (true, Some(_), Some(text)) => changes.push(Change::Text { file: path.clone(), text }),
            _ => conflicts.push(Conflict {
                subject: Subject { table: path.clone(), id: None },
                field: String::new(),
                base: text(was).map(Value::Text),
                theirs: text(now).map(Value::Text),
                mine: text(new).map(Value::Text),
            }),
        }
    }
    if changes.is_empty() && conflicts.is_empty() {
        return Ok(Merge::Done(out));
    }
    // All that clashes is told at once.
    match merge(base, &out, &changes)? {
        Merge::Done(out) if conflicts.is_empty() => Ok(Merge::Done(out)),
        Merge::Done(_) => Ok(Merge::Conflicts(conflicts)),
        Merge::Conflicts(more) => Ok(Merge::Conflicts(conflicts.into_iter().chain(more).collect())),
    }
}

fn text(content: Option<&[u8]>) -> Option<String> {
    String::from_utf8(content?.to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: [(&str, &str); 3] =
        [("sostac.toml", "a"), ("business.toml", "b"), ("processes/x.bpmn", "<x/>")];

    #[test]
    fn what_one_side_changed_is_as_that_side_has_it() {
        let base = Files::from(BASE);
        let (mut theirs, mut mine) = (base.clone(), base.clone());
        theirs.put("business.toml", "theirs");
        mine.put("sostac.toml", "mine");
        mine.put("listening.toml", "new");
        mine.by_path.remove("processes/x.bpmn");
        let Ok(Merge::Done(both)) = merged(&base, &theirs, &mine) else { panic!("nobody touched the same") };
        let wanted =
            Files::from([("sostac.toml", "mine"), ("business.toml", "theirs"), ("listening.toml", "new")]);
        assert_eq!(both, wanted);
    }

    #[test]
    fn what_both_changed_otherwise_is_told() {
        let base = Files::from(BASE);
        let (mut theirs, mut mine) = (base.clone(), base.clone());
        theirs.put("processes/x.bpmn", "<theirs/>");
        mine.by_path.remove("processes/x.bpmn");
        let Ok(Merge::Conflicts(told)) = merged(&base, &theirs, &mine) else { panic!("both touched it") };
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].subject.to_string(), "processes/x.bpmn");
        assert_eq!((told[0].theirs.as_ref(), &told[0].mine), (Some(&Value::from("<theirs/>")), &None));
        // The same change on both sides is no clash.
        let same = merged(&base, &theirs, &theirs.clone());
        assert!(matches!(same, Ok(Merge::Done(files)) if files == theirs));
    }
}
