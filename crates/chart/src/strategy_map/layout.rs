//! Where the cards stand: bands into rows, rows ordered so that few arrows cross, gaps as high as their arrows need.

use super::route::{self, Wire};
use super::{Card, StrategyMap};
use crate::draw::{Area, Type};
use std::collections::HashMap;

pub(super) const WIDTH: f64 = 1000.0;
/// The cards' part of the width; the bands' names stand left of it.
const LEFT: f64 = 140.0;
const RIGHT: f64 = WIDTH - 8.0;
const GUTTER: f64 = 22.0;
const ROW: usize = 5;
/// Above this many arrows the exact search for a better order would be slow; the sweeps alone must do.
const SEARCHED: usize = 80;

/// A card with its place and its lines.
pub(super) struct Placed<'a> {
    pub card: &'a Card,
    pub area: Area,
    pub title: Vec<String>,
    pub note: Vec<String>,
}

/// The whole picture, measured.
pub(super) struct Layout<'a> {
    /// A band's ground, the lines of its name.
    pub bands: Vec<(Area, Vec<String>)>,
    pub cards: Vec<Placed<'a>>,
    pub wires: Vec<Wire>,
    pub height: f64,
}

/// Cards in rows; a row's cards are indices into all cards of the map.
#[derive(Clone)]
struct Order {
    rows: Vec<Vec<usize>>,
    /// The band of each row.
    band: Vec<usize>,
}

