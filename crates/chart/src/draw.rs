//! The pen: SVG elements with presentation attributes for paper and classes for the page.

use crate::palette::{Paint, Theme};
use crate::text;
use std::fmt::Write;

/// Where a text's `x` is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(crate) struct Type {
    pub size: f64,
    pub bold: bool,
    pub paint: Paint,
}

impl Type {
    pub const BODY: Type = Type { size: 12.0, bold: false, paint: Paint::Ink };
    pub const SMALL: Type = Type { size: 11.0, bold: false, paint: Paint::Muted };
    pub const HEAD: Type = Type { size: 13.0, bold: true, paint: Paint::Ink };

    pub const fn paint(self, paint: Paint) -> Type {
        Type { paint, ..self }
    }

    pub const fn bold(self) -> Type {
        Type { bold: true, ..self }
    }

    pub fn width(self, line: &str) -> f64 {
        text::width(line, self.size, self.bold)
    }

    pub fn fit(self, line: &str, max: f64) -> String {
        text::fit(line, self.size, self.bold, max)
    }

    pub fn wrap(self, line: &str, max: f64, lines: usize) -> Vec<String> {
        text::wrap(line, self.size, self.bold, max, lines)
    }

    pub fn balanced(self, line: &str, max: f64, lines: usize) -> Vec<String> {
        text::balanced(line, self.size, self.bold, max, lines)
    }

    /// From one baseline to the next.
    pub fn leading(self) -> f64 {
        (self.size * 1.25).round()
    }
}

/// How an outline is drawn.
#[derive(Clone, Copy)]
pub(crate) struct Pen {
    pub paint: Paint,
    pub width: f64,
    pub dash: &'static str,
}

impl Pen {
    pub const fn new(paint: Paint, width: f64) -> Pen {
        Pen { paint, width, dash: "" }
    }

    pub const fn dash(self, dash: &'static str) -> Pen {
        Pen { dash, ..self }
    }
}

/// A picture being drawn.
#[derive(Default)]
pub(crate) struct Picture {
    pub body: String,
}

impl Picture {
    pub fn line(&mut self, (x1, y1): (f64, f64), (x2, y2): (f64, f64), pen: Pen) {
        self.path(&format!("M{} {}L{} {}", n(x1), n(y1), n(x2), n(y2)), None, Some(pen));
    }

