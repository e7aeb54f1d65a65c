//! Generalized linear models: what makes an event likely, a count high.

use super::asked::{Asked, cluster};
use super::checks::Checks;
use super::fresh::New;
use super::pictures;
use super::sheets::{augment, cells, estimate_heads, facts, glance, tidy};
use super::slopes::{self, GroupSlope};
use super::words::{self, Scale};
use crate::fresh::Fresh;
use crate::{Answer, Fault, Head, Picture, Sheet, Task, Told, Value};
use locale::{Lang, number, percent, t};
use stats::regress::Coefficient;
use stats::regress::formula::Outcome;
use stats::regress::glm::{self, Effect, Family, Glm, Link, Robust, Where};

/// A generalized linear model with what was asked of it.
pub struct General {
    asked: Asked,
    /// The option's word for the family.
    family: String,
    /// The option's word for the errors, and the clusters' column.
    errors: (String, Option<String>),
    model: Glm,
    lines: Vec<Coefficient>,
    profile: Vec<glm::Profile>,
    effects: Vec<Effect>,
    at_means: Vec<Effect>,
    slopes: Vec<GroupSlope>,
    checks: Checks,
    fresh: Option<Fresh>,
}

impl General {
    /// Fits the model that the options name.
    pub fn of(task: &Task<'_>) -> Result<Self, Fault> {
        let by = cluster(task)?;
        let also: Vec<&str> = by.iter().map(String::as_str).collect();
        let asked = Asked::of(task, &also)?;
        let word = task.options.text("family").to_owned();
        let design = &asked.bound.design;
        let model = match word.as_str() {
            "logit" => glm::fit(design, Family::Binomial, Link::Logit),
            "probit" => glm::fit(design, Family::Binomial, Link::Probit),
            "cloglog" => glm::fit(design, Family::Binomial, Link::Cloglog),
            "quasibinomial" => glm::fit(design, Family::QuasiBinomial, Link::Logit),
            "quasipoisson" => glm::fit(design, Family::QuasiPoisson, Link::Log),
            "negbin" => glm::negative_binomial(design, Link::Log),
            "gamma" => glm::fit(design, Family::Gamma, Link::Log),
            _ => glm::fit(design, Family::Poisson, Link::Log),
        }?;
        let errors = task.options.text("errors").to_owned();
        let groups = by.as_deref().map(|name| asked.groups(name)).transpose()?;
        let codes: &[u32] = groups.as_ref().map_or(&[], |groups| &groups.codes);
        let covariance = match errors.as_str() {
            "classic" => model.covariance(),
            "hc0" => model.robust(design, Robust::Hc0)?,
            "hc1" => model.robust(design, Robust::Hc1)?,
            "hc2" => model.robust(design, Robust::Hc2)?,
            "hc3" => model.robust(design, Robust::Hc3)?,
            "cluster" => model.robust(design, Robust::Cluster(codes, true))?,
            other => {
                let (name, allowed) = ("errors".to_owned(), "classic|hc0|hc1|hc2|hc3|cluster".to_owned());
                return Err(Fault::Choice { name, value: other.to_owned(), allowed });
            }
        };
        let level = asked.level;
        let lines = model.coefficients_table(&covariance, level);
        // A profile needs some dozens of fits; of large tables Wald's intervals are as good.
        let small = design.n() * design.width() * design.width() < 2_000_000 && errors == "classic";
        let profile =
            if small { glm::profile(design, &model, level).unwrap_or_default() } else { Vec::new() };
        let effects = |place| {
            let rows = &design.rows;
            let recipe = &asked.bound.recipe;
            glm::marginal_effects(&model, recipe, &asked.frame, rows, &covariance, (place, level))
                .unwrap_or_default()
        };
        let (average, means) = (effects(Where::Average), effects(Where::Means));
        let slopes =
            slopes::slopes(&asked, &model.coefficients, &model.kept, &covariance, model.critical(level));
        let checks = Checks::of(&asked, &model);
        let fresh = New::of(task, &asked)?.map(|new| new.by(&model, &covariance, level));
        Ok(General {
            family: word,
            errors: (errors, by),
            lines,
            profile,
            effects: average,
            at_means: means,
            slopes,
            checks,
            fresh,
            model,
            asked,
        })
    }

