//! Penalised regression: which of many columns stay when each must earn its place.

use super::asked::Asked;
use super::fresh::New;
use super::sheets::facts;
use super::words;
use crate::fresh::{Fresh, Title};
use crate::{Answer, Fault, Head, Picture, Sheet, Style, Task, Told, Value, figure};
use locale::{Lang, percent, t};
use stats::Error;
use stats::regress::glm::Family;
use stats::regress::penalised::{Cross, Net, Options, Ridge, cross_validate, lambdas, net, ridge};

/// A path of penalised fits, with the λ that cross-validation takes.
pub struct Penalised {
    asked: Asked,
    method: String,
    family: String,
    options: Options,
    seed: u64,
    /// `lm.ridge`'s fits, where that convention was asked for by its λ.
    ridge: Vec<Ridge>,
    net: Option<Net>,
    cross: Option<Cross>,
    folds: u64,
    fresh: Option<Fresh>,
}

impl Penalised {
    /// Fits the λ that are given, or a path of a hundred with cross-validation.
    pub fn of(task: &Task<'_>) -> Result<Self, Fault> {
        let asked = Asked::of(task, &[])?;
        let word = |name: &str| task.options.text(name).to_owned();
        let (method, family) = (word("method"), word("family"));
        let kind = match family.as_str() {
            "gaussian" => Family::Gaussian,
            "logit" => Family::Binomial,
            "poisson" => Family::Poisson,
            _ => {
                let allowed = "gaussian|logit|poisson".to_owned();
                return Err(Fault::Choice { name: "family".to_owned(), value: family, allowed });
            }
        };
        let alpha = match method.as_str() {
            "ridge" => 0.0,
            "lasso" => 1.0,
            _ => task.options.number("mixing").unwrap_or(0.5),
        };
        let standardise = task.options.flag("rescale");
        let options = Options { alpha, standardise, family: kind, ..Options::default() };
        let given = listed(task.options.text("lambda"))?;
        let (seed, folds) =
            (task.options.whole("seed").unwrap_or(1), task.options.whole("folds").unwrap_or(10));
        let design = &asked.bound.design;
        if design.columns.len() < 2 {
            return Err(Error::TooFew { what: "columns", have: design.columns.len(), need: 2 }.into());
        }
        let mut found = Penalised {
            method,
            family,
            options,
            seed,
            ridge: Vec::new(),
            net: None,
            cross: None,
            folds,
            fresh: None,
            asked,
        };
        let design = &found.asked.bound.design;
        if found.method == "ridge"
            && kind == Family::Gaussian
            && !given.is_empty()
            && design.weights.is_none()
        {
            found.ridge = ridge(design, &given)?;
            found.fresh = found.expected(task)?;
            return Ok(found);
        }
        if given.is_empty() {
            let ratio = if design.n() > design.width() { 1e-4 } else { 1e-2 };
            let path = lambdas(design, options, 100, ratio)?;
            found.cross = Some(cross_validate(design, &path, options, folds as usize, seed)?);
            found.net = Some(net(design, &path, options)?);
        } else {
            found.net = Some(net(design, &given, options)?);
        }
        found.fresh = found.expected(task)?;
        Ok(found)
    }

    /// What the fits that are shown expect of new rows.
    fn expected(&self, task: &Task<'_>) -> Result<Option<Fresh>, Fault> {
        let mean = |line: f64| match self.family.as_str() {
            "logit" => 1.0 / (1.0 + (-line).exp()),
            "poisson" => line.exp(),
            _ => line,
        };
        Ok(New::of(task, &self.asked)?.map(|new| {
            let columns =
                self.shown().map(|(lambda, b)| (Title::Penalty(lambda), new.along(b, mean))).collect();
            new.with(columns)
        }))
    }

    /// The fits that are asked of new rows: of a path that was held against rows left out, the best and the plainest.
    fn shown(&self) -> impl Iterator<Item = (f64, &[f64])> {
        let of = |lambda: f64| {
            self.cross.as_ref().is_none_or(|cross| lambda == cross.best || lambda == cross.plain)
        };
        self.fits().into_iter().filter(move |fit| of(fit.0))
    }

    fn kind(&self, lang: Lang) -> String {
        match self.method.as_str() {
            "ridge" => t!(lang, "stats-models-kind-ridge"),
            "lasso" => t!(lang, "stats-models-kind-lasso"),
            _ => t!(lang, "stats-models-kind-enet"),
        }
    }

    /// λ and coefficients of each fit.
    fn fits(&self) -> Vec<(f64, &[f64])> {
        let own = self.ridge.iter().map(|fit| (fit.lambda, fit.coefficients.as_slice()));
        let path = self.net.iter().flat_map(|net| &net.path);
        own.chain(path.map(|point| (point.lambda, point.coefficients.as_slice()))).collect()
    }

