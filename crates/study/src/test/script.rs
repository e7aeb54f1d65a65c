//! The same test in R.

use crate::Options;

/// The script with the file it reads; counts that were typed in need none.
pub(super) fn whole(file: &str, script: &str) -> String {
    if file.is_empty() { script.to_owned() } else { format!("data <- read.csv({file:?})\n{script}") }
}

/// A column in R.
fn column(name: &str) -> String {
    format!("data[[{name:?}]]")
}

/// Typed counts in R: a matrix, row by row.
fn typed(options: &Options) -> Option<String> {
    let text = options.text("counts");
    let rows = text.split(';').count();
    let cells = text.replace([';', '/'], ",");
    (!text.is_empty()).then(|| format!("matrix(c({cells}), nrow = {rows}, byrow = TRUE)"))
}

/// Successes and trials in R, as the rows of a matrix.
fn shares(options: &Options) -> String {
    let text = options.text("counts");
    if text.is_empty() {
        let (value, by) = (column(options.text("value")), options.text("by"));
        let by = if by.is_empty() { format!("rep(1, length({value}))") } else { column(by) };
        return format!(
            "seen <- tapply({value}, {by}, sum, na.rm = TRUE)\ntrials <- tapply(!is.na({value}), {by}, sum)\n"
        );
    }
    let cells: Vec<&str> = text.split([';', ',', '/']).map(str::trim).collect();
    let every = |from: usize| cells.iter().skip(from).step_by(2).copied().collect::<Vec<_>>().join(", ");
    format!("seen <- c({})\ntrials <- c({})\n", every(0), every(1))
}

/// The call that repeats a test on `data`.
pub(super) fn of(options: &Options) -> String {
    let (value, by) = (column(options.text("value")), column(options.text("by")));
    let second = column(options.text("second"));
    let paired = !options.text("second").is_empty();
    let formula = format!("{value} ~ factor({by})");
    let side = options.text("alternative").replace('-', ".");
    let level = options.text("level");
    let null = options.text("null");
    let end = format!("alternative = \"{side}\", conf.level = {level}");
    let mu = if null.is_empty() { String::new() } else { format!("mu = {null}, ") };
    let p = if null.is_empty() { String::new() } else { format!("p = {null}, ") };
    let r = |flag: bool| if flag { "TRUE" } else { "FALSE" };
    let correct = r(options.flag("continuity"));
    let exact = match options.text("exact") {
        "yes" => "exact = TRUE, ",
        "no" => "exact = FALSE, ",
        _ => "",
    };
    let two = if paired { format!("{value}, {second}") } else { formula.clone() };
    let lists =
        if paired { two.clone() } else { format!("split({value}, {by})[[1]], split({value}, {by})[[2]]") };
    let table = typed(options).unwrap_or_else(|| format!("table({value}, {by})"));
    let prop = |call: &str| format!("{}{call}\n", shares(options));
    match options.text("method") {
        "t" if !paired && options.text("by").is_empty() => format!("t.test({value}, {mu}{end})\n"),
        "t" => format!("t.test({two}, {mu}var.equal = {}, {end})\n", r(options.flag("equal-variances"))),
        "t-paired" => format!("t.test({lists}, {mu}paired = TRUE, {end})\n"),
        "mann-whitney" => {
            format!("wilcox.test({two}, {mu}{exact}correct = {correct}, conf.int = TRUE, {end})\n")
        }
        "wilcoxon" => format!(
            "wilcox.test({lists}, {mu}paired = TRUE, {exact}correct = {correct}, conf.int = TRUE, {end})\n"
        ),
        "anova" => format!("fit <- aov({formula})\nsummary(fit)\nTukeyHSD(fit, conf.level = {level})\n"),
        "anova-two" => format!("summary(aov({formula} * factor({second})))\n"),
        "anova-welch" => format!("oneway.test({formula})\n"),
        "kruskal" => format!("kruskal.test({value}, factor({by}))\n"),
        "bartlett" => format!("bartlett.test({value}, factor({by}))\n"),
        "levene" => format!("# needs: car\ncar::leveneTest({formula}, center = mean)\n"),
        "brown-forsythe" => format!("# needs: car\ncar::leveneTest({formula}, center = median)\n"),
        "fligner" => format!("fligner.test({value}, factor({by}))\n"),
        "chi-squared" => format!("chisq.test({table}, correct = {correct})\n"),
        "goodness" => {
            let counts = typed(options).map_or(format!("table({value})"), |table| format!("c({table})"));
            match options.text("parameters") {
                "" => format!("chisq.test({counts})\n"),
                shares => format!("chisq.test({counts}, p = c({shares}), rescale.p = TRUE)\n"),
            }
        }
        "fisher" => match options.whole("tables").unwrap_or(0) {
            0 => format!("fisher.test({table}, {end})\n"),
            draws => format!("fisher.test({table}, simulate.p.value = TRUE, B = {draws})\n"),
        },
        "mcnemar" => format!("mcnemar.test({table}, correct = {correct})\n"),
        "trend" => prop("prop.trend.test(seen, trials)"),
        "binomial" => prop(&format!("binom.test(seen, trials, {p}{end})")),
        "rates" => prop(&format!(
            "poisson.test(seen, trials, {}{end})",
            if null.is_empty() { String::new() } else { format!("r = {null}, ") }
        )),
        "ks" if options.text("by").is_empty() && !paired => {
            let law = match options.text("reference") {
                "exponential" => "pexp",
                "uniform" => "punif",
                _ => "pnorm",
            };
            let more = options.text("parameters");
            let more = if more.is_empty() { String::new() } else { format!(", {more}") };
            format!("ks.test({value}, \"{law}\"{more})\n")
        }
        "ks" => format!("ks.test({lists})\n"),
        "shapiro" => format!("shapiro.test({value})\n"),
        "ab-mixture" => {
            let scale = options.text("prior-sd");
            prop(&format!(
                "share <- seen / trials\nnoise <- sum(share * (1 - share) / trials)\ngap <- share[1] - share[2]\n\
                 prior <- {scale}^2\nratio <- sqrt(noise / (noise + prior)) * exp(prior * gap^2 / (2 * noise * (noise + prior)))\n\
                 min(1, 1 / ratio)"
            ))
        }
        _ => prop(&format!("prop.test(seen, trials, {p}correct = {correct}, {end})")),
    }
}