    pub fn rect(&mut self, area: Area, radius: f64, fill: Option<Paint>, pen: Option<Pen>) {
        let Area { x, y, w, h } = area;
        let _ = write!(
            self.body,
            r#"<rect x="{}" y="{}" width="{}" height="{}""#,
            n(x),
            n(y),
            n(w.max(0.0)),
            n(h.max(0.0))
        );
        if radius > 0.0 {
            let _ = write!(self.body, r#" rx="{}""#, n(radius));
        }
        self.paint(fill, pen);
        self.body.push_str("/>");
    }

    pub fn path(&mut self, d: &str, fill: Option<Paint>, pen: Option<Pen>) {
        let _ = write!(self.body, r#"<path d="{d}""#);
        self.paint(fill, pen);
        self.body.push_str("/>");
    }

    /// A filled area that what lies behind shines through.
    pub fn veil(&mut self, d: &str, fill: Paint, opacity: f64) {
        let _ = write!(self.body, r#"<path d="{d}" fill-opacity="{}""#, n(opacity));
        self.paint(Some(fill), None);
        self.body.push_str("/>");
    }

    /// An open line through points; nothing for fewer than two.
    pub fn polyline(&mut self, points: &[(f64, f64)], pen: Pen) {
        if points.len() > 1 {
            self.path(&through(points), None, Some(pen));
        }
    }

    pub fn circle(&mut self, (x, y): (f64, f64), r: f64, fill: Paint) {
        let _ = write!(self.body, r#"<circle cx="{}" cy="{}" r="{}""#, n(x), n(y), n(r));
        self.paint(Some(fill), None);
        self.body.push_str("/>");
    }

    /// A disc that what lies behind shines through.
    pub fn disc(&mut self, (x, y): (f64, f64), r: f64, fill: Paint, opacity: f64) {
        let _ = write!(
            self.body,
            r#"<circle cx="{}" cy="{}" r="{}" fill-opacity="{}""#,
            n(x),
            n(y),
            n(r),
            n(opacity)
        );
        self.paint(Some(fill), None);
        self.body.push_str("/>");
    }

    /// One line of text on the baseline `y`. Arrows, which the faces lack, are drawn.
    pub fn text(&mut self, (x, y): (f64, f64), anchor: Anchor, style: Type, line: &str) {
        let line = text::clean(line);
        if !line.contains('→') {
            return self.run(x, y, anchor, style, &line);
        }
        let mut x = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - style.width(&line) / 2.0,
            Anchor::End => x - style.width(&line),
        };
        for (at, run) in line.split('→').enumerate() {
            if at > 0 {
                self.inline_arrow(x, y, style);
                x += text::ARROW * style.size;
            }
            // A space at an end of a run is not drawn, but keeps its width.
            let lead = style.width(run) - style.width(run.trim_start());
            self.run(x + lead, y, Anchor::Start, style, run.trim());
            x += style.width(run);
        }
    }

    fn inline_arrow(&mut self, x: f64, y: f64, style: Type) {
        let (size, middle) = (style.size, y - style.size * 0.28);
        let (start, end, head) = (x + size * 0.08, x + size * 0.92, size * 0.22);
        let d = format!(
            "M{} {m}H{e}M{} {}L{e} {m}L{} {}",
            n(start),
            n(end - head),
            n(middle - head),
            n(end - head),
            n(middle + head),
            e = n(end),
            m = n(middle),
        );
        self.path(&d, None, Some(Pen::new(style.paint, size * if style.bold { 0.12 } else { 0.08 })));
    }

    fn run(&mut self, x: f64, y: f64, anchor: Anchor, style: Type, line: &str) {
        if line.is_empty() {
            return;
        }
        let _ = write!(
            self.body,
            r#"<text x="{}" y="{}" font-family="PT Sans, sans-serif" font-size="{}""#,
            n(x),
            n(y),
            n(style.size)
        );
        if style.bold {
            self.body.push_str(r#" font-weight="700""#);
        }
        match anchor {
            Anchor::Start => {}
            Anchor::Middle => self.body.push_str(r#" text-anchor="middle""#),
            Anchor::End => self.body.push_str(r#" text-anchor="end""#),
        }
        self.paint(Some(style.paint), None);
        let _ = write!(self.body, ">{}</text>", escape(line));
    }

    /// Lines one under the other, the first on the baseline `y`.
    pub fn lines(&mut self, (x, y): (f64, f64), anchor: Anchor, style: Type, lines: &[String]) {
        for (at, line) in lines.iter().enumerate() {
            self.text((x, y + at as f64 * style.leading()), anchor, style, line);
        }
    }

    /// What `draw` draws, with a word that shows under the pointer.
    pub fn titled(&mut self, title: &str, draw: impl FnOnce(&mut Self)) {
        let _ = write!(self.body, "<g><title>{}</title>", escape(&text::clean(title)));
        draw(self);
        self.body.push_str("</g>");
    }

    fn paint(&mut self, fill: Option<Paint>, pen: Option<Pen>) {
        let mut class = fill.map(|paint| paint.class().to_owned()).unwrap_or_default();
        let fill = fill.map_or("none", |paint| paint.hex(Theme::Light));
        let _ = write!(self.body, r#" fill="{fill}""#);
        if let Some(pen) = pen {
            let hex = pen.paint.hex(Theme::Light);
            let _ = write!(self.body, r#" stroke="{hex}" stroke-width="{}""#, n(pen.width));
            if !pen.dash.is_empty() {
                let _ = write!(self.body, r#" stroke-dasharray="{}""#, pen.dash);
            }
            self.body.push_str(r#" stroke-linejoin="round""#);
            if !class.is_empty() {
                class.push(' ');
            }
            class.push_str(pen.paint.class());
            class.push_str("-line");
        }
        let _ = write!(self.body, r#" class="{class}""#);
    }

    /// The whole picture, `w` by `h`.
    pub fn finish(self, (w, h): (f64, f64), title: &str, description: &str) -> String {
        let (w, h) = (n(w.ceil()), n(h.ceil()));
        let (title, description) = (escape(&text::clean(title)), escape(&text::clean(description)));
        let body = self.body;
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img" font-family="PT Sans, sans-serif" font-size="12"><title>{title}</title><desc>{description}</desc>{body}</svg>"#
        )
    }
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    pub x: f64,
    pub y: f64,
    pub w: f64,
    pub h: f64,
}

impl Area {
    pub fn meets(&self, other: &Area) -> bool {
        self.x < other.x + other.w
            && other.x < self.x + self.w
            && self.y < other.y + other.h
            && other.y < self.y + self.h
    }

    pub fn within(&self, other: &Area) -> bool {
        self.x >= other.x
            && self.y >= other.y
            && self.x + self.w <= other.x + other.w
            && self.y + self.h <= other.y + other.h
    }
}

/// A path's `d` through points.
pub(crate) fn through(points: &[(f64, f64)]) -> String {
    let mut d = String::new();
    for (at, (x, y)) in points.iter().enumerate() {
        let _ = write!(d, "{}{} {}", if at == 0 { 'M' } else { 'L' }, n(*x), n(*y));
    }
    d
}

/// A closed path's `d` through points.
pub(crate) fn closed(points: &[(f64, f64)]) -> String {
    if points.is_empty() { String::new() } else { format!("{}Z", through(points)) }
}

/// A rectangle's `d`.
pub(crate) fn boxed(Area { x, y, w, h }: Area) -> String {
    format!("M{} {}H{}V{}H{}Z", n(x), n(y), n(x + w), n(y + h), n(x))
}

/// A path's `d` through points with right angles, its corners rounded by at most `radius`.
pub(crate) fn rounded(points: &[(f64, f64)], radius: f64) -> String {
    let Some(&first) = points.first() else { return String::new() };
    let mut d = format!("M{} {}", n(first.0), n(first.1));
    for three in points.windows(3) {
        let ((ax, ay), (bx, by), (cx, cy)) = (three[0], three[1], three[2]);
        let (before, after) = ((bx - ax).hypot(by - ay), (cx - bx).hypot(cy - by));
        let r = radius.min(before / 2.0).min(after / 2.0);
        if r < 0.5 {
            let _ = write!(d, "L{} {}", n(bx), n(by));
            continue;
        }
        let (from, to) = (
            (bx + (ax - bx) * r / before, by + (ay - by) * r / before),
            (bx + (cx - bx) * r / after, by + (cy - by) * r / after),
        );
        let _ = write!(d, "L{} {}Q{} {} {} {}", n(from.0), n(from.1), n(bx), n(by), n(to.0), n(to.1));
    }
    if let [.., last] = points {
        let _ = write!(d, "L{} {}", n(last.0), n(last.1));
    }
    d
}

/// An arrow head's `d`, its point at `(x, y)`, going along `(dx, dy)` of length one.
pub(crate) fn head((x, y): (f64, f64), (dx, dy): (f64, f64), size: f64) -> String {
    let (bx, by) = (x - dx * size, y - dy * size);
    let (sx, sy) = (-dy * size * 0.45, dx * size * 0.45);
    format!("M{} {}L{} {}L{} {}Z", n(x), n(y), n(bx + sx), n(by + sy), n(bx - sx), n(by - sy))
}

/// A coordinate: two digits after the point are finer than any printer.
pub(crate) fn n(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    // Hundredths are written as whole numbers: a picture has thousands of coordinates, and decimal digits of floats are
    // dear. No picture is larger than what these hold.
    let hundredths = (value * 100.0).round().clamp(-1e15, 1e15) as i64;
    let (whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let sign = if hundredths < 0 { "-" } else { "" };
    match (part, part % 10) {
        (0, _) => format!("{sign}{whole}"),
        (_, 0) => format!("{sign}{whole}.{}", part / 10),
        _ => format!("{sign}{whole}.{part:02}"),
    }
}

/// Text that stands for itself, in an element or in any quotes. A sign that XML cannot hold becomes U+FFFD: a picture that
/// no program reads would take its document along.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            sign if sign.is_control() => out.push('\u{fffd}'),
            sign => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_short_and_finite() {
        assert_eq!(
            [n(1.0), n(-0.001), n(-2.346), n(3.5), n(0.07), n(f64::NAN)],
            ["1", "0", "-2.35", "3.5", "0.07", "0"].map(str::to_owned)
        );
    }

    #[test]
    fn no_text_is_more_than_text() {
        assert_eq!(escape("<a b='\"'>&\n\u{1}"), "&lt;a b=&#39;&quot;&#39;&gt;&amp; \u{fffd}");
    }

    #[test]
    fn an_arrow_in_a_text_is_drawn() {
        let mut picture = Picture::default();
        picture.text((10.0, 20.0), Anchor::End, Type::BODY, "45 → 38 <мин>");
        let svg = picture.finish((100.0, 40.0), "", "");
        assert!(!svg.contains('→') && svg.contains(">45</text>") && svg.contains(">38 &lt;мин&gt;</text>"));
    }

    #[test]
    fn a_fill_and_a_line_have_their_classes() {
        let mut picture = Picture::default();
        let area = Area { x: 0.0, y: 0.0, w: 5.0, h: 5.0 };
        picture.rect(area, 2.0, Some(Paint::Card), Some(Pen::new(Paint::Bad, 1.0)));
        assert!(picture.body.contains(r#"class="face bad-line""#));
    }
}
