//! Where the arrows run: up and down in the gutters between cards, sideways in the gaps between rows, each on
//! its own track; never through a card.
//!
//! Gap `g` lies over row `g`; the last gap lies under the last row.

use crate::draw::Area;
use std::collections::BTreeMap;

/// From one track to the next.
const TRACK: f64 = 7.0;
/// What a gap holds besides its tracks: room for the arrow heads above and for the bend below.
const BESIDE: f64 = 22.0;

/// An arrow's way, corner by corner.
pub(super) struct Wire {
    /// Its index in the map's arrows.
    pub arrow: usize,
    pub points: Vec<(f64, f64)>,
}

/// An arrow's way before heights are known: the gaps it passes, each entered and left at some `x`.
struct Way {
    arrow: usize,
    from: usize,
    to: usize,
    /// Whether it leaves its card at the top, and whether it arrives at the bottom.
    leaves_up: bool,
    arrives_up: bool,
    runs: Vec<Run>,
}

#[derive(Clone, Copy)]
struct Run {
    gap: usize,
    enter: f64,
    leave: f64,
    /// Whether it comes into the gap from below, and whether it goes out at the top.
    from_below: bool,
    to_above: bool,
    track: Option<usize>,
}

/// All ways, and how many tracks each gap needs.
pub(super) struct Plan {
    ways: Vec<Way>,
    tracks: Vec<usize>,
}

/// Plans the ways of `edges` (from, to, arrow) between cards whose `x` and `w` are known.
pub(super) fn plan(
    rows: &[Vec<usize>],
    boxes: &[Area],
    edges: &[(usize, usize, usize)],
    (left, right): (f64, f64),
) -> Plan {
    let mut row_of = vec![0; boxes.len()];
    for (row, cards) in rows.iter().enumerate() {
        cards.iter().for_each(|&card| row_of[card] = row);
    }
    let centre = |card: usize| boxes[card].x + boxes[card].w / 2.0;
    let mut ways: Vec<Way> = edges
        .iter()
        .map(|&(from, to, arrow)| {
            let (a, b) = (row_of[from], row_of[to]);
            let gaps: Vec<usize> = if b < a {
                (b + 1..=a).rev().collect()
            } else if b > a {
                (a + 1..=b).collect()
            } else {
                vec![a]
            };
            let (leaves_up, arrives_up) = (b <= a, b < a);
            let last = gaps.len() - 1;
            let runs = gaps.iter().enumerate().map(|(at, &gap)| Run {
                gap,
                enter: centre(from),
                leave: centre(to),
                from_below: if at == 0 { leaves_up } else { b < a },
                to_above: if at == last { arrives_up } else { b < a },
                track: None,
            });
            Way { arrow, from, to, leaves_up, arrives_up, runs: runs.collect() }
        })
        .collect();
    cross_rows(&mut ways, rows, boxes, (left, right));
    set_ports(&mut ways, boxes);
    let tracks = (0..=rows.len()).map(|gap| set_tracks(&mut ways, gap)).collect();
    Plan { ways, tracks }
}