impl<'a> Layout<'a> {
    pub fn of(map: &'a StrategyMap) -> Layout<'a> {
        let all: Vec<&Card> = map.bands.iter().flat_map(|band| &band.cards).collect();
        let mut index: HashMap<&str, usize> = HashMap::new();
        for (at, card) in all.iter().enumerate() {
            index.entry(card.id.as_str()).or_insert(at);
        }
        let edges: Vec<(usize, usize, usize)> = map
            .arrows
            .iter()
            .enumerate()
            .filter_map(|(at, arrow)| {
                Some((*index.get(arrow.from.as_str())?, *index.get(arrow.to.as_str())?, at))
            })
            .filter(|(from, to, _)| from != to)
            .collect();
        let order = ordered(map, &edges);

        let most = order.rows.iter().map(Vec::len).max().unwrap_or(1).max(1) as f64;
        let w = ((RIGHT - LEFT - GUTTER * (most + 1.0)) / most).min(208.0);
        let mut cards: Vec<Placed<'a>> = all
            .into_iter()
            .map(|card| {
                // The mark stands in the corner, beside every line of the name.
                let inner = w - if card.state.is_some() { 36.0 } else { 20.0 };
                let title = Type::BODY.bold().balanced(&card.title, inner, 4);
                let note = Type::SMALL.wrap(&card.note, w - 20.0, 2);
                let h = 17.0 + 15.0 * title.len() as f64 + 14.0 * note.len() as f64;
                Placed { card, area: Area { x: 0.0, y: 0.0, w, h: h.max(34.0) }, title, note }
            })
            .collect();
        for row in &order.rows {
            let cell = (RIGHT - LEFT) / row.len().max(1) as f64;
            let high = row.iter().map(|&at| cards[at].area.h).fold(0.0, f64::max);
            for (place, &at) in row.iter().enumerate() {
                cards[at].area.x = LEFT + cell * (place as f64 + 0.5) - w / 2.0;
                cards[at].area.h = high;
            }
        }
        let boxes: Vec<Area> = cards.iter().map(|card| card.area).collect();
        let plan = route::plan(&order.rows, &boxes, &edges, (LEFT, RIGHT));

        let mut y = 0.0;
        let mut tops = Vec::new();
        let mut gaps = Vec::new();
        for (at, row) in order.rows.iter().enumerate() {
            let inside = at > 0 && order.band[at] == order.band[at - 1];
            let least = if at == 0 {
                12.0
            } else if inside {
                18.0
            } else {
                34.0
            };
            let gap = plan.room(at).max(least);
            gaps.push((y, gap));
            y += gap;
            let named = Type::HEAD.wrap(&map.bands[order.band[at]].title, LEFT - 22.0, 5).len() as f64 * 16.0;
            let high = row.iter().map(|&card| cards[card].area.h).fold(0.0, f64::max);
            // A band of one row is at least as high as its name.
            let alone = order.band.iter().filter(|&&band| band == order.band[at]).count() == 1;
            let high = high.max(if alone { named } else { 0.0 }).max(26.0);
            tops.push(y);
            row.iter().for_each(|&card| {
                cards[card].area.y = y;
                cards[card].area.h = high;
            });
            y += high;
        }
        let last = plan.room(order.rows.len()).max(12.0);
        gaps.push((y, last));
        let height = y + last;

        let bands = (0..map.bands.len())
            .filter_map(|band| {
                let first = order.band.iter().position(|&b| b == band)?;
                let end = order.band.iter().rposition(|&b| b == band)? + 1;
                let edge = |gap: usize, lower: bool| {
                    let (top, high) = gaps[gap];
                    let middle = top + high / 2.0;
                    if gap == 0 {
                        0.0
                    } else if gap == order.rows.len() {
                        top + high
                    } else if lower {
                        middle + 2.5
                    } else {
                        middle - 2.5
                    }
                };
                let (top, bottom) = (edge(first, true), edge(end, false));
                let area = Area { x: 0.0, y: top, w: WIDTH, h: bottom - top };
                Some((area, Type::HEAD.wrap(&map.bands[band].title, LEFT - 22.0, 5)))
            })
            .collect();
        let boxes: Vec<Area> = cards.iter().map(|card| card.area).collect();
        let wires = plan.wires(&boxes, &gaps);
        Layout { bands, cards, wires, height: height + 4.0 }
    }
}

/// Bands cut into rows of at most five, as even as can be, then ordered.
fn ordered(map: &StrategyMap, edges: &[(usize, usize, usize)]) -> Order {
    let (mut rows, mut band) = (Vec::new(), Vec::new());
    let mut first = 0;
    for (at, each) in map.bands.iter().enumerate() {
        let count = each.cards.len();
        let cut = count.div_ceil(ROW).max(1);
        let per = count.div_ceil(cut).max(1);
        let cards: Vec<usize> = (first..first + count).collect();
        first += count;
        if cards.is_empty() {
            rows.push(Vec::new());
            band.push(at);
        }
        for row in cards.chunks(per) {
            rows.push(row.to_vec());
            band.push(at);
        }
    }
    let mut best = Order { rows, band };
    let mut least = cost(&best, edges);
    let mut now = best.clone();
    for sweep in 0..8 {
        for step in 0..now.rows.len() {
            let row = if sweep % 2 == 0 { step } else { now.rows.len() - 1 - step };
            let at = places(&now);
            let centre = |card: usize| {
                let mut sum = (0.0, 0.0);
                for &(from, to, _) in edges {
                    let other = if from == card {
                        to
                    } else if to == card {
                        from
                    } else {
                        continue;
                    };
                    sum = (sum.0 + at[&other].0, sum.1 + 1.0);
                }
                if sum.1 > 0.0 { sum.0 / sum.1 } else { at[&card].0 }
            };
            let mut keyed: Vec<(f64, usize)> =
                now.rows[row].iter().map(|&card| (centre(card), card)).collect();
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
            now.rows[row] = keyed.into_iter().map(|(_, card)| card).collect();
        }
        let made = cost(&now, edges);
        if made < least {
            (best, least) = (now.clone(), made);
        }
    }
    if edges.len() <= SEARCHED {
        exchange(&mut best, least, edges);
    }
    best
}

/// Exchanges two cards of a band as long as that makes the picture calmer.
fn exchange(order: &mut Order, mut least: f64, edges: &[(usize, usize, usize)]) {
    let band = order.band.clone();
    for _ in 0..6 {
        let before = least;
        let slots: Vec<(usize, usize)> = order
            .rows
            .iter()
            .enumerate()
            .flat_map(|(row, cards)| (0..cards.len()).map(move |at| (row, at)))
            .collect();
        for (i, &a) in slots.iter().enumerate() {
            for &b in slots[i + 1..].iter().filter(|b| band[b.0] == band[a.0]) {
                let swap = |order: &mut Order| {
                    let (x, y) = (order.rows[a.0][a.1], order.rows[b.0][b.1]);
                    order.rows[a.0][a.1] = y;
                    order.rows[b.0][b.1] = x;
                };
                swap(order);
                let made = cost(order, edges);
                if made + 1e-9 < least {
                    least = made;
                } else {
                    swap(order);
                }
            }
        }
        if least >= before {
            break;
        }
    }
}

/// Where each card stands: its share of the width, its row.
fn places(order: &Order) -> HashMap<usize, (f64, f64)> {
    let mut at = HashMap::new();
    for (row, cards) in order.rows.iter().enumerate() {
        for (place, &card) in cards.iter().enumerate() {
            at.insert(card, ((place as f64 + 0.5) / cards.len() as f64, row as f64));
        }
    }
    at
}

/// Crossings of straight arrows, then what arrows run sideways, then what order the author gave.
fn cost(order: &Order, edges: &[(usize, usize, usize)]) -> f64 {
    let at = places(order);
    let lines: Vec<_> = edges.iter().map(|(from, to, _)| (at[from], at[to])).collect();
    let turn =
        |a: (f64, f64), b: (f64, f64), c: (f64, f64)| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
    let mut sum = 0.0;
    for (i, &(a, b)) in lines.iter().enumerate() {
        sum += 0.6 * (a.0 - b.0).abs();
        for &(c, d) in &lines[i + 1..] {
            let apart = [turn(a, b, c) * turn(a, b, d), turn(c, d, a) * turn(c, d, b)];
            sum += f64::from(u8::from(apart.iter().all(|&side| side < -1e-9)));
        }
    }
    for cards in &order.rows {
        for (i, a) in cards.iter().enumerate() {
            sum += 0.001 * cards[i + 1..].iter().filter(|b| *b < a).count() as f64;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::super::{Arrow, Band};
    use super::*;
    use proptest::prelude::*;

    fn map(counts: &[usize], arrows: &[(usize, usize)]) -> StrategyMap {
        let mut next = 0;
        let mut band = |count: &usize| {
            let ids = next..next + count;
            next += count;
            let card = |id: usize| Card {
                id: id.to_string(),
                title: "Ответ в тот же час".into(),
                ..Card::default()
            };
            Band { title: "Финансы".into(), cards: ids.map(card).collect() }
        };
        let bands = counts.iter().map(&mut band).collect();
        let arrow = |&(from, to): &(usize, usize)| Arrow {
            from: from.to_string(),
            to: to.to_string(),
            ..Arrow::default()
        };
        StrategyMap { bands, arrows: arrows.iter().map(arrow).collect(), ..StrategyMap::default() }
    }

    #[test]
    fn cards_stand_under_what_they_bring_about() {
        let map = map(&[3, 3], &[(3, 2), (4, 1), (5, 0)]);
        let layout = Layout::of(&map);
        assert!(layout.wires.iter().all(|wire| wire.points.len() == 2), "every arrow is straight");
    }

    #[test]
    fn a_full_map_keeps_the_proportion_of_a_landscape_page() {
        let arrows: Vec<_> =
            (4..16).map(|card| (card, card - 4)).chain((8..16).map(|c| (c, 15 - c))).collect();
        let map = map(&[4, 4, 4, 4], &arrows);
        assert!(Layout::of(&map).height < 680.0);
    }

    proptest! {
        #[test]
        fn arrows_never_run_through_a_card(
            counts in prop::collection::vec(0usize..9, 1..5),
            arrows in prop::collection::vec((0usize..24, 0usize..24), 0..24),
        ) {
            let map = map(&counts, &arrows);
            let layout = Layout::of(&map);
            for wire in &layout.wires {
                for pair in wire.points.windows(2) {
                    let ((ax, ay), (bx, by)) = (pair[0], pair[1]);
                    prop_assert!((0.0..=WIDTH).contains(&ax) && (0.0..=layout.height).contains(&ay));
                    let piece = Area { x: ax.min(bx), y: ay.min(by), w: (ax - bx).abs(), h: (ay - by).abs() };
                    for card in &layout.cards {
                        let Area { x, y, w, h } = card.area;
                        let inside = Area { x: x + 1.0, y: y + 1.0, w: w - 2.0, h: h - 2.0 };
                        prop_assert!(!piece.meets(&inside), "{:?} through {:?}", pair, inside);
                    }
                }
            }
        }

        #[test]
        fn cards_never_overlap(counts in prop::collection::vec(0usize..12, 1..5)) {
            let map = map(&counts, &[]);
            let layout = Layout::of(&map);
            for (at, card) in layout.cards.iter().enumerate() {
                prop_assert!(layout.cards[at + 1..].iter().all(|other| !other.area.meets(&card.area)));
            }
        }
    }
}
