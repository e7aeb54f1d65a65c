//! Estimates with their intervals against the line of no effect.

use crate::axis::{self, Axis, WIDTH};
use crate::draw::{Anchor, Area, Pen, Picture, Type};
use crate::palette::Paint;
use crate::scale::{Scale, sane, value};
use locale::Lang;

/// Estimates with intervals, one a row, on one scale.
///
/// ```
/// let picture = chart::Coefficients {
///     title: "What drives comments".into(),
///     axis: chart::Axis::new("Effect", "comments"),
///     terms: vec![chart::Coefficient { name: "Video".into(), low: 2.0, value: 3.1, high: 4.2, note: String::new() }],
///     ..chart::Coefficients::default()
/// };
/// assert!(picture.svg(locale::Lang::En).contains("Video"));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Coefficients {
    /// What it is, for who cannot see it.
    pub title: String,
    /// What the estimates measure.
    pub axis: Axis,
    /// No effect: 0, or 1 for ratios.
    pub reference: f64,
    /// The estimates, drawn from the top.
    pub terms: Vec<Coefficient>,
    /// Whether the largest stands on top; else they stand as given.
    pub sorted: bool,
    /// The words in the picture.
    pub words: CoefficientWords,
}

/// An estimate.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Coefficient {
    /// The term.
    pub name: String,
    /// The interval's lower end.
    pub low: f64,
    /// The estimate.
    pub value: f64,
    /// The interval's upper end.
    pub high: f64,
    /// What stands at the right end, such as its p; where empty, the estimate.
    pub note: String,
}

/// The words of [`Coefficients`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CoefficientWords {
    /// "no effect", over its line.
    pub reference: String,
    /// "and others", where there are more than sixty.
    pub more: String,
}

const MOST: usize = 60;
const ROW: f64 = 24.0;
const TOP: f64 = 24.0;

impl Coefficients {
    /// The picture, 680 wide. An interval that holds the reference is hollow and grey: shape tells it as well as colour.
    pub fn svg(&self, lang: Lang) -> String {
        let mut picture = Picture::default();
        let mut terms: Vec<&Coefficient> = self.terms.iter().collect();
        if self.sorted {
            terms.sort_by(|a, b| b.value.total_cmp(&a.value));
        }
        let hidden = terms.len() > MOST;
        terms.truncate(MOST);
        let note = |term: &Coefficient| {
            let said = match (term.note.is_empty(), sane(term.value)) {
                (false, _) => term.note.clone(),
                (true, Some(figure)) => value(lang, figure),
                (true, None) => "—".to_owned(),
            };
            Type::SMALL.fit(&said, 150.0)
        };
        let names = terms.iter().map(|term| Type::BODY.width(&term.name)).fold(0.0, f64::max).min(240.0);
        let notes = terms.iter().map(|term| Type::SMALL.width(&note(term))).fold(0.0, f64::max);
        let (left, right) = (names + 18.0, WIDTH - notes - 16.0);
        let figures = terms.iter().flat_map(|t| [t.low, t.value, t.high]).chain([self.reference]);
        let scale = Scale::over(figures, ((right - left) / 80.0).max(2.0), left, right);
        let foot = TOP + terms.len() as f64 * ROW + 4.0;
        axis::columns(&mut picture, &scale, (TOP, foot));
        let reference = scale.at(sane(self.reference).unwrap_or(0.0));
        picture.line((reference, TOP - 4.0), (reference, foot), Pen::new(Paint::Ink, 1.0));
        let word = Type::SMALL.fit(&self.words.reference, 200.0);
        let half = Type::SMALL.width(&word) / 2.0 + 2.0;
        picture.text((reference.clamp(half, WIDTH - half), TOP - 9.0), Anchor::Middle, Type::SMALL, &word);
        for (at, term) in terms.iter().enumerate() {
            let y = TOP + (at as f64 + 0.5) * ROW + 2.0;
            picture.text((left - 10.0, y + 4.0), Anchor::End, Type::BODY, &Type::BODY.fit(&term.name, names));
            picture.text((WIDTH - 6.0, y + 4.0), Anchor::End, Type::SMALL, &note(term));
            self.term(&mut picture, &scale, y, term);
        }
        picture.line((left, foot), (right, foot), Pen::new(Paint::Muted, 1.0));
        let outer = Area { x: 4.0, y: foot, w: WIDTH - 8.0, h: 40.0 };
        axis::level(&mut picture, lang, &scale, foot, outer, &self.axis);
        if hidden {
            let word = Type::SMALL.fit(&self.words.more, 240.0);
            picture.text((6.0, foot + 16.0), Anchor::Start, Type::SMALL, &word);
        }
        let said: Vec<String> = terms.iter().map(|term| format!("{}: {}", term.name, note(term))).collect();
        picture.finish((WIDTH, foot + 38.0), &self.title, &said.join("; "))
    }

    fn term(&self, picture: &mut Picture, scale: &Scale, y: f64, term: &Coefficient) {
        let Some(middle) = sane(term.value).map(|figure| scale.at(figure)) else { return };
        let unsure = !(term.low > self.reference || term.high < self.reference);
        let paint = if unsure { Paint::Muted } else { Paint::Accent };
        if let (Some(low), Some(high)) = (sane(term.low), sane(term.high)) {
            let (low, high) = (scale.at(low), scale.at(high));
            picture.line((low, y), (high, y), Pen::new(paint, 2.0));
            for x in [low, high] {
                picture.line((x, y - 4.0), (x, y + 4.0), Pen::new(paint, 1.2));
            }
        }
        if unsure {
            let area = Area { x: middle - 4.0, y: y - 4.0, w: 8.0, h: 8.0 };
            picture.rect(area, 4.0, Some(Paint::Paper), Some(Pen::new(paint, 1.8)));
        } else {
            picture.circle((middle, y), 4.5, paint);
        }
    }
}
