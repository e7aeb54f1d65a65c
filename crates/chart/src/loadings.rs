//! A table of loadings: which measure speaks of which factor.

use crate::axis::WIDTH;
use crate::draw::{Anchor, Area, Pen, Picture, Type, boxed};
use crate::heatmap::side;
use crate::palette::Paint;
use crate::scale::sane;
use locale::{Lang, number};

/// Loadings as bars from the middle of their cells, the strong ones with their figures in bold; communalities at the end.
///
/// ```
/// let picture = chart::Loadings {
///     measures: vec!["Likes".into()],
///     factors: vec!["F1".into()],
///     values: vec![vec![0.82]],
///     ..chart::Loadings::default()
/// };
/// assert!(picture.svg(locale::Lang::Ru).contains("0,82"));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Loadings {
    /// What it is, for who cannot see it.
    pub title: String,
    /// The measures, from the top, in the order the caller likes (by factor reads best).
    pub measures: Vec<String>,
    /// The factors, with their shares: `F1 · 42 %`.
    pub factors: Vec<String>,
    /// Loadings by measure.
    pub values: Vec<Vec<f64>>,
    /// Communalities by measure; may be empty.
    pub communalities: Vec<f64>,
    /// Below this size a loading is pale; 0.3 or 0.4 by habit.
    pub cut: f64,
    /// The words in the picture.
    pub words: LoadingWords,
}

/// The words of [`Loadings`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LoadingWords {
    /// "communality", over the last column.
    pub communality: String,
}

const ROW: f64 = 24.0;

impl Loadings {
    /// The picture, 680 wide; at most a hundred measures and twelve factors.
    pub fn svg(&self, lang: Lang) -> String {
        let mut picture = Picture::default();
        let (measures, factors) = (self.measures.len().min(100), self.factors.len().min(12));
        let last = if self.communalities.is_empty() { 0.0 } else { 76.0 };
        let names =
            self.measures.iter().take(measures).map(|m| Type::BODY.width(m)).fold(0.0, f64::max).min(210.0);
        let left = names + 18.0;
        let w = ((WIDTH - left - last - 8.0) / factors.max(1) as f64).min(140.0);
        let heads: Vec<Vec<String>> =
            self.factors.iter().take(factors).map(|f| Type::SMALL.wrap(f, w - 6.0, 3)).collect();
        let word = Type::SMALL.wrap(&self.words.communality, 74.0, 2);
        let deep = heads.iter().map(Vec::len).chain([word.len()]).max().unwrap_or(0) as f64;
        let top = 8.0 + deep * Type::SMALL.leading();
        let foot = top + measures as f64 * ROW;
        // Each head ends on the line above the table.
        let first = |lines: usize| top - 5.0 - (lines.max(1) - 1) as f64 * Type::SMALL.leading();
        for (at, head) in heads.iter().enumerate() {
            let x = left + (at as f64 + 0.5) * w;
            picture.lines((x, first(head.len())), Anchor::Middle, Type::SMALL, head);
            picture.line((x, top), (x, foot), Pen::new(Paint::Muted, 1.0));
        }
        let end = left + factors as f64 * w;
        if last > 0.0 {
            picture.lines((end + 74.0, first(word.len())), Anchor::End, Type::SMALL, &word);
        }
        let mut said = Vec::new();
        for (at, measure) in self.measures.iter().take(measures).enumerate() {
            let y = top + at as f64 * ROW;
            picture.line((6.0, y), (end + last, y), Pen::new(Paint::Grid, 1.0));
            let name = Type::BODY.fit(measure, names);
            picture.text((left - 10.0, y + 16.0), Anchor::End, Type::BODY, &name);
            let row: Vec<f64> =
                self.values.get(at).map_or(Vec::new(), |row| row.iter().copied().take(factors).collect());
            for factor in 0..factors {
                let area = Area { x: left + factor as f64 * w, y, w, h: ROW };
                self.cell(&mut picture, lang, area, row.get(factor).copied().unwrap_or(f64::NAN));
            }
            if last > 0.0 {
                let figure = self.communalities.get(at).copied().and_then(sane);
                let text = figure.map_or("—".to_owned(), |figure| number(lang, figure, 2));
                picture.text((end + 74.0, y + 16.0), Anchor::End, Type::SMALL, &Type::SMALL.fit(&text, 72.0));
            }
            let figures: Vec<String> = row.iter().map(|figure| number(lang, *figure, 2)).collect();
            said.push(format!("{measure}: {}", figures.join(", ")));
        }
        picture.line((6.0, foot), (end + last, foot), Pen::new(Paint::Muted, 1.0));
        picture.finish((WIDTH, foot + 10.0), &self.title, &said.join("; "))
    }

    fn cell(&self, picture: &mut Picture, lang: Lang, area: Area, figure: f64) {
        let middle = area.x + area.w / 2.0;
        let Some(figure) = sane(figure) else {
            return picture.text((middle + 6.0, area.y + 16.0), Anchor::Start, Type::SMALL, "—");
        };
        let strong = figure.abs() >= self.cut;
        // An oblique loading may pass 1 a little; the bar stays in its cell.
        let long = figure.abs().min(1.0) * (area.w / 2.0 - 4.0);
        let x = if figure < 0.0 { middle - long } else { middle };
        let bar = Area { x, y: area.y + 4.0, w: long, h: area.h - 8.0 };
        picture.veil(&boxed(bar), side(figure), if strong { 0.45 } else { 0.16 });
        let text = number(lang, figure, 2);
        let style = if strong { Type::SMALL.paint(Paint::Ink).bold() } else { Type::SMALL };
        if style.width(&text) + 8.0 > area.w {
            return;
        }
        // The figure stands on the empty side of the middle where there is room for it.
        let beside = style.width(&text) + 8.0 <= area.w / 2.0;
        match (beside, figure < 0.0) {
            (true, true) => picture.text((middle + 5.0, area.y + 16.0), Anchor::Start, style, &text),
            (true, false) => picture.text((middle - 5.0, area.y + 16.0), Anchor::End, style, &text),
            (false, _) => picture.text((middle, area.y + 16.0), Anchor::Middle, style, &text),
        }
    }
}
