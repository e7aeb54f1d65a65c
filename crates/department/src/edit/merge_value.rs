//! A value that two have changed.

use super::Value;
use super::shape::same;
use std::collections::HashSet;

/// The value with both changes, or nothing where both have changed the same; records are merged
/// field by field, and what both have added to a list of words stands in it.
pub(super) fn three(
    base: Option<&Value>,
    theirs: Option<&Value>,
    mine: Option<&Value>,
) -> Option<Option<Value>> {
    let alike = |one: Option<&Value>, other: Option<&Value>| match (one, other) {
        (Some(one), Some(other)) => same(one, other),
        (one, other) => one.is_none() && other.is_none(),
    };
    if alike(base, theirs) || alike(theirs, mine) {
        return Some(mine.cloned());
    }
    if alike(base, mine) {
        return Some(theirs.cloned());
    }
    let (theirs, mine) = match (theirs, mine) {
        (Some(Value::Record(theirs)), Some(Value::Record(mine))) => (theirs, mine),
        (Some(Value::List(theirs)), Some(Value::List(mine))) => {
            let base = match base {
                Some(Value::List(base)) => base.as_slice(),
                _ => &[],
            };
            return union(base, theirs, mine).map(|all| Some(Value::List(all)));
        }
        _ => return None,
    };
    let empty = Vec::new();
    let base = match base {
        Some(Value::Record(base)) => base,
        _ => &empty,
    };
    let of = |fields: &'_ [(String, Value)], key: &str| {
        fields.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone())
    };
    let mut keys: Vec<&String> = mine.iter().chain(theirs).chain(base).map(|(key, _)| key).collect();
    let mut seen = HashSet::new();
    keys.retain(|key| seen.insert(*key));
    let mut all = Vec::new();
    for key in keys {
        let value = three(of(base, key).as_ref(), of(theirs, key).as_ref(), of(mine, key).as_ref())?;
        all.extend(value.map(|value| (key.clone(), value)));
    }
    Some(Some(Value::Record(all)))
}

/// A list of words or references with what both have added: theirs first. Nothing where one has taken something away, or
/// where an item is more than a word.
fn union(base: &[Value], theirs: &[Value], mine: &[Value]) -> Option<Vec<Value>> {
    let words = [base, theirs, mine].iter().all(|list| list.iter().all(|item| item.as_text().is_some()));
    let count = |list: &[Value], item: &Value| list.iter().filter(|known| *known == item).count();
    let kept = |list: &[Value]| base.iter().all(|item| count(list, item) >= count(base, item));
    if !words || !kept(theirs) || !kept(mine) {
        return None;
    }
    let mut all = theirs.to_vec();
    for item in mine {
        if count(&all, item) < count(mine, item) {
            all.push(item.clone());
        }
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn list(words: &[String]) -> Value {
        Value::List(words.iter().map(|word| Value::from(&**word)).collect())
    }

    /// A list in which these stand among others.
    fn grown(base: &[String], more: &[(usize, String)]) -> Vec<String> {
        let mut all = base.to_vec();
        for (at, word) in more {
            all.insert(at % (all.len() + 1), word.clone());
        }
        all
    }

    fn words(value: &Value) -> Vec<String> {
        let Value::List(items) = value else { panic!("{value:?} is no list") };
        items.iter().map(|item| item.as_text().expect("a word").to_owned()).collect()
    }

    proptest! {
        #[test]
        fn no_word_is_lost(
            base in prop::collection::vec("[a-d]", 0..4),
            theirs in prop::collection::vec((0_usize..9, "[a-h]"), 0..4),
            mine in prop::collection::vec((0_usize..9, "[a-h]"), 0..4),
        ) {
            let (theirs, mine) = (grown(&base, &theirs), grown(&base, &mine));
            let made = three(Some(&list(&base)), Some(&list(&theirs)), Some(&list(&mine)));
            let made = words(&made.expect("nothing was removed").expect("it is there"));
            let count = |all: &[String], word: &str| all.iter().filter(|known| *known == word).count();
            for word in theirs.iter().chain(&mine) {
                let most = count(&theirs, word).max(count(&mine, word));
                prop_assert_eq!(count(&made, word), most, "{} in {:?}", word, made);
            }
            prop_assert!(made.iter().all(|word| theirs.contains(word) || mine.contains(word)));
        }

        #[test]
        fn what_one_has_removed_is_told(
            base in prop::collection::vec("[a-d]", 1..4), at in 0_usize..9, theirs in "[e-h]", mine in "[e-h]",
        ) {
            let mut removed = base.clone();
            removed.remove(at % base.len());
            removed.push(mine);
            let added = [&base[..], &[theirs]].concat();
            prop_assert_eq!(three(Some(&list(&base)), Some(&list(&added)), Some(&list(&removed))), None);
        }
    }
}
