//! Plans: how many are needed, and the bounds of a test that is looked at while it runs.

use super::{ask, pictures, words};
use crate::{Answer, Fault, Head, Options, Picture, Sheet, Style, Task, Told, Value, figure};
use locale::{Lang, percent, t};
use stats::test::*;

/// Points of a curve: the size of a group, the power.
pub(super) type Course = Vec<(f64, f64)>;

/// The points of a curve.
const STEPS: usize = 60;

/// A sample size, a power or a least effect.
pub struct Plan {
    pub(super) plan: Power,
    /// Power by size of group, for the effect and for some near it: the effect, and its course.
    pub(super) curves: Vec<(f64, Course)>,
    design: String,
    sought: &'static str,
    script: String,
}

impl Plan {
    /// Solves for the one of `n`, `effect` and `power` that was not given; a power of 0.8 is meant where two are missing.
    pub fn of(task: &Task<'_>) -> Result<Self, Fault> {
        let options = task.options;
        let (n, effect, power) =
            (options.number("n"), options.number("effect"), options.number("target-power"));
        let (sought, solve) = match (n, effect, power) {
            (None, Some(effect), power) => ("n", Solve::N { effect, power: power.unwrap_or(0.8) }),
            (Some(n), Some(effect), None) => ("power", Solve::Power { effect, n }),
            (Some(n), None, power) => ("effect", Solve::Effect { power: power.unwrap_or(0.8), n }),
            (None, None, _) => return Err(Fault::Needed { name: "effect" }),
            (Some(_), Some(_), Some(power)) => {
                return Err(Fault::Choice {
                    name: "target-power".to_owned(),
                    value: power.to_string(),
                    allowed: "--n | --effect | --target-power".to_owned(),
                });
            }
        };
        let alpha = options.number("alpha").unwrap_or(0.05);
        let two_sided = options.text("alternative") == "two-sided";
        let sd = options.number("sd").unwrap_or(1.0);
        let groups = options.whole("groups").unwrap_or(2) as u32;
        let design = options.text("design");
        let base = match design {
            "proportions" => options.number("base").ok_or(Fault::Needed { name: "base" })?,
            _ => 0.0,
        };
        let ask = |solve: Solve| match design {
            "proportions" => power_proportions(solve, base, alpha, two_sided, false),
            "anova" => power_anova(solve, groups, sd * sd, alpha),
            "correlation" => power_correlation(solve, alpha, two_sided),
            "t-one" => power_t(solve, sd, alpha, 1, two_sided, false),
            _ => power_t(solve, sd, alpha, 2, two_sided, false),
        };
        let plan = ask(solve)?;
        let curves = curves(&plan, base, ask);
        let script = r_script(options, &plan, sought);
        Ok(Plan { plan, curves, design: design.to_owned(), sought, script })
    }
}

/// The power of the planned effect, and of one by a fifth less and by a quarter greater, for groups of up to twice the planned size.
fn curves(plan: &Power, base: f64, ask: impl Fn(Solve) -> stats::Result<Power>) -> Vec<(f64, Course)> {
    let course = |effect: f64| -> Course {
        let size = |step: usize| 2.0 * plan.n * step as f64 / STEPS as f64;
        // Sizes that no test is possible with have no power.
        let point =
            |n: f64| Some((n, ask(Solve::Power { effect, n }).ok()?.power)).filter(|p| p.1.is_finite());
        (1..=STEPS).map(size).filter_map(point).collect()
    };
    let near = [1.0, 0.8, 1.25].map(|times| base + times * (plan.effect - base));
    near.into_iter().map(|effect| (effect, course(effect))).filter(|(_, course)| course.len() > 1).collect()
}

/// The plan in R: what was sought is left out of the call.
fn r_script(options: &Options, plan: &Power, sought: &str) -> String {
    let side = if options.text("alternative") == "two-sided" { "two.sided" } else { "one.sided" };
    let sd = options.number("sd").unwrap_or(1.0);
    let n = if sought == "n" { String::new() } else { format!("n = {}, ", plan.n) };
    let power = if sought == "power" { String::new() } else { format!(", power = {}", plan.power) };
    let effect = |name: &str| {
        if sought == "effect" { String::new() } else { format!("{name} = {}, ", plan.effect) }
    };
    let alpha = plan.alpha;
    match options.text("design") {
        "proportions" => format!(
            "power.prop.test({n}p1 = {}, {}sig.level = {alpha}, alternative = \"{side}\"{power})\n",
            options.text("base"),
            effect("p2")
        ),
        "anova" => format!(
            "power.anova.test(groups = {}, {n}{}within.var = {}, sig.level = {alpha}{power})\n",
            plan.groups,
            effect("between.var"),
            sd * sd
        ),
        "correlation" => {
            format!("# needs: pwr\npwr::pwr.r.test({n}{}sig.level = {alpha}{power})\n", effect("r"))
        }
        design => format!(
            "power.t.test({n}{}sd = {sd}, sig.level = {alpha}, type = \"{}\", alternative = \"{side}\"{power})\n",
            effect("delta"),
            if design == "t-one" { "one.sample" } else { "two.sample" }
        ),
    }
}

