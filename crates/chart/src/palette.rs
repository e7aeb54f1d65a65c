//! The colours, all of them, in light and dark.
//!
//! An element that is filled has the paint's class (`ink`), one that is drawn in outline has the class with
//! `-line` (`ink-line`); one that is both has both. Presentation attributes hold the light colours, for paper.

/// What a colour is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// Text and what is certain.
    Ink,
    /// Text that steps back.
    Muted,
    /// Lines that guide the eye.
    Grid,
    /// The subject of the picture.
    Accent,
    /// What is missed or wrong.
    Bad,
    /// What is under threat.
    Risk,
    /// The face of a card.
    Card,
    /// The ground of a band.
    Band,
    /// The ground of the picture.
    Paper,
    /// The first of the five groups that are told apart; also what is above the middle of a scale with two sides.
    Hue1,
    /// The second group; also what is below the middle of a scale with two sides.
    Hue2,
    /// The third group.
    Hue3,
    /// The fourth group.
    Hue4,
    /// The fifth group.
    Hue5,
}

/// The page's ground: light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark on white, and on paper.
    Light,
    /// Light on dark.
    Dark,
}

impl Paint {
    /// Every paint.
    pub const ALL: [Paint; 14] = [
        Paint::Ink,
        Paint::Muted,
        Paint::Grid,
        Paint::Accent,
        Paint::Bad,
        Paint::Risk,
        Paint::Card,
        Paint::Band,
        Paint::Paper,
        Paint::Hue1,
        Paint::Hue2,
        Paint::Hue3,
        Paint::Hue4,
        Paint::Hue5,
    ];

    /// The colours of groups: after Okabe and Ito, told apart with any kind of colour blindness; a group has a shape too.
    pub const HUES: [Paint; 5] = [Paint::Hue1, Paint::Hue2, Paint::Hue3, Paint::Hue4, Paint::Hue5];

    /// The class of an element filled with it; outlines add `-line`.
    pub const fn class(self) -> &'static str {
        match self {
            Paint::Ink => "ink",
            Paint::Muted => "muted",
            Paint::Grid => "grid",
            Paint::Accent => "accent",
            Paint::Bad => "bad",
            Paint::Risk => "risk",
            Paint::Card => "face",
            Paint::Band => "band",
            Paint::Paper => "paper",
            Paint::Hue1 => "hue1",
            Paint::Hue2 => "hue2",
            Paint::Hue3 => "hue3",
            Paint::Hue4 => "hue4",
            Paint::Hue5 => "hue5",
        }
    }

    /// The colour, as `#rrggbb`.
    pub const fn hex(self, theme: Theme) -> &'static str {
        let (light, dark) = match self {
            Paint::Ink => ("#1d2733", "#e6ebf0"),
            Paint::Muted => ("#5c6b7a", "#9fb0c0"),
            Paint::Grid => ("#d9dfe5", "#37475a"),
            Paint::Accent => ("#0b5fa5", "#6db3f2"),
            Paint::Bad => ("#b3261e", "#ff8f87"),
            Paint::Risk => ("#9a6700", "#e3ab45"),
            Paint::Card => ("#ffffff", "#27394d"),
            Paint::Band => ("#f5f8fa", "#1e2d3f"),
            Paint::Paper => ("#ffffff", "#182433"),
            Paint::Hue1 => ("#0b5fa5", "#6db3f2"),
            Paint::Hue2 => ("#cc5500", "#f2924a"),
            Paint::Hue3 => ("#008763", "#3cc9a0"),
            Paint::Hue4 => ("#a8508f", "#dc9ccb"),
            Paint::Hue5 => ("#4a5560", "#c8d1da"),
        };
        match theme {
            Theme::Light => light,
            Theme::Dark => dark,
        }
    }
}

/// Rules that paint every picture under `scope` (a selector such as `[data-bs-theme=dark] .chart`).
///
/// Light needs none: the attributes already say it. A page that has its own colours gives its own rules.
pub fn css(scope: &str, theme: Theme) -> String {
    let mut rules = String::new();
    for paint in Paint::ALL {
        let (class, hex) = (paint.class(), paint.hex(theme));
        rules.push_str(&format!("{scope} .{class}{{fill:{hex}}}{scope} .{class}-line{{stroke:{hex}}}\n"));
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance by WCAG 2.
    fn luminance(hex: &str) -> f64 {
        let part = |at: usize| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    #[test]
    fn what_is_read_has_contrast_aa_on_every_ground() {
        for theme in [Theme::Light, Theme::Dark] {
            for paint in [Paint::Ink, Paint::Muted, Paint::Accent, Paint::Bad, Paint::Risk] {
                for ground in [Paint::Paper, Paint::Card, Paint::Band] {
                    let (a, b) = (luminance(paint.hex(theme)), luminance(ground.hex(theme)));
                    let ratio = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                    assert!(ratio >= 4.5, "{paint:?} on {ground:?}, {theme:?}: {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn what_is_only_seen_has_three_to_one() {
        for (theme, paint) in
            [Theme::Light, Theme::Dark].into_iter().flat_map(|t| Paint::HUES.map(|p| (t, p)))
        {
            let (a, b) = (luminance(paint.hex(theme)), luminance(Paint::Paper.hex(theme)));
            assert!((a.max(b) + 0.05) / (a.min(b) + 0.05) >= 3.0, "{paint:?}, {theme:?}");
        }
    }

    #[test]
    fn a_style_sheet_paints_fills_and_lines() {
        let rules = css(".dark .chart", Theme::Dark);
        assert!(rules.contains(".dark .chart .bad{fill:#ff8f87}.dark .chart .bad-line{stroke:#ff8f87}"));
    }
}
