//! The assumptions of a linear model, held against its residuals.

use crate::{Head, Sheet, Style, Value};
use locale::{Lang, t};
use stats::regress::{
    Check, Design, Fit, Influence, Observed, breusch_godfrey, breusch_pagan, durbin_watson, influence,
    jarque_bera, rainbow, reset, white,
};

/// The checks that could be made, and the influence of rows.
pub(super) struct Checks {
    /// Those that the data allowed.
    pub(super) all: Vec<Check>,
    /// Nothing where there are no rows to spare.
    pub(super) influence: Option<Influence>,
}

/// White's test has a column for each pair: beyond so many columns it says little.
const PAIRS: usize = 12;

impl Checks {
    pub(super) fn of(fit: &Fit, design: &Design, observed: &Observed) -> Self {
        let mut asked = vec![
            breusch_pagan(fit, design, observed, true),
            durbin_watson(fit, observed),
            breusch_godfrey(fit, design, observed, 1, false),
            reset(fit, design, observed, &[2, 3]),
            rainbow(fit, design, None),
            jarque_bera(observed),
        ];
        if fit.rank() <= PAIRS {
            asked.insert(1, white(fit, design, observed));
        }
        // A check that the data cannot bear (too few rows, an exact fit) is left out; the coefficients stand without it.
        Checks { all: asked.into_iter().flatten().collect(), influence: influence(fit, observed).ok() }
    }

    /// The p of a check; one where it could not be made.
    pub(super) fn p(&self, method: &str) -> f64 {
        self.all.iter().find(|check| check.method == method).map_or(1.0, |check| check.p)
    }

    /// The table of checks, each with what it says.
    pub(super) fn sheet(&self, lang: Lang) -> Sheet {
        let row = |check: &Check| {
            let held = check.p.is_nan() || check.p >= 0.05;
            vec![
                Value::Text(name(check.method, lang)),
                Value::Number(check.statistic),
                Value::Text(check.df.iter().map(|df| format!("{df}")).collect::<Vec<_>>().join("; ")),
                Value::P(check.p),
                Value::Text(if held { t!(lang, "regress-check-held") } else { broken(check.method, lang) }),
            ]
        };
        Sheet {
            name: "checks".to_owned(),
            title: t!(lang, "regress-checks"),
            heads: vec![
                Head::new("method", t!(lang, "regress-head-check")),
                Head::new("statistic", t!(lang, "regress-head-statistic")),
                Head::new("df", t!(lang, "regress-head-df")),
                Head::new("p_value", "p"),
                Head::new("says", t!(lang, "regress-head-says")),
            ],
            rows: self.all.iter().map(row).collect(),
            style: Style::Rows,
            note: t!(lang, "regress-checks-note"),
        }
    }
}

fn name(method: &str, lang: Lang) -> String {
    match method {
        "breusch-pagan" => t!(lang, "regress-breusch-pagan"),
        "white" => t!(lang, "regress-white"),
        "durbin-watson" => t!(lang, "regress-durbin-watson"),
        "breusch-godfrey" => t!(lang, "regress-breusch-godfrey"),
        "reset" => t!(lang, "regress-reset"),
        "rainbow" => t!(lang, "regress-rainbow"),
        "jarque-bera" => t!(lang, "regress-jarque-bera"),
        other => other.to_owned(),
    }
}

fn broken(method: &str, lang: Lang) -> String {
    match method {
        "breusch-pagan" | "white" => t!(lang, "regress-says-spread"),
        "durbin-watson" | "breusch-godfrey" => t!(lang, "regress-says-order"),
        "reset" | "rainbow" => t!(lang, "regress-says-shape"),
        _ => t!(lang, "regress-says-normal"),
    }
}
