//! What a column of answers is.

use crate::{Head, figure};
use locale::{Lang, number, t};

/// What a column of answers is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Title {
    /// What is expected.
    Fitted,
    /// The same on the line of a generalized model.
    Linear,
    /// The ends of its interval there.
    LinearLow,
    LinearHigh,
    /// Its standard error.
    Error,
    /// The ends of the interval of a mean.
    Low,
    High,
    /// The ends of the interval of a single row.
    OneLow,
    OneHigh,
    /// A quantile, and the ends of its interval.
    Quantile(f64),
    QuantileLow(f64),
    QuantileHigh(f64),
    /// What is expected under a penalty.
    Penalty(f64),
    /// The score of a factor.
    Score(String),
    /// The number of the cluster, from 1; nought is none.
    Cluster,
    /// How far it is from its centre.
    Distance,
    /// How likely it belongs there.
    Share,
    /// How likely it belongs to a cluster, from 1.
    ShareOf(usize),
}

impl Title {
    /// Its name for machines and for people.
    pub(super) fn head(&self, lang: Lang) -> Head {
        match self {
            Title::Fitted => Head::new("fitted", t!(lang, "stats-new-fitted")),
            Title::Linear => Head::new("linear", t!(lang, "stats-new-linear")),
            Title::LinearLow => Head::new("linear_low", t!(lang, "stats-new-linear-low")),
            Title::LinearHigh => Head::new("linear_high", t!(lang, "stats-new-linear-high")),
            Title::Error => Head::new("std_error", t!(lang, "stats-new-error")),
            Title::Low => Head::new("conf_low", t!(lang, "stats-new-low")),
            Title::High => Head::new("conf_high", t!(lang, "stats-new-high")),
            Title::OneLow => Head::new("pred_low", t!(lang, "stats-new-one-low")),
            Title::OneHigh => Head::new("pred_high", t!(lang, "stats-new-one-high")),
            Title::Quantile(tau) => {
                let title = t!(lang, "stats-new-quantile", tau = number(lang, *tau, 2));
                Head::new(format!("fitted_{tau}"), title)
            }
            Title::QuantileLow(tau) => {
                let title = t!(lang, "stats-new-quantile-low", tau = number(lang, *tau, 2));
                Head::new(format!("conf_low_{tau}"), title)
            }
            Title::QuantileHigh(tau) => {
                let title = t!(lang, "stats-new-quantile-high", tau = number(lang, *tau, 2));
                Head::new(format!("conf_high_{tau}"), title)
            }
            Title::Penalty(lambda) => Head::new(
                format!("fitted_{lambda}"),
                t!(lang, "stats-new-penalty", lambda = figure(lang, *lambda)),
            ),
            Title::Score(name) => Head::new(format!("fitted_{}", name.to_lowercase()), name.clone()),
            Title::Cluster => Head::new("cluster", t!(lang, "stats-new-cluster")),
            Title::Distance => Head::new("distance", t!(lang, "stats-new-distance")),
            Title::Share => Head::new("probability", t!(lang, "stats-new-share")),
            Title::ShareOf(cluster) => Head::new(
                format!("probability_{cluster}"),
                t!(lang, "stats-new-share-of", cluster = *cluster),
            ),
        }
    }
}
