//! Room for labels: each is put where nothing stands yet, or left out.

use crate::draw::{Anchor, Area, Picture, Type};
use crate::palette::Paint;

/// What is taken, inside bounds.
pub(crate) struct Room {
    bounds: Area,
    taken: Vec<Area>,
}

impl Room {
    pub fn new(bounds: Area) -> Room {
        Room { bounds, taken: Vec::new() }
    }

    pub fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// Takes what a line through points covers.
    pub fn take_line(&mut self, points: &[(f64, f64)]) {
        for pair in points.windows(2) {
            let ((ax, ay), (bx, by)) = (pair[0], pair[1]);
            let steps = ((bx - ax).hypot(by - ay) / 8.0).ceil().clamp(1.0, 200.0) as i32;
            for at in 0..=steps {
                let share = f64::from(at) / f64::from(steps);
                self.take(Area {
                    x: ax + (bx - ax) * share - 1.5,
                    y: ay + (by - ay) * share - 1.5,
                    w: 3.0,
                    h: 3.0,
                });
            }
        }
    }

    /// Whether an area lies inside the bounds.
    pub fn holds(&self, area: &Area) -> bool {
        area.within(&self.bounds)
    }

    /// The first of the areas that is free; it is then taken.
    pub fn first_free(&mut self, areas: &[Area]) -> Option<Area> {
        let free = |area: &&Area| area.within(&self.bounds) && !self.taken.iter().any(|t| t.meets(area));
        let found = areas.iter().find(free).copied()?;
        self.taken.push(found);
        Some(found)
    }

    /// Writes a label around a mark of half-width `r`, wherever it is free first, above rather than below.
    pub fn label(
        &mut self,
        picture: &mut Picture,
        (x, y): (f64, f64),
        r: f64,
        style: Type,
        label: &str,
    ) -> bool {
        let (w, h) = (style.width(label) + 4.0, style.size + 3.0);
        let held = (x - w / 2.0).min(self.bounds.x + self.bounds.w - w).max(self.bounds.x);
        let (above, below) = (y - r - h - 1.0, y + r + 1.0);
        let areas = [
            Area { x: held, y: above, w, h },
            Area { x: held, y: below, w, h },
            Area { x: x + 2.0, y: above, w, h },
            Area { x: x + 2.0, y: below, w, h },
            Area { x: x - w - 2.0, y: above, w, h },
            Area { x: x - w - 2.0, y: below, w, h },
            Area { x: x + r + 2.0, y: y - h / 2.0, w, h },
            Area { x: x - r - 2.0 - w, y: y - h / 2.0, w, h },
            Area { x: held, y: y - r - 2.0 * h - 1.0, w, h },
            Area { x: held, y: y + r + h + 1.0, w, h },
        ];
        let found = self.first_free(&areas);
        if let Some(area) = found {
            write(picture, area, style, label);
        }
        found.is_some()
    }
}

/// Writes a label into its area, on a ground that hides what lies behind.
pub(crate) fn write(picture: &mut Picture, area: Area, style: Type, label: &str) {
    let Area { x, y, w, h } = area;
    let d = crate::draw::through(&[(x, y), (x + w, y), (x + w, y + h), (x, y + h)]);
    picture.veil(&format!("{d}Z"), Paint::Paper, 0.8);
    picture.text((x + 2.0, y + h - style.size * 0.25 - 1.0), Anchor::Start, style, label);
}