/// Chooses for every row between an arrow's ends the gutter it goes through, and spreads those that share one.
fn cross_rows(ways: &mut [Way], rows: &[Vec<usize>], boxes: &[Area], (left, right): (f64, f64)) {
    // (row, gutter) → its middle, its room, and the arrows in it with the run before the row.
    let mut through: BTreeMap<(usize, usize), Vec<(usize, usize)>> = BTreeMap::new();
    let gutters: Vec<Vec<(f64, f64)>> = rows
        .iter()
        .map(|cards| {
            let mut edges = vec![left];
            cards.iter().for_each(|&card| edges.extend([boxes[card].x, boxes[card].x + boxes[card].w]));
            edges.push(right);
            edges.chunks(2).map(|pair| ((pair[0] + pair[1]) / 2.0, pair[1] - pair[0])).collect()
        })
        .collect();
    for (at, way) in ways.iter_mut().enumerate() {
        let (start, end) = (way.runs[0].enter, way.runs[way.runs.len() - 1].leave);
        let count = way.runs.len() as f64;
        let mut x = start;
        for run in 0..way.runs.len() - 1 {
            // Between this run's gap and the next lies the row with the smaller of the two numbers.
            let row = way.runs[run].gap.min(way.runs[run + 1].gap);
            let ideal = start + (end - start) * (run as f64 + 1.0) / count;
            let far = |gutter: &(f64, f64)| (gutter.0 - ideal).abs() + 0.5 * (gutter.0 - x).abs();
            let best = gutters[row].iter().enumerate().min_by(|a, b| far(a.1).total_cmp(&far(b.1)));
            if let Some((gutter, &(middle, _))) = best {
                x = middle;
                through.entry((row, gutter)).or_default().push((at, run));
            }
        }
    }
    for ((row, gutter), mut users) in through {
        let (middle, room) = gutters[row][gutter];
        users.sort_by(|a, b| {
            let key =
                |u: &(usize, usize)| ways[u.0].runs[0].enter + ways[u.0].runs[ways[u.0].runs.len() - 1].leave;
            key(a).total_cmp(&key(b))
        });
        let step = TRACK.min((room - 8.0).max(1.0) / users.len() as f64);
        let first = middle - step * (users.len() as f64 - 1.0) / 2.0;
        for (place, (way, run)) in users.into_iter().enumerate() {
            let x = first + step * place as f64;
            ways[way].runs[run].leave = x;
            ways[way].runs[run + 1].enter = x;
        }
    }
}

/// Spreads the ends of arrows over the edges of their cards, in the order in which they come.
fn set_ports(ways: &mut [Way], boxes: &[Area]) {
    /// Where an arrow comes from or goes to, the arrow, whether it ends here.
    type Port = (f64, usize, bool);
    // By card and whether it is its upper edge.
    let mut ports: BTreeMap<(usize, bool), Vec<Port>> = BTreeMap::new();
    for (at, way) in ways.iter().enumerate() {
        let last = &way.runs[way.runs.len() - 1];
        ports.entry((way.from, way.leaves_up)).or_default().push((way.runs[0].leave, at, false));
        ports.entry((way.to, !way.arrives_up)).or_default().push((last.enter, at, true));
    }
    for ((card, _), mut users) in ports {
        users.sort_by(|a, b| a.0.total_cmp(&b.0));
        let Area { x, w, .. } = boxes[card];
        let count = users.len() as f64;
        let step = (w * 0.8 / count).min(26.0);
        let first = x + w / 2.0 - step * (count - 1.0) / 2.0;
        for (place, (_, way, end)) in users.into_iter().enumerate() {
            let at = first + step * place as f64;
            let last = ways[way].runs.len() - 1;
            if end {
                ways[way].runs[last].leave = at;
            } else {
                ways[way].runs[0].enter = at;
            }
        }
    }
}

