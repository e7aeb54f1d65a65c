//! Which lines two texts have in common. Bounded whatever the texts are, because it runs while others wait to save: lines
//! that both have just once are the fixed points, and only small gaps between them are compared line by line.

use std::collections::HashMap;

/// A gap between fixed points is compared line by line if it has no more pairs of lines.
const PAIRS: usize = 250_000;

/// Pairs of equal lines by their numbers, rising on both sides.
pub(super) fn matching(one: &[&str], other: &[&str]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    gap(one, other, (0, 0), true, &mut pairs);
    pairs
}

fn gap(one: &[&str], other: &[&str], start: (usize, usize), anchors: bool, pairs: &mut Vec<(usize, usize)>) {
    let head = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    pairs.extend((0..head).map(|at| (start.0 + at, start.1 + at)));
    let (one, other, start) = (&one[head..], &other[head..], (start.0 + head, start.1 + head));
    let tail = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
    let ends = (one.len() - tail, other.len() - tail);
    middle(&one[..ends.0], &other[..ends.1], start, anchors, pairs);
    pairs.extend((0..tail).map(|at| (start.0 + ends.0 + at, start.1 + ends.1 + at)));
}

fn middle(
    one: &[&str],
    other: &[&str],
    start: (usize, usize),
    anchors: bool,
    pairs: &mut Vec<(usize, usize)>,
) {
    if one.is_empty() || other.is_empty() {
        return;
    }
    let fixed = if anchors { rising(&unique(one, other)) } else { Vec::new() };
    if fixed.is_empty() {
        if one.len().saturating_mul(other.len()) <= PAIRS {
            longest(one, other, start, pairs);
        }
        return;
    }
    let mut from = (0, 0);
    for to in fixed.into_iter().chain([(one.len(), other.len())]) {
        // Between two fixed points there is at most one more level of them, which keeps the depth small.
        gap(&one[from.0..to.0], &other[from.1..to.1], (start.0 + from.0, start.1 + from.1), false, pairs);
        if to.0 < one.len() {
            pairs.push((start.0 + to.0, start.1 + to.1));
        }
        from = (to.0 + 1, to.1 + 1);
    }
}

/// Lines that stand once on each side, in the order of the first.
fn unique(one: &[&str], other: &[&str]) -> Vec<(usize, usize)> {
    let mut seen: HashMap<&str, (usize, usize, usize)> = HashMap::with_capacity(other.len());
    for (at, line) in other.iter().enumerate() {
        let known = seen.entry(line).or_insert((0, 0, at));
        known.1 += 1;
    }
    for line in one {
        if let Some(known) = seen.get_mut(line) {
            known.0 += 1;
        }
    }
    let pair = |(at, line): (usize, &&str)| match seen.get(line) {
        Some((1, 1, there)) => Some((at, *there)),
        _ => None,
    };
    one.iter().enumerate().filter_map(pair).collect()
}

/// The longest part of the pairs that rises on the second side too.
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < pair.1);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut way: Vec<(usize, usize)> =
        std::iter::successors(ends.last().copied(), |at| before[*at]).map(|at| pairs[at]).collect();
    way.reverse();
    way
}

/// The longest common sequence of a small gap.
fn longest(one: &[&str], other: &[&str], start: (usize, usize), pairs: &mut Vec<(usize, usize)>) {
    let width = other.len() + 1;
    let mut lengths = vec![0_u32; (one.len() + 1) * width];
    for at in (0..one.len()).rev() {
        for there in (0..other.len()).rev() {
            lengths[at * width + there] = match one[at] == other[there] {
                true => lengths[(at + 1) * width + there + 1] + 1,
                false => lengths[(at + 1) * width + there].max(lengths[at * width + there + 1]),
            };
        }
    }
    let (mut at, mut there) = (0, 0);
    while at < one.len() && there < other.len() {
        if one[at] == other[there] {
            pairs.push((start.0 + at, start.1 + there));
            (at, there) = (at + 1, there + 1);
        } else if lengths[(at + 1) * width + there] >= lengths[at * width + there + 1] {
            at += 1;
        } else {
            there += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn pairs_are_equal_lines_and_rise(one in "[a-e]{0,30}", other in "[a-e]{0,30}") {
            let lines = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
            let (one, other) = (lines(&one), lines(&other));
            let (one, other): (Vec<&str>, Vec<&str>) = (one.iter().map(|x| &**x).collect(), other.iter().map(|x| &**x).collect());
            let pairs = matching(&one, &other);
            prop_assert!(pairs.iter().all(|pair| one[pair.0] == other[pair.1]));
            prop_assert!(pairs.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1), "{:?}", pairs);
            prop_assert_eq!(matching(&one, &one).len(), one.len());
        }
    }
}
