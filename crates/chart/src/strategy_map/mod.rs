//! The strategy map: bands of objectives, finance on top, and arrows from cause to effect.

mod layout;
mod route;

use crate::draw::{Anchor, Area, Pen, Picture, Type, head, rounded};
use crate::key::{self, Sign};
use crate::mark::{State, StateWords, occurring, shape};
use crate::palette::Paint;
use layout::{Layout, WIDTH};
use locale::Lang;

/// The scorecard as one picture, 1000 wide and of A4's landscape proportion for about sixteen cards.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StrategyMap {
    /// What it is, for who cannot see it.
    pub title: String,
    /// The perspectives from top to bottom.
    pub bands: Vec<Band>,
    /// Cause → effect; an arrow from or to an id that no card has is passed over.
    pub arrows: Vec<Arrow>,
    /// The words in the picture.
    pub words: MapWords,
}

/// A perspective.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Band {
    /// Its name, at the left.
    pub title: String,
    /// Its objectives; the picture orders them so that few arrows cross.
    pub cards: Vec<Card>,
}

/// An objective.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Card {
    /// What arrows name it by.
    pub id: String,
    /// Its name, in at most four lines.
    pub title: String,
    /// Under the name, in at most two lines: its measure, `45 → 38 min`.
    pub note: String,
    /// How it stands: its edge and its mark; none draws neither.
    pub state: Option<State>,
    /// Where it leads on a page; empty on paper.
    pub href: String,
}

/// A cause and its effect.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arrow {
    /// The id of the cause.
    pub from: String,
    /// The id of the effect.
    pub to: String,
    /// What evidence says.
    pub link: Link,
    /// Where it leads on a page; empty on paper.
    pub href: String,
}

/// What evidence says of cause → effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Link {
    /// Evidence supports it: thick.
    Supported,
    /// Nothing is said of evidence: thin.
    #[default]
    Plain,
    /// Not proven, or too little data: dashed.
    Unproven,
    /// The other way round: red, dotted.
    Reversed,
}

impl Link {
    const fn pen(self) -> Pen {
        match self {
            Link::Supported => Pen::new(Paint::Ink, 2.2),
            Link::Plain => Pen::new(Paint::Muted, 1.3),
            Link::Unproven => Pen::new(Paint::Muted, 1.3).dash("5 3.5"),
            Link::Reversed => Pen::new(Paint::Bad, 1.8).dash("1.8 2.6"),
        }
    }
}

/// The words of a [`StrategyMap`]: the key under it. One that is empty is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MapWords {
    /// "evidence supports it".
    pub supported: String,
    /// "cause → effect".
    pub plain: String,
    /// "unproven".
    pub unproven: String,
    /// "reversed".
    pub reversed: String,
    /// The states of the cards.
    pub states: StateWords,
}

impl StrategyMap {
    /// The picture, 1000 wide.
    pub fn svg(&self, _lang: Lang) -> String {
        let layout = Layout::of(self);
        let mut picture = Picture::default();
        for (area, lines) in &layout.bands {
            picture.rect(*area, 4.0, Some(Paint::Band), None);
            let style = Type::HEAD;
            let first = area.y + area.h / 2.0 + 4.0 - (lines.len() as f64 - 1.0) * style.leading() / 2.0;
            picture.lines((14.0, first), Anchor::Start, style, lines);
        }
        for wire in &layout.wires {
            let arrow = &self.arrows[wire.arrow];
            let link = arrow.link;
            let pen = link.pen();
            let size = if link == Link::Supported { 9.0 } else { 7.5 };
            if let [.., (ax, ay), (bx, by)] = wire.points[..] {
                let length = (bx - ax).hypot(by - ay).max(0.01);
                let along = ((bx - ax) / length, (by - ay) / length);
                // The line ends inside its head, so that a thick one does not blunt the point.
                let mut points = wire.points.clone();
                if let Some(last) = points.last_mut() {
                    *last = (bx - along.0 * size * 0.7, by - along.1 * size * 0.7);
                }
                let data = [("from", arrow.from.as_str()), ("to", &arrow.to)];
                picture.linked(
                    ("wire", &arrow.href),
                    &self.said(arrow).unwrap_or_default(),
                    &data,
                    |picture| {
                        picture.path(&rounded(&points, 6.0), None, Some(pen));
                        picture.path(&head((bx, by), along, size), Some(pen.paint), None);
                    },
                );
            }
        }
        for placed in &layout.cards {
            let Card { id, href, .. } = placed.card;
            picture.linked(("node", href), "", &[("id", id)], |picture| {
                draw_card(picture, placed.card, placed.area, &placed.title, &placed.note);
            });
        }
        let entries = self.entries();
        let height =
            layout.height + key::draw(&mut picture, &entries, (6.0, layout.height + 10.0), WIDTH - 6.0);
        let live = self.bands.iter().flat_map(|band| &band.cards).any(|card| !card.href.is_empty());
        match live {
            true => picture.finish_live((WIDTH, height + 2.0), &self.title, &[]),
            false => picture.finish((WIDTH, height + 2.0), &self.title, &self.description()),
        }
    }

    /// An arrow in words; nothing where a card is missing.
    fn said(&self, arrow: &Arrow) -> Option<String> {
        let name = |id: &str| {
            let mut cards = self.bands.iter().flat_map(|band| &band.cards);
            cards.find(|card| card.id == id).map(|card| card.title.as_str())
        };
        Some(format!("{} → {}", name(&arrow.from)?, name(&arrow.to)?))
    }

    fn entries(&self) -> Vec<(Sign, String)> {
        let mut links: Vec<Link> = self.arrows.iter().map(|arrow| arrow.link).collect();
        links.sort_unstable();
        links.dedup();
        let word = |link| match link {
            Link::Supported => &self.words.supported,
            Link::Plain => &self.words.plain,
            Link::Unproven => &self.words.unproven,
            Link::Reversed => &self.words.reversed,
        };
        let lines = links.into_iter().map(|link| (Sign::Line(link.pen()), word(link).clone()));
        let states = occurring(self.bands.iter().flat_map(|band| &band.cards).filter_map(|card| card.state));
        let lines = lines.filter(|(_, word)| !word.is_empty());
        lines.chain(key::states(&states, &self.words.states)).collect()
    }

    fn description(&self) -> String {
        self.arrows.iter().filter_map(|arrow| self.said(arrow)).collect::<Vec<_>>().join("; ")
    }
}

fn draw_card(picture: &mut Picture, card: &Card, area: Area, title: &[String], note: &[String]) {
    let Area { x, y, w, h } = area;
    let line = card.state.map_or(Paint::Muted, State::paint);
    picture.rect(area, 3.0, Some(Paint::Card), Some(Pen::new(line, 1.0)));
    if let Some(state) = card.state {
        picture.rect(Area { x, y, w: 4.5, h }, 1.5, Some(state.paint()), None);
        shape(picture, (x + w - 12.0, y + 13.0), 6.0, state, false);
    }
    let style = Type::BODY.bold();
    let x = x + 12.0;
    picture.lines((x, y + 18.0), Anchor::Start, style, title);
    let under = y + 18.0 + style.leading() * title.len() as f64;
    picture.lines((x, under), Anchor::Start, Type::SMALL, note);
}
