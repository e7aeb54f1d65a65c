//! A table of figures as colours: correlations, in the order the caller gives.

use crate::axis::WIDTH;
use crate::draw::{Anchor, Area, Pen, Picture, Type, boxed, through};
use crate::palette::Paint;
use crate::scale::{sane, value};
use locale::{Lang, number};
use std::collections::BTreeMap;

/// More rows or columns than these are not drawn: no one reads them.
const MOST: usize = 60;
/// The steps of a colour's depth: finer than the eye tells apart.
const SHADES: u8 = 32;

/// A heat map with a scale of two sides around 0. The depth of the colour is the figure's size; its sign is also a mark
/// (the minus, or a notch where the figure does not fit), so that it is read without colours.
///
/// ```
/// let names = vec!["Comments".to_owned(), "Shares".to_owned()];
/// let picture = chart::Heatmap {
///     title: "Correlations".into(),
///     rows: names.clone(),
///     columns: names,
///     values: vec![vec![1.0, -0.4], vec![-0.4, 1.0]],
///     ..chart::Heatmap::default()
/// };
/// assert!(picture.svg(locale::Lang::Ru).contains("−0,4"));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Heatmap {
    /// What it is, for who cannot see it.
    pub title: String,
    /// The names of the rows, from the top.
    pub rows: Vec<String>,
    /// The names of the columns; where they do not fit they are numbered as the rows are.
    pub columns: Vec<String>,
    /// Figures by row; one that is missing or not finite is a cell that is crossed.
    pub values: Vec<Vec<f64>>,
    /// What stands small under a cell's figure, by row: its n, its stars; may be empty.
    pub notes: Vec<Vec<String>>,
    /// The size of a figure that has the full colour; 0 is read as 1.
    pub limit: f64,
    /// The words in the picture.
    pub words: HeatmapWords,
}

/// The words of a [`Heatmap`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeatmapWords {
    /// "not known", beside a crossed cell in the key.
    pub unknown: String,
    /// "60 of 84 are shown", where the picture cannot hold all; the caller counts.
    pub more: String,
}

impl Heatmap {
    /// The picture, 680 wide.
    pub fn svg(&self, lang: Lang) -> String {
        let mut picture = Picture::default();
        let (rows, columns) = (self.rows.len().min(MOST), self.columns.len().min(MOST));
        let same = self.rows == self.columns;
        let label = |at: usize, name: &String| {
            if columns > 9 && same { format!("{}  {name}", at + 1) } else { name.clone() }
        };
        let names: Vec<String> =
            self.rows.iter().take(rows).enumerate().map(|(at, n)| label(at, n)).collect();
        let widest = names.iter().map(|name| Type::BODY.width(name)).fold(0.0, f64::max).min(220.0);
        let left = widest + 14.0;
        let w = ((WIDTH - left - 8.0) / columns.max(1) as f64).min(92.0);
        let h = w.clamp(9.0, 34.0);
        // Names over the columns in up to three lines, or, where they do not fit, their numbers.
        let numbered = w < 44.0;
        let heads: Vec<Vec<String>> = self
            .columns
            .iter()
            .take(columns)
            .enumerate()
            .map(|(at, name)| {
                if numbered && same {
                    vec![(at + 1).to_string()]
                } else {
                    Type::SMALL.wrap(name, (w - 4.0).max(9.0), 3)
                }
            })
            .collect();
        let deep = heads.iter().map(Vec::len).max().unwrap_or(0) as f64;
        let top = 8.0 + deep * Type::SMALL.leading();
        for (at, lines) in heads.iter().enumerate() {
            let x = left + (at as f64 + 0.5) * w;
            let y = top - 5.0 - (lines.len().max(1) - 1) as f64 * Type::SMALL.leading();
            // Numbers that are wider than a narrow column are thinned.
            let thin = numbered && w < 14.0 && (at + 1) % 5 != 0 && at != 0;
            if !thin && lines.iter().all(|line| Type::SMALL.width(line) < w.max(15.0) + 4.0) {
                picture.lines((x, y), Anchor::Middle, Type::SMALL, lines);
            }
        }
        for (at, name) in names.iter().enumerate() {
            let y = top + (at as f64 + 0.5) * h;
            let style = Type { size: 12.0_f64.min(h.max(9.0)), ..Type::BODY };
            picture.text((left - 8.0, y + style.size * 0.35), Anchor::End, style, &style.fit(name, widest));
        }
        let mut crossed = Vec::new();
        // Cells of one shade are one path: thousands of them stay a small picture.
        let (mut shades, mut cells) = (BTreeMap::<(bool, u8), String>::new(), Vec::new());
        for row in 0..rows {
            for column in 0..columns {
                let area = Area { x: left + column as f64 * w, y: top + row as f64 * h, w, h };
                let figure = self.values.get(row).and_then(|cells| cells.get(column)).copied();
                let note = self.notes.get(row).and_then(|cells| cells.get(column));
                match figure.and_then(sane) {
                    Some(figure) => {
                        shades.entry(self.shade(figure)).or_default().push_str(&boxed(inner(area)));
                        cells.push((area, figure, note));
                    }
                    None => {
                        crossed.push(area);
                    }
                }
            }
        }
        for ((below, shade), d) in &shades {
            let depth = f64::from(*shade) / f64::from(SHADES);
            picture.veil(d, side(if *below { -1.0 } else { 1.0 }), 0.04 + depth * 0.56);
        }
        cross(&mut picture, &crossed);
        let mut minus = String::new();
        for (area, figure, note) in cells {
            self.cell(&mut picture, lang, area, figure, note, &mut minus);
        }
        if !minus.is_empty() {
            picture.path(&minus, None, Some(Pen::new(Paint::Ink, 1.2)));
        }
        let foot = top + rows as f64 * h;
        let end = self.scale(&mut picture, lang, (left, foot + 14.0));
        if !crossed.is_empty() && !self.words.unknown.is_empty() {
            cross(&mut picture, &[Area { x: end + 24.0, y: foot + 14.0, w: 14.0, h: 12.0 }]);
            let word = Type::SMALL.fit(&self.words.unknown, (WIDTH - end - 52.0).max(20.0));
            picture.text((end + 44.0, foot + 24.0), Anchor::Start, Type::SMALL, &word);
        }
        let more = Type::SMALL.fit(&self.words.more, WIDTH - 16.0);
        picture.text((8.0, foot + 60.0), Anchor::Start, Type::SMALL, &more);
        let height = foot + if more.is_empty() { 48.0 } else { 66.0 };
        picture.finish((WIDTH, height), &self.title, &self.said(lang, rows, columns))
    }

