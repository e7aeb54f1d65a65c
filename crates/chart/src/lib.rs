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

mod axis;
mod biplot;
mod boxplot;
mod cluster_map;
mod coefficients;
mod correlogram;
mod dendrogram;
mod draw;
pub mod fonts;
mod gantt;
mod heatmap;
mod histogram;
mod key;
mod lines;
mod live;
mod loadings;
mod mark;
pub mod palette;
mod place;
mod plot;
mod power;
mod profile;
mod residuals;
mod scale;
mod scatter;
mod scatter_matrix;
mod scree;
mod series;
mod silhouette;
mod smooth;
mod sparkline;
mod strategy_map;
pub mod text;
mod thin;
mod time;
mod timeline;
mod tree;

pub use axis::{Axis, Fitted, Rule};
pub use biplot::{Biplot, Vector};
pub use boxplot::{BoxPlot, BoxWords, Sample};
pub use cluster_map::{ClusterMap, Outline};
pub use coefficients::{Coefficient, CoefficientWords, Coefficients};
pub use correlogram::{Correlogram, LagPanel};
pub use dendrogram::{Dendrogram, DendrogramWords, Merge};
pub use gantt::{Bar, Gantt, GanttWords, Group};
pub use heatmap::{Heatmap, HeatmapWords};
pub use histogram::{Bin, Histogram, HistogramWords};
pub use lines::{Across, Line, LineWords, Lines, day};
pub use loadings::{LoadingWords, Loadings};
pub use mark::{Mark, State, StateWords};
pub use power::{Power, PowerWords};
pub use profile::{Profile, ProfileGroup, ProfileWords};
pub use residuals::{ResidualWords, Residuals};
pub use scatter::{Cloud, Fit, Scatter, ScatterWords};
pub use scatter_matrix::ScatterMatrix;
pub use scree::{Scree, ScreeWords};
pub use series::{Estimate, Series, SeriesWords};
pub use silhouette::{Silhouette, SilhouetteGroup, SilhouetteWords};
pub use sparkline::Sparkline;
pub use strategy_map::{Arrow, Band, Card, Link, MapWords, StrategyMap};
pub use timeline::{Lane, Span, Timeline, TimelineWords};
pub use tree::{Node, Tone, Tree};