    /// Every fit as rows; only the chosen two where λ was chosen, the whole path then being for machines.
    fn tables(&self, lang: Lang) -> Vec<Sheet> {
        let names = self.asked.bound.design.names();
        let heads = || {
            vec![
                Head::new("lambda", "λ"),
                Head::new("term", t!(lang, "stats-models-term")),
                Head::new("estimate", t!(lang, "stats-models-estimate")),
            ]
        };
        let rows = |wanted: &dyn Fn(f64) -> bool| -> Vec<Vec<Value>> {
            let fits = self.fits().into_iter().filter(|fit| wanted(fit.0));
            fits.flat_map(|(lambda, coefficients)| {
                names.iter().zip(coefficients).map(move |(name, b)| {
                    vec![Value::Number(lambda), Value::Text(name.clone()), Value::Number(*b)]
                })
            })
            .collect()
        };
        let title = t!(lang, "stats-models-coefficients");
        let sheet = |name: &str, rows, style| {
            let (name, title) = (name.to_owned(), title.clone());
            Sheet { name, title, heads: heads(), rows, style, note: String::new() }
        };
        match &self.cross {
            None => vec![sheet("tidy", rows(&|_| true), Style::Rows)],
            Some(cross) => {
                let chosen = |lambda: f64| lambda == cross.best || lambda == cross.plain;
                vec![
                    sheet("tidy", rows(&chosen), Style::Rows),
                    sheet("path", rows(&|_| true), Style::Machine),
                ]
            }
        }
    }

    fn glance(&self, lang: Lang) -> Sheet {
        let mut heads = vec![
            Head::new("lambda", "λ"),
            Head::new("df", t!(lang, "stats-models-not-nought")),
            Head::new("dev_ratio", t!(lang, "stats-models-explained")),
        ];
        let mut rows: Vec<Vec<Value>> = Vec::new();
        if let Some(net) = &self.net {
            rows.extend(net.path.iter().map(|point| {
                vec![
                    Value::Number(point.lambda),
                    Value::Count(point.df as u64),
                    Value::Share(point.explained),
                ]
            }));
        }
        if !self.ridge.is_empty() {
            heads[1] = Head::new("df", t!(lang, "stats-models-effective"));
            heads[2] = Head::new("gcv", "GCV");
            let row =
                |fit: &Ridge| vec![Value::Number(fit.lambda), Value::Number(fit.df), Value::Number(fit.gcv)];
            rows.extend(self.ridge.iter().map(row));
        }
        if let Some(cross) = &self.cross {
            heads.push(Head::new("cv_mean", t!(lang, "stats-models-cv")));
            heads.push(Head::new("cv_std_error", t!(lang, "stats-models-std-error")));
            let each = cross.mean.iter().zip(&cross.std_error);
            rows.iter_mut()
                .zip(each)
                .for_each(|(row, (m, e))| row.extend([Value::Number(*m), Value::Number(*e)]));
        }
        let style = if rows.len() > 12 { Style::Machine } else { Style::Rows };
        Sheet {
            name: "glance".to_owned(),
            title: t!(lang, "stats-models-fit"),
            heads,
            rows,
            style,
            note: String::new(),
        }
    }

    fn convention(&self, lang: Lang) -> String {
        match (self.ridge.is_empty(), self.options.standardise) {
            (false, _) => t!(lang, "stats-models-convention-ridge"),
            (true, true) => t!(lang, "stats-models-convention-net"),
            (true, false) => t!(lang, "stats-models-convention-net-raw"),
        }
    }
}

/// Figures set apart by commas, semicolons or spaces; none of an empty text or of `auto`.
fn listed(text: &str) -> Result<Vec<f64>, Fault> {
    let wrong = || Fault::Choice {
        name: "lambda".to_owned(),
        value: text.to_owned(),
        allowed: "auto | 0.1,0.01".to_owned(),
    };
    if text == "auto" {
        return Ok(Vec::new());
    }
    let words = text.split([',', ';', ' ']).filter(|word| !word.is_empty());
    words
        .map(|word| word.parse::<f64>().ok().filter(|x| *x >= 0.0 && x.is_finite()).ok_or_else(wrong))
        .collect()
}