    fn limit(&self) -> f64 {
        sane(self.limit).filter(|limit| *limit > 0.0).unwrap_or(1.0)
    }

    fn shade(&self, figure: f64) -> (bool, u8) {
        let depth = (figure.abs() / self.limit()).min(1.0);
        (figure < 0.0, (depth * f64::from(SHADES)).round() as u8)
    }

    /// A cell's figure, or the minus of one where it does not fit.
    fn cell(
        &self,
        picture: &mut Picture,
        lang: Lang,
        area: Area,
        figure: f64,
        note: Option<&String>,
        minus: &mut String,
    ) {
        let text = number(lang, figure, 2);
        let style = Type { size: 11.0, ..Type::SMALL.paint(Paint::Ink) };
        let (x, y) = (area.x + area.w / 2.0, area.y + area.h / 2.0);
        if style.width(&text) + 4.0 > area.w || area.h < 13.0 {
            if figure < 0.0 && self.shade(figure).1 > 0 {
                let arm = (area.w * 0.25).min(4.0);
                minus.push_str(&through(&[(x - arm, y), (x + arm, y)]));
            }
            return;
        }
        let small = Type { size: 9.0, ..Type::SMALL.paint(Paint::Ink) };
        match note.filter(|note| !note.is_empty() && area.h >= 28.0 && small.width(note) + 4.0 < area.w) {
            Some(note) => {
                picture.text((x, y), Anchor::Middle, style, &text);
                picture.text((x, y + 11.0), Anchor::Middle, small, note);
            }
            None => picture.text((x, y + 4.0), Anchor::Middle, style, &text),
        }
    }

    /// The key of the colours; returns where it ends.
    fn scale(&self, picture: &mut Picture, lang: Lang, (left, y): (f64, f64)) -> f64 {
        let left = left.min(WIDTH - 260.0);
        for step in 0..9 {
            let share = f64::from(step - 4) / 4.0;
            let area = Area { x: left + f64::from(step) * 22.0, y, w: 21.0, h: 12.0 };
            picture.veil(&boxed(area), side(share), 0.04 + share.abs() * 0.56);
            if share < 0.0 {
                let x = area.x + 10.5;
                picture.line((x - 4.0, y + 6.0), (x + 4.0, y + 6.0), Pen::new(Paint::Ink, 1.2));
            }
            if step % 4 == 0 {
                let end = share * self.limit();
                // A figure of hundreds of digits would be wider than the picture.
                let label = if end.abs() < 1e12 { number(lang, end, 2) } else { value(lang, end) };
                let half = Type::SMALL.width(&label) / 2.0;
                let x = (area.x + 10.5).clamp(half, WIDTH - half);
                picture.text((x, y + 25.0), Anchor::Middle, Type::SMALL, &label);
            }
        }
        left + 9.0 * 22.0
    }

    /// The strongest pairs, for who cannot see the picture.
    fn said(&self, lang: Lang, rows: usize, columns: usize) -> String {
        let mut pairs: Vec<(f64, String)> = Vec::new();
        for (at, row) in self.rows.iter().take(rows).enumerate() {
            for (to, column) in self.columns.iter().take(columns).enumerate() {
                let figure = self.values.get(at).and_then(|cells| cells.get(to)).copied().and_then(sane);
                if let Some(figure) = figure.filter(|_| self.rows != self.columns || to < at) {
                    pairs.push((figure, format!("{row} — {column}: {}", number(lang, figure, 2))));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
        pairs.into_iter().take(20).map(|(_, said)| said).collect::<Vec<_>>().join("; ")
    }
}

fn inner(area: Area) -> Area {
    Area { x: area.x + 0.5, y: area.y + 0.5, w: area.w - 1.0, h: area.h - 1.0 }
}

/// The colour of a figure's side of zero.
pub(crate) fn side(figure: f64) -> Paint {
    if figure < 0.0 { Paint::Hue2 } else { Paint::Hue1 }
}

/// Cells that hold no figure.
fn cross(picture: &mut Picture, cells: &[Area]) {
    if cells.is_empty() {
        return;
    }
    let ground: String = cells.iter().map(|cell| boxed(inner(*cell))).collect();
    let stroke = |&Area { x, y, w, h }: &Area| through(&[(x + 3.0, y + h - 3.0), (x + w - 3.0, y + 3.0)]);
    let strokes: String = cells.iter().map(stroke).collect();
    picture.path(&ground, Some(Paint::Band), None);
    picture.path(&strokes, None, Some(Pen::new(Paint::Muted, 0.8)));
}