    /// What a coefficient is counted in.
    fn scale(&self) -> Scale {
        match self.model.link {
            Link::Logit => Scale::Odds,
            Link::Log => Scale::Times,
            _ => Scale::Line,
        }
    }

    /// The outcome in words: for a factor the level that is counted.
    fn outcome(&self) -> String {
        match &self.asked.bound.outcome {
            Outcome::Levels(_, hit) => format!("{} = {hit}", self.asked.bound.design.response),
            _ => self.asked.bound.design.response.clone(),
        }
    }

    fn kind(&self, lang: Lang) -> String {
        match self.family.as_str() {
            "logit" => t!(lang, "stats-models-kind-logit"),
            "probit" => t!(lang, "stats-models-kind-probit"),
            "cloglog" => t!(lang, "stats-models-kind-cloglog"),
            "negbin" => t!(lang, "stats-models-kind-negbin"),
            "gamma" => t!(lang, "stats-models-kind-gamma"),
            "quasibinomial" => t!(lang, "stats-models-kind-quasibinomial"),
            "quasipoisson" => t!(lang, "stats-models-kind-quasipoisson"),
            _ => t!(lang, "stats-models-kind-poisson"),
        }
    }

    /// Odds or rate ratios with their intervals; none for another link.
    fn ratios(&self, lang: Lang) -> Option<Sheet> {
        let title = match self.scale() {
            Scale::Odds => t!(lang, "stats-models-odds-ratios"),
            Scale::Times => t!(lang, "stats-models-rate-ratios"),
            _ => return None,
        };
        let row = |line: &Coefficient| {
            let profile = self.profile.iter().find(|p| p.term == line.term);
            let ends = profile.map_or((f64::NAN, f64::NAN), |p| (p.conf_low.exp(), p.conf_high.exp()));
            let mut row = vec![Value::Text(line.term.clone())];
            let own = [line.estimate.exp(), line.conf_low.exp(), line.conf_high.exp(), ends.0, ends.1];
            row.extend(own.map(Value::Number));
            row
        };
        let heads = vec![
            Head::new("term", t!(lang, "stats-models-term")),
            Head::new("ratio", t!(lang, "stats-models-ratio")),
            Head::new("conf_low", t!(lang, "stats-models-low")),
            Head::new("conf_high", t!(lang, "stats-models-high")),
            Head::new("profile_low", t!(lang, "stats-models-profile-low")),
            Head::new("profile_high", t!(lang, "stats-models-profile-high")),
        ];
        let rows = self.lines.iter().filter(|line| line.term != "(Intercept)").map(row).collect();
        Some(Sheet { name: "ratios".to_owned(), title, heads, rows, ..Sheet::default() })
    }

    fn margins(&self, lang: Lang, name: &str, title: String, effects: &[Effect]) -> Option<Sheet> {
        let mut heads = vec![
            Head::new("term", t!(lang, "stats-models-variable")),
            Head::new("contrast", t!(lang, "stats-models-against")),
        ];
        heads.extend(estimate_heads(lang));
        let row = |e: &Effect| {
            let line = Coefficient {
                term: String::new(),
                estimate: e.estimate,
                std_error: e.std_error,
                statistic: e.statistic,
                p_value: e.p_value,
                conf_low: e.conf_low,
                conf_high: e.conf_high,
            };
            let level = e.level.clone().map_or(Value::Missing, Value::Text);
            [Value::Text(e.variable.clone()), level].into_iter().chain(cells(&line)).collect()
        };
        (!effects.is_empty()).then(|| Sheet {
            name: name.to_owned(),
            title,
            heads,
            rows: effects.iter().map(row).collect(),
            ..Sheet::default()
        })
    }