/// Gives every sideways run of a gap its track, counted from above; returns how many tracks there are.
fn set_tracks(ways: &mut [Way], gap: usize) -> usize {
    let mut at: Vec<(usize, usize)> = Vec::new();
    for (way, each) in ways.iter().enumerate() {
        let runs = each.runs.iter().enumerate();
        at.extend(runs.filter(|(_, run)| run.gap == gap && !straight(run)).map(|(run, _)| (way, run)));
    }
    let mut runs: Vec<Run> = at.iter().map(|&(way, run)| ways[way].runs[run]).collect();
    // Going right, whoever enters further left runs higher; going left, whoever enters further right.
    let mut order: Vec<usize> = (0..runs.len()).collect();
    order.sort_by(|&a, &b| {
        let key =
            |run: &Run| (run.leave < run.enter, if run.leave < run.enter { -run.enter } else { run.enter });
        let (a, b) = (key(&runs[a]), key(&runs[b]));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    let mut least = muddle(&mut runs, &order);
    if runs.len() <= 24 {
        'better: for _ in 0..40 {
            for i in 0..order.len() {
                for j in i + 1..order.len() {
                    order.swap(i, j);
                    let made = muddle(&mut runs, &order);
                    if made < least {
                        least = made;
                        continue 'better;
                    }
                    order.swap(i, j);
                }
            }
            break;
        }
    }
    muddle(&mut runs, &order);
    for (&(way, run), made) in at.iter().zip(&runs) {
        ways[way].runs[run].track = made.track;
    }
    runs.iter().filter_map(|run| run.track).max().map_or(0, |most| most + 1)
}

fn straight(run: &Run) -> bool {
    (run.enter - run.leave).abs() < 0.75 && run.from_below == run.to_above
}

/// Lays the runs on tracks in this order and weighs the result: crossings, lines on one another, tracks.
fn muddle(runs: &mut [Run], order: &[usize]) -> usize {
    let span = |run: &Run| (run.enter.min(run.leave) - TRACK, run.enter.max(run.leave) + TRACK);
    for (place, &at) in order.iter().enumerate() {
        let (low, high) = span(&runs[at]);
        let above = order[..place].iter().filter(|&&other| {
            let (a, b) = span(&runs[other]);
            a < high && low < b
        });
        runs[at].track = Some(above.filter_map(|&other| runs[other].track).max().map_or(0, |most| most + 1));
    }
    let mut weight = runs.iter().filter_map(|run| run.track).max().unwrap_or(0);
    for (i, a) in runs.iter().enumerate() {
        for (j, b) in runs.iter().enumerate() {
            if i == j {
                continue;
            }
            // Upright pieces of `a` against `b`'s sideways one, and against its upright ones.
            for (x, below) in [(a.enter, a.from_below), (a.leave, !a.to_above)] {
                let inside = b.enter.min(b.leave) < x && x < b.enter.max(b.leave);
                let passes = if below { b.track > a.track } else { b.track < a.track };
                weight += 4 * usize::from(inside && passes);
                for (other, other_below) in [(b.enter, b.from_below), (b.leave, !b.to_above)] {
                    let meet = if below == other_below {
                        true
                    } else if below {
                        b.track > a.track
                    } else {
                        b.track < a.track
                    };
                    weight += 20 * usize::from((x - other).abs() < 3.0 && meet);
                }
            }
        }
    }
    weight
}

impl Plan {
    /// How high a gap must be for its tracks; 0 where no arrow bends in it.
    pub fn room(&self, gap: usize) -> f64 {
        match self.tracks.get(gap) {
            Some(&tracks) if tracks > 0 => BESIDE + TRACK * (tracks as f64 - 1.0) + 8.0,
            _ => 0.0,
        }
    }

    /// The ways as corners, now that cards have their `y` and gaps their top and height.
    pub fn wires(&self, boxes: &[Area], gaps: &[(f64, f64)]) -> Vec<Wire> {
        let height = |run: &Run| {
            let (top, high) = gaps[run.gap];
            let block = TRACK * (self.tracks[run.gap].max(1) as f64 - 1.0);
            // A little below the middle, since heads stand at the upper edge.
            let first = top + (high - block) / 2.0 + 2.0;
            first + TRACK * run.track.unwrap_or(0) as f64
        };
        let edge = |card: usize, up: bool| boxes[card].y + if up { 0.0 } else { boxes[card].h };
        self.ways
            .iter()
            .map(|way| {
                let mut points = vec![(way.runs[0].enter, edge(way.from, way.leaves_up))];
                for run in way.runs.iter().filter(|run| !straight(run)) {
                    points.extend([(run.enter, height(run)), (run.leave, height(run))]);
                }
                let last = way.runs[way.runs.len() - 1];
                points.push((last.leave, edge(way.to, !way.arrives_up)));
                Wire { arrow: way.arrow, points }
            })
            .collect()
    }
}