impl Answer for Plan {
    fn tell(&self, lang: Lang) -> Told {
        let plan = &self.plan;
        let heads = vec![
            words::head(lang, "n"),
            Head::new("effect", t!(lang, "stats-test-effect")),
            Head::new("sig_level", t!(lang, "stats-opt-alpha")),
            Head::new("power", t!(lang, "stats-test-power")),
            Head::new("groups", t!(lang, "stats-opt-groups")),
        ];
        let row = vec![
            Value::Number(plan.n),
            Value::Number(plan.effect),
            Value::Number(plan.alpha),
            Value::Number(plan.power),
            Value::Number(plan.groups),
        ];
        let whole = figure(lang, plan.n.ceil());
        let power = percent(lang, plan.power, 1);
        let effect = figure(lang, plan.effect);
        let reading = match self.sought {
            "n" if plan.groups > 1.0 => {
                let all = figure(lang, plan.groups * plan.n.ceil());
                t!(lang, "stats-test-plan-n-each", n = whole, all = all, effect = effect, power = power)
            }
            "n" => t!(lang, "stats-test-plan-n", n = whole, effect = effect, power = power),
            "power" => t!(lang, "stats-test-plan-power", power = power, effect = effect),
            _ => t!(lang, "stats-test-plan-effect", effect = effect, power = power),
        };
        let design = match self.design.as_str() {
            "proportions" => t!(lang, "stats-design-proportions"),
            "anova" => t!(lang, "stats-design-anova"),
            "correlation" => t!(lang, "stats-design-correlation"),
            "t-one" => t!(lang, "stats-design-t-one"),
            _ => t!(lang, "stats-design-t"),
        };
        Told {
            method: format!("test.{}", plan.method),
            title: t!(lang, "stats-test-plan-title", design = design),
            sheets: vec![Sheet {
                name: "tidy".to_owned(),
                title: t!(lang, "stats-test-plan"),
                heads,
                rows: vec![row],
                style: Style::Facts,
                note: String::new(),
            }],
            reading: vec![reading],
            cautions: vec![t!(lang, "stats-test-plan-before")],
            ..Told::default()
        }
    }

    fn pictures(&self, lang: Lang) -> Vec<Picture> {
        pictures::plan(self, lang)
    }

    fn script(&self, _: &str) -> String {
        self.script.clone()
    }
}

/// The bounds of a test with looks.
pub struct Looks {
    pub(super) looks: Vec<Look>,
    pub(super) alpha: f64,
    pocock: bool,
}

impl Looks {
    /// Bounds for the shares of the data at which one looks; the effect, if given, is the z expected at the end.
    pub fn of(task: &Task<'_>) -> Result<Self, Fault> {
        let options = task.options;
        let alpha = options.number("alpha").unwrap_or(0.05);
        let pocock = options.text("spending") == "pocock";
        let spending = if pocock { Spending::Pocock } else { Spending::OBrienFleming };
        let drift = options.number("effect").unwrap_or(0.0);
        Ok(Looks { looks: boundaries(&ask::list(options, "looks")?, alpha, spending, drift)?, alpha, pocock })
    }
}

impl Answer for Looks {
    fn tell(&self, lang: Lang) -> Told {
        let heads = vec![
            Head::new("share", t!(lang, "stats-test-look")),
            Head::new("z", t!(lang, "stats-test-bound")),
            Head::new("nominal_p", t!(lang, "stats-test-nominal")),
            Head::new("spent", t!(lang, "stats-test-spent")),
            Head::new("reached", t!(lang, "stats-test-reached")),
        ];
        let row = |look: &Look| {
            vec![
                Value::Share(look.share),
                words::number(look.z),
                Value::P(look.nominal),
                Value::P(look.spent),
                Value::Share(look.reached),
            ]
        };
        let spending = match self.pocock {
            true => t!(lang, "stats-spending-pocock"),
            false => t!(lang, "stats-spending-obrien-fleming"),
        };
        Told {
            method: "test.ab-looks".to_owned(),
            title: t!(lang, "stats-test-looks-title", spending = spending),
            sheets: vec![Sheet {
                name: "tidy".to_owned(),
                title: t!(lang, "stats-test-bounds"),
                heads,
                rows: self.looks.iter().map(row).collect(),
                style: Style::Rows,
                note: String::new(),
            }],
            reading: vec![t!(lang, "stats-test-looks", alpha = percent(lang, self.alpha, 1))],
            cautions: vec![t!(lang, "stats-test-looks-kept")],
            ..Told::default()
        }
    }

    fn pictures(&self, lang: Lang) -> Vec<Picture> {
        pictures::looks(self, lang)
    }

    fn script(&self, _: &str) -> String {
        let shares: Vec<String> = self.looks.iter().map(|look| look.share.to_string()).collect();
        let kind = if self.pocock { "sfLDPocock" } else { "sfLDOF" };
        format!(
            "# needs: gsDesign\ngsDesign::gsDesign(k = {}, test.type = 2, alpha = {}, timing = c({}), sfu = gsDesign::{kind})\n",
            self.looks.len(),
            self.alpha / 2.0,
            shares.join(", ")
        )
    }
}