    fn glance(&self, lang: Lang) -> Sheet {
        let model = &self.model;
        let maybe = |x: Option<f64>| x.map_or(Value::Missing, Value::Number);
        let mut values = vec![
            ("null_deviance", t!(lang, "stats-models-null-deviance"), Value::Number(model.null_deviance)),
            ("df_null", t!(lang, "stats-models-df-null"), Value::Count(model.null_df() as u64)),
            ("deviance", t!(lang, "stats-models-deviance"), Value::Number(model.deviance)),
            ("df_residual", t!(lang, "stats-models-df"), Value::Count(model.df() as u64)),
            ("log_lik", t!(lang, "stats-models-log-lik"), maybe(model.log_likelihood)),
            ("aic", "AIC".to_owned(), maybe(model.aic())),
            ("bic", "BIC".to_owned(), maybe(model.bic())),
            ("nobs", t!(lang, "stats-models-rows-used"), Value::Count(model.n as u64)),
            ("dispersion", t!(lang, "stats-models-dispersion"), Value::Number(model.dispersion)),
        ];
        if let Some((theta, error)) = model.theta {
            values.push(("theta", "θ".to_owned(), Value::Number(theta)));
            values.push(("theta_std_error", t!(lang, "stats-models-theta-error"), Value::Number(error)));
        }
        if let Some(fit) = model.shares() {
            values.push(("mcfadden", t!(lang, "stats-models-mcfadden"), Value::Fixed(fit.mcfadden, 4)));
            values.push(("nagelkerke", t!(lang, "stats-models-nagelkerke"), Value::Fixed(fit.nagelkerke, 4)));
            values.push(("statistic", t!(lang, "stats-models-ratio-test"), Value::Number(fit.ratio.0)));
            values.push(("p_value", t!(lang, "stats-models-p"), Value::P(fit.ratio.2)));
        }
        self.checks.glance(lang, &mut values);
        glance(lang, values)
    }

    fn reading(&self, lang: Lang) -> Vec<String> {
        let outcome = self.outcome();
        let mut said = words::effects(lang, &self.lines, &outcome, self.scale());
        let clear = self.effects.iter().filter(|e| e.p_value < 1.0 - self.asked.level);
        for e in clear.take(4).filter(|_| self.model.family.is_binomial()) {
            let what = match &e.level {
                Some(level) => format!("{} = {level}", e.variable),
                None => e.variable.clone(),
            };
            let points = |x: f64| number(lang, 100.0 * x, 1);
            said.push(t!(
                lang,
                "stats-models-points",
                what = what,
                outcome = &outcome,
                value = points(e.estimate),
                low = points(e.conf_low),
                high = points(e.conf_high)
            ));
        }
        said.extend(slopes::said(lang, &self.slopes));
        said.extend(self.checks.reading(lang, &outcome));
        said
    }

    /// How the errors were counted, in words.
    fn errors(&self, lang: Lang) -> String {
        match (&self.errors.0[..], &self.errors.1) {
            ("classic", _) => t!(lang, "stats-models-errors-classic"),
            ("cluster", Some(by)) => t!(lang, "stats-models-errors-cluster", column = by),
            (kind, _) => t!(lang, "stats-models-errors-robust", kind = kind.to_uppercase()),
        }
    }
}

