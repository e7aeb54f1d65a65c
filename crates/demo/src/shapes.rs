//! The shape of each KPI's synthetic figures: where it stood before the plan, where it has come to, its year.

/// How often a figure is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rhythm {
    /// For each week, dated by the Sunday that ends it.
    Week,
    /// For each month, dated by its last day.
    Month,
    /// For each quarter, dated by its last day.
    Quarter,
}

/// One KPI.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Its id.
    pub kpi: &'static str,
    /// How often it is read.
    pub rhythm: Rhythm,
    /// The level until the plan began, on 31 December 2025: the KPI's baseline.
    pub before: f64,
    /// The level reached by the last week.
    pub now: f64,
    /// Whether most of the way was made early; otherwise evenly.
    pub early: bool,
    /// Height of the yearly season over its mean, and the part of the year, 0 to 1, at which it is highest.
    pub season: (f64, f64),
    /// Standard deviation about level and season.
    pub noise: f64,
    /// Digits behind the decimal point.
    pub digits: u8,
}

/// A relation built into the figures.
#[derive(Debug, Clone, Copy)]
pub struct Lead {
    /// The checkpoint that moves first.
    pub checkpoint: &'static str,
    /// The terminal KPI that follows.
    pub terminal: &'static str,
    /// Weeks between the two.
    pub weeks: usize,
    /// Correlation of the deviations at that distance.
    pub strength: f64,
}

/// Pairs with a relation. Any other pair has none, `reactions` → `pump_enquiries` among them: the checkpoint
/// that looks lively and tells nothing.
pub const LEADS: &[Lead] = &[
    Lead { checkpoint: "first_reply", terminal: "repeat_share", weeks: 3, strength: -0.8 },
    Lead { checkpoint: "guide_readers", terminal: "pump_enquiries", weeks: 4, strength: 0.75 },
    Lead { checkpoint: "contract_visits", terminal: "contracts_asked", weeks: 2, strength: 0.7 },
];

const fn shape(kpi: &'static str, rhythm: Rhythm, before: f64, now: f64, noise: f64, digits: u8) -> Shape {
    Shape { kpi, rhythm, before, now, early: false, season: (0.0, 0.0), noise, digits }
}

impl Shape {
    const fn early(self) -> Self {
        Shape { early: true, ..self }
    }

    const fn season(self, height: f64, peak: f64) -> Self {
        Shape { season: (height, peak), ..self }
    }
}

use Rhythm::{Month, Quarter, Week};

/// All KPIs of the demonstration, in the order of its text.
#[rustfmt::skip]
pub const SHAPES: &[Shape] = &[
    // terminal
    shape("settled_online", Month, 38.0, 45.0, 0.7, 1),
    shape("review_rating", Month, 3.9, 4.15, 0.02, 2),
    shape("active_installers", Week, 140.0, 285.0, 11.0, 0).season(10.0, 0.9),
    shape("regional_awareness", Quarter, 12.0, 17.5, 0.5, 1),
    shape("contracts_asked", Week, 22.0, 35.0, 3.0, 0).season(4.0, 0.8),
    shape("defects_first", Month, 15.0, 27.0, 2.0, 0),
    shape("repeat_share", Week, 18.0, 20.4, 0.6, 1),
    shape("pump_enquiries", Week, 35.0, 62.0, 5.0, 0).season(6.0, 0.3),
    shape("share_of_voice", Month, 11.0, 12.6, 0.4, 1),
    shape("regional_enquiries", Month, 20.0, 31.0, 1.5, 1),
    shape("engineer_applications", Month, 6.0, 8.0, 1.0, 0),
    // checkpoints
    shape("first_reply", Week, 95.0, 47.0, 4.5, 0).early().season(5.0, 0.04),
    shape("answered_in_day", Week, 59.0, 78.0, 1.4, 1).early(),
    shape("reviews_answered", Week, 34.0, 84.0, 2.5, 1).early(),
    shape("club_answers", Week, 45.0, 106.0, 5.0, 0).early(),
    shape("regional_reach", Week, 30.0, 150.0, 7.0, 0),
    shape("contract_visits", Week, 620.0, 960.0, 40.0, 0).early().season(70.0, 0.8),
    shape("signals_passed", Month, 9.0, 24.0, 1.3, 0),
    shape("guide_readers", Week, 90.0, 330.0, 20.0, 0),
    shape("reactions", Week, 42.0, 48.0, 3.0, 1),
    shape("citations", Month, 3.0, 6.0, 0.8, 0),
    shape("dealer_pages", Month, 11.0, 27.0, 1.0, 0),
    shape("diary_shares", Month, 40.0, 55.0, 4.0, 0),
    // measures of the scorecard
    shape("visits_saved", Month, 210.0, 305.0, 10.0, 0),
    shape("reach_cost", Month, 100.0, 91.0, 2.0, 0),
    shape("unasked_themes", Quarter, 1.0, 4.0, 0.3, 0),
    shape("changes_made", Quarter, 2.0, 5.0, 0.4, 0),
    shape("reaction_time", Quarter, 21.0, 11.0, 0.8, 0),
    shape("cleanup_share", Month, 22.0, 13.0, 0.8, 1),
    shape("handoffs_in_time", Month, 48.0, 73.0, 1.8, 0),
    shape("models_in_use", Quarter, 1.0, 3.0, 0.2, 0),
    shape("second_holders", Quarter, 6.0, 8.2, 0.0, 0),
    shape("joined_records", Month, 8.0, 55.0, 1.8, 0),
];
