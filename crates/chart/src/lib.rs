//! A chart's spec to SVG: one picture for page, PDF and export.
//!
//! A spec is plain data: figures, days, and the words that stand in the picture (this crate knows no
//! catalogue). Its `svg(lang)` is an `<svg>` element as text, which
//!
//! - is inlined in a page, in light and dark: every coloured element carries a class that [`palette::css`] repaints;
//! - is printed on paper: the same elements carry presentation attributes, and use no style sheet, no
//!   `foreignObject` and no identifiers, so that several stand in one document;
//! - is exported as it is.
//!
//! Where bars, cards and arrows have an `href`, they are links that carry what they stand for in `data-` attributes, so
//! that a page can let a person draw on the picture.
//!
//! Nothing here fails: an empty spec is an empty picture, a figure that is not finite is not drawn, a name that
//! nothing bears is passed over.
//!
//! ```
//! use chart::Sparkline;
//! use jiff::civil::date;
//! let picture = Sparkline {
//!     title: "Time of first reply".into(),
//!     points: vec![(date(2026, 1, 5), 62.0), (date(2026, 2, 2), 48.0)],
//!     target: Some(40.0),
//! };
//! assert!(picture.svg(locale::Lang::En).starts_with("<svg"));
//! ```

mod draw;
pub mod fonts;
mod gantt;
mod key;
mod live;
mod mark;
pub mod palette;
mod place;
mod scale;
mod series;
mod sparkline;
mod strategy_map;
pub mod text;
mod time;
mod timeline;
mod tree;

pub use gantt::{Bar, Gantt, GanttWords, Group};
pub use mark::{Mark, State, StateWords};
pub use series::{Estimate, Series, SeriesWords};
pub use sparkline::Sparkline;
pub use strategy_map::{Arrow, Band, Card, Link, MapWords, StrategyMap};
pub use timeline::{Lane, Span, Timeline, TimelineWords};
pub use tree::{Node, Tone, Tree};