impl Answer for General {
    fn tell(&self, lang: Lang) -> Told {
        let mut facts = facts(lang, &self.asked, self.kind(lang));
        facts.push((t!(lang, "stats-models-link"), self.model.link.name().to_owned()));
        if let Outcome::Levels(other, hit) = &self.asked.bound.outcome {
            facts.push((t!(lang, "stats-models-event"), format!("{hit} ({other} = 0)")));
        }
        facts.push((t!(lang, "stats-models-errors"), self.errors(lang)));
        facts.push((t!(lang, "stats-models-level-fact"), percent(lang, self.asked.level, 1)));
        let mut tidy = tidy(lang, &self.lines);
        tidy.note = if self.model.is_z() { t!(lang, "stats-models-z") } else { t!(lang, "stats-models-t") };
        let design = &self.asked.bound.design;
        let (deviance, pearson, leverage) = (
            self.model.deviance_residuals(design),
            self.model.pearson_residuals(design),
            self.model.leverage(design),
        );
        let rows = augment(
            lang,
            &self.asked,
            &[
                ("fitted", t!(lang, "stats-models-fitted"), &self.model.fitted),
                ("linear", t!(lang, "stats-models-linear"), &self.model.linear),
                ("resid", t!(lang, "stats-models-deviance-residual"), &deviance),
                ("pearson", t!(lang, "stats-models-pearson-residual"), &pearson),
                ("hat", t!(lang, "stats-models-leverage"), &leverage),
            ],
        );
        let average = self.margins(lang, "margins", t!(lang, "stats-models-margins"), &self.effects);
        let means =
            self.margins(lang, "margins_at_means", t!(lang, "stats-models-margins-means"), &self.at_means);
        let mut sheets = vec![tidy];
        sheets.extend(self.ratios(lang));
        sheets.extend(average);
        sheets.extend(means.map(|sheet| Sheet { style: crate::Style::Machine, ..sheet }));
        sheets.extend(slopes::sheet(lang, &self.slopes));
        sheets.push(self.glance(lang));
        sheets.extend(self.checks.sheets(lang));
        sheets.extend(self.fresh.as_ref().map(|fresh| fresh.sheet(lang)));
        sheets.push(rows);
        let lost: Vec<String> = self.model.aliased.iter().map(|&at| self.model.names[at].clone()).collect();
        let mut cautions = self.checks.cautions(lang, &self.asked, &self.model);
        cautions.extend(words::cautions(lang, &self.asked, &lost));
        Told {
            method: format!("regress.{}", self.family),
            title: t!(lang, "stats-models-title", kind = self.kind(lang), outcome = self.outcome()),
            facts,
            sheets,
            reading: self.reading(lang),
            cautions,
        }
    }

    fn pictures(&self, lang: Lang) -> Vec<Picture> {
        pictures::coefficients(lang, &self.lines, &self.outcome(), self.scale())
    }

    fn script(&self, file: &str) -> String {
        let coded = super::super::script::coded(&self.asked.formula);
        let formula = &self.asked.formula;
        let weights = self.asked.weights_in_r();
        let call = match self.family.as_str() {
            "negbin" => format!("MASS::glm.nb({formula}, data = data{weights})"),
            word => {
                let family = match word {
                    "logit" => "binomial",
                    "probit" => "binomial(\"probit\")",
                    "cloglog" => "binomial(\"cloglog\")",
                    "gamma" => "Gamma(\"log\")",
                    other => other,
                };
                format!("glm({formula}, family = {family}, data = data{weights})")
            }
        };
        let errors = match (&self.errors.0[..], &self.errors.1) {
            ("classic", _) => "summary(model)\nconfint(model)".to_owned(),
            ("cluster", Some(by)) => {
                format!("lmtest::coeftest(model, sandwich::vcovCL(model, data[[{by:?}]], type = \"HC1\"))")
            }
            (kind, _) => {
                format!("lmtest::coeftest(model, sandwich::vcovHC(model, {:?}))", kind.to_uppercase())
            }
        };
        let new = self.fresh.as_ref().map_or_else(String::new, |fresh| {
            fresh.script(
                "print(predict(model, new, type = \"response\"))\nprint(predict(model, new, se.fit = TRUE))",
            )
        });
        format!(
            "# needs: MASS (negbin), sandwich and lmtest (robust errors)\n\
             data <- read.csv({file:?}, stringsAsFactors = TRUE, check.names = FALSE)\n{coded}model <- {call}\n{errors}\n{new}"
        )
    }
}
