//! Circles in a graph of causes and effects.

/// For each knot of the graph, in which everything leads to everything, one way round; linear in the arrows.
///
/// `next[a]` holds the numbers that `a` leads to. Each way begins with its least number. The knots are found
/// as strongly connected components (Tarjan, 1972), without recursion, because a chain may be long.
pub(in crate::rules) fn circles(next: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let count = next.len();
    let mut entered = vec![0; count];
    let mut low = vec![0; count];
    let mut knot: Vec<Option<usize>> = vec![None; count];
    let (mut path, mut open, mut found, mut clock) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for root in 0..count {
        if entered[root] == 0 {
            path.push((root, 0));
        }
        while let Some((node, arrow)) = path.last_mut() {
            let node = *node;
            if entered[node] == 0 {
                clock += 1;
                (entered[node], low[node]) = (clock, clock);
                open.push(node);
            }
            if let Some(&to) = next[node].get(*arrow) {
                *arrow += 1;
                if entered[to] == 0 {
                    path.push((to, 0));
                } else if knot[to].is_none() {
                    low[node] = low[node].min(entered[to]);
                }
                continue;
            }
            path.pop();
            if let Some(&(parent, _)) = path.last() {
                low[parent] = low[parent].min(low[node]);
            }
            if low[node] == entered[node] {
                while let Some(member) = open.pop() {
                    knot[member] = Some(node);
                    if member == node {
                        break;
                    }
                }
                found.extend(way_round(next, &knot, node));
            }
        }
    }
    found.sort_unstable();
    found
}

/// Follows the arrows inside the knot from `start` until one leads back; nothing where none does.
fn way_round(next: &[Vec<usize>], knot: &[Option<usize>], start: usize) -> Option<Vec<usize>> {
    let inside = |node: usize| next[node].iter().copied().find(|&to| knot[to] == knot[start]);
    let mut seats = std::collections::HashMap::new();
    let mut way = Vec::new();
    let mut node = start;
    while !seats.contains_key(&node) {
        seats.insert(node, way.len());
        way.push(node);
        node = inside(node)?;
    }
    way.drain(..seats[&node]);
    let least = (0..way.len()).min_by_key(|&at| way[at])?;
    way.rotate_left(least);
    Some(way)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_knot_is_told_once() {
        assert_eq!(circles(&[vec![1], vec![2], vec![]]), Vec::<Vec<usize>>::new());
        assert_eq!(circles(&[vec![0]]), [[0]]);
        assert_eq!(circles(&[vec![1, 2], vec![3], vec![3], vec![]]), Vec::<Vec<usize>>::new());
        // Two circles, the first leading to the second by its first arrow.
        assert_eq!(circles(&[vec![1], vec![2, 0], vec![3], vec![2]]), [[0, 1], [2, 3]]);
        // A circle behind a beginning that is not of it.
        assert_eq!(circles(&[vec![3], vec![2], vec![3], vec![1]]), [[1, 2, 3]]);
    }

    #[test]
    fn a_long_chain_needs_no_deep_stack() {
        let mut chain: Vec<Vec<usize>> = (1..=200_000).map(|to| vec![to]).collect();
        chain.push(vec![]);
        assert!(circles(&chain).is_empty());
        chain[200_000].push(0);
        assert_eq!(circles(&chain)[0].len(), 200_001);
    }

    proptest::proptest! {
        #[test]
        fn every_way_goes_round_and_one_is_found_where_there_is_one(
            arrows in proptest::collection::vec((0..12_usize, 0..12_usize), 0..30),
        ) {
            let mut next = vec![Vec::new(); 12];
            for &(from, to) in &arrows {
                next[from].push(to);
            }
            let found = circles(&next);
            for way in &found {
                for (at, &node) in way.iter().enumerate() {
                    assert!(next[node].contains(&way[(at + 1) % way.len()]), "{way:?}");
                }
            }
            // Taking away what leads nowhere, again and again, leaves something only where there is a circle.
            let mut left: Vec<usize> = (0..12).collect();
            let idle = |left: &[usize]| left.iter().position(|&node| !next[node].iter().any(|to| left.contains(to)));
            while let Some(at) = idle(&left) {
                left.remove(at);
            }
            assert_eq!(found.is_empty(), left.is_empty());
        }
    }
}