impl Answer for Penalised {
    fn tell(&self, lang: Lang) -> Told {
        let outcome = &self.asked.bound.design.response;
        let mut facts = facts(lang, &self.asked, self.kind(lang));
        facts.push((t!(lang, "stats-models-convention"), self.convention(lang)));
        let mut reading = Vec::new();
        let mut cautions = Vec::new();
        if let Some(cross) = &self.cross {
            facts.push((t!(lang, "stats-models-lambda-best"), figure(lang, cross.best)));
            facts.push((t!(lang, "stats-models-lambda-plain"), figure(lang, cross.plain)));
            let names = self.asked.bound.design.names();
            let at =
                |lambda: f64| self.net.iter().flat_map(|net| &net.path).find(move |p| p.lambda == lambda);
            let stays = |lambda: f64| -> Vec<String> {
                let Some(point) = at(lambda) else { return Vec::new() };
                let own = names
                    .iter()
                    .zip(&point.coefficients)
                    .filter(|(name, b)| **b != 0.0 && *name != "(Intercept)");
                own.map(|(name, _)| name.clone()).collect()
            };
            if let Some(best) = at(cross.best) {
                let share = percent(lang, best.explained.max(0.0), 0);
                reading.push(t!(lang, "stats-models-explains", outcome = outcome, share = share));
            }
            if self.options.alpha > 0.0 {
                let (plain, best) = (stays(cross.plain), stays(cross.best));
                match plain.is_empty() {
                    true => reading.push(t!(lang, "stats-models-none-stays", outcome = outcome)),
                    false => reading.push(t!(lang, "stats-models-stays", columns = plain.join(", "))),
                }
                let also: Vec<String> = best.into_iter().filter(|name| !plain.contains(name)).collect();
                if !also.is_empty() {
                    reading.push(t!(lang, "stats-models-stays-too", columns = also.join(", ")));
                }
            }
            cautions.push(t!(lang, "stats-models-dealt", folds = self.folds, seed = self.seed));
        }
        cautions.push(t!(lang, "stats-models-no-errors"));
        cautions.extend(words::cautions(lang, &self.asked, &[]));
        let mut sheets = self.tables(lang);
        sheets.push(self.glance(lang));
        sheets.extend(self.fresh.as_ref().map(|fresh| fresh.sheet(lang)));
        Told {
            method: format!("regress.{}", self.method),
            title: t!(lang, "stats-models-title", kind = self.kind(lang), outcome = outcome),
            facts,
            sheets,
            reading,
            cautions,
        }
    }

    fn pictures(&self, _: Lang) -> Vec<Picture> {
        Vec::new()
    }

    fn script(&self, file: &str) -> String {
        let formula = &self.asked.formula;
        let coded = super::super::script::coded(formula);
        let read = format!(
            "data <- read.csv({file:?}, stringsAsFactors = TRUE, check.names = FALSE)\n{coded}frame <- model.frame({formula}, data)"
        );
        // The columns of new rows stand on what the frame was made with: its levels and polynomials.
        let columns =
            "model.matrix(delete.response(terms(frame)), new, xlev = .getXlevels(terms(frame), frame))";
        let lambda: Vec<String> = self.fits().iter().map(|fit| fit.0.to_string()).collect();
        let lambda = lambda.join(", ");
        if !self.ridge.is_empty() {
            let new = self.fresh.as_ref().map_or_else(String::new, |fresh| {
                fresh.script(&format!("print({columns} %*% t(rbind(coef(model))))"))
            });
            return format!(
                "# needs: MASS\n{read}\nmodel <- MASS::lm.ridge({formula}, data = data, lambda = c({lambda}))\nmodel\n{new}"
            );
        }
        let family = match self.family.as_str() {
            "logit" => "binomial",
            other => other,
        };
        let (alpha, scale) = (self.options.alpha, if self.options.standardise { "TRUE" } else { "FALSE" });
        let how = format!(
            "family = \"{family}\", alpha = {alpha}, standardize = {scale}, lambda = c({lambda}), thresh = 1e-14"
        );
        let call = match self.cross {
            Some(_) => format!("cv.glmnet(x, y, {how}, nfolds = {})", self.folds),
            None => format!("glmnet(x, y, {how})"),
        };
        format!(
            "# needs: glmnet; folds are dealt otherwise than here\nlibrary(glmnet)\n{read}\n\
             x <- model.matrix({formula}, frame)[, -1]\ny <- model.response(frame)\nset.seed({})\nmodel <- {call}\ncoef(model)\n{}",
            self.seed,
            self.fresh.as_ref().map_or_else(String::new, |fresh| {
                fresh.script(&format!(
                    "print(predict(model, {columns}[, -1, drop = FALSE], s = c({}), type = \"response\"))",
                    self.shown().map(|(lambda, _)| lambda.to_string()).collect::<Vec<_>>().join(", ")
                ))
            })
        )
    }
}
