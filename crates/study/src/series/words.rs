//! The methods' names.

use super::found::Study;
use locale::{Lang, t};

impl Study {
    /// The method in words.
    pub(super) fn named(&self, lang: Lang) -> String {
        match self.method.as_str() {
            "cross" => t!(lang, "series-cross"),
            "adf" => t!(lang, "series-roots"),
            "season" => t!(lang, "series-season"),
            "decompose" => t!(lang, "series-decompose"),
            "forecast" => t!(lang, "series-forecast"),
            "ets" => t!(lang, "series-ets"),
            "arima" => t!(lang, "series-arima"),
            "holt-winters" => t!(lang, "series-holt-winters"),
            "theta" => t!(lang, "series-theta"),
            "changepoints" => t!(lang, "series-changepoints"),
            "breaks" => t!(lang, "series-breakpoints"),
            "outliers" => t!(lang, "series-outlying"),
            "granger" => t!(lang, "series-granger"),
            "event" => t!(lang, "series-event"),
            _ => t!(lang, "series-acf"),
        }
    }
}
