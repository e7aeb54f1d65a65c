//! R scripts that repeat an answer.

use super::ask;
use super::source::Source;
use crate::Options;
use stats::factor::{Basis, Missing};

/// The correlations, and the rows where there are any.
fn head(file: &str, source: &Source, packages: &[&str]) -> String {
    let mut text: String = packages.iter().map(|name| format!("library({name})\n")).collect();
    let names: Vec<String> = source.of.names.iter().map(|name| format!("{name:?}")).collect();
    let names = names.join(", ");
    text.push_str(&format!("data <- read.csv({file:?}, check.names = FALSE)\n"));
    if source.matrix {
        text.push_str(&format!("all <- names(data)[sapply(data, is.numeric)]\nitems <- c({names})\n"));
        text.push_str("R <- as.matrix(data[, all]); rownames(R) <- all; R <- cov2cor(R[items, items])\n");
        text.push_str(&format!("n <- {}\n", source.of.n.map_or("NA".to_owned(), |n| n.to_string())));
        return text;
    }
    text.push_str(&format!("items <- c({names})\nx <- data[, items]\n"));
    if source.of.basis != Basis::Pearson {
        text.push_str(&other(source));
        return text;
    }
    match source.of.missing {
        Missing::Listwise => text.push_str("x <- na.omit(x)\nR <- cor(x)\nn <- nrow(x)\n"),
        Missing::Pairwise => {
            let n = source.of.n.unwrap_or(0);
            text.push_str(&format!(
                "R <- cor(x, use = \"pairwise\")\nn <- {n} # the fewest rows of any pair\n"
            ));
        }
    }
    text
}

/// Correlations of ranks, or of what lies behind scales.
fn other(source: &Source) -> String {
    let of = &source.of;
    let (mut text, pairs) = match of.missing {
        Missing::Listwise => ("x <- na.omit(x)\n".to_owned(), ""),
        Missing::Pairwise => (String::new(), ", use = \"pairwise\""),
    };
    if of.basis == Basis::Spearman {
        text.push_str(&format!("R <- cor.smooth(cor(x, method = \"spearman\"{pairs}))\n"));
    } else {
        let fill = if of.filled.is_empty() { "0" } else { "0.5" };
        if !of.filled.is_empty() {
            text.push_str(
                "# psych fills the empty cells of every pair; the answer only of those that need it\n",
            );
        }
        text.push_str("x[] <- lapply(x, function(own) as.integer(factor(own)))\n");
        text.push_str("# psych's search ends after four to five digits\n");
        text.push_str(&format!("R <- polychoric(x, global = FALSE, correct = {fill}, max.cat = 20)$rho\n"));
    }
    let fewest = if of.missing == Missing::Pairwise { " # the fewest rows of any pair" } else { "" };
    text.push_str(&format!("n <- {}{fewest}\n", of.n.unwrap_or(0)));
    text
}

/// A factor model by psych.
pub fn model(file: &str, source: &Source, options: &Options, factors: usize) -> String {
    let mut text = head(file, source, &["psych", "GPArotation"]);
    let method = options.text("method");
    if method == "gls" {
        text.push_str(
            "# psych's gls ends where the gradient of maximum likelihood tells it to: its figures differ\n",
        );
    }
    let name = ask::rotation_name(options);
    text.push_str(&format!(
        "f <- fa(R, nfactors = {factors}, n.obs = n, fm = {method:?}, rotate = \"none\",\n"
    ));
    text.push_str("  min.err = 1e-10, max.iter = 5000)\n");
    text.push_str(&format!("rotated <- {}\n", rotation(name, options)));
    text.push_str("print(rotated$loadings, cutoff = 0); print(rotated$Phi); print(f)\n");
    text
}

/// Scores of new rows by the weights of the first.
pub fn scores(options: &Options) -> String {
    let method = match options.text("scores") {
        "bartlett" => "Bartlett",
        "tenberge" => "tenBerge",
        _ => "Thurstone",
    };
    format!(
        "w <- factor.scores(R, f = unclass(rotated$loadings), Phi = rotated$Phi, method = {method:?})$weights\n\
         print(scale(new[, items], colMeans(x, na.rm = TRUE), apply(x, 2, sd, na.rm = TRUE)) %*% w)"
    )
}

/// The rotation of `f$loadings`.
fn rotation(name: &str, options: &Options) -> String {
    let l = "unclass(f$loadings)";
    let power = options.number("power").unwrap_or(4.0);
    let kaiser = match options.text("kaiser") {
        "on" => "TRUE",
        _ => "FALSE",
    };
    match name {
        "none" => "f".to_owned(),
        "varimax" => {
            let kaiser = if options.text("kaiser") == "off" { "FALSE" } else { "TRUE" };
            format!("varimax({l}, normalize = {kaiser}, eps = 1e-15)")
        }
        "promax" => format!("promax(unclass(varimax({l}, eps = 1e-15)$loadings), m = {power})"),
        "promax-psych" => format!("kaiser({l}, rotate = \"Promax\", m = {power})"),
        "equamax" => format!(
            "cfT({l}, kappa = ncol({l}) / (2 * nrow({l})), normalize = {kaiser}, eps = 1e-8, maxit = 5000)"
        ),
        "oblimin" => {
            let gamma = options.number("gamma").unwrap_or(0.0);
            format!("oblimin({l}, gam = {gamma}, normalize = {kaiser}, eps = 1e-8, maxit = 5000)")
        }
        "geominQ" | "geominT" => {
            let delta = options.number("delta").unwrap_or(0.01);
            format!("{name}({l}, delta = {delta}, normalize = {kaiser}, eps = 1e-8, maxit = 5000)")
        }
        name => format!("{name}({l}, normalize = {kaiser}, eps = 1e-8, maxit = 5000)"),
    }
}

/// Principal components.
pub fn components(file: &str, source: &Source, options: &Options, count: usize) -> String {
    let name = ask::rotation_name(options);
    if name == "none" && source.of.basis != Basis::Pearson {
        let mut text = head(file, source, &["psych"]);
        text.push_str(&format!("e <- eigen(R)\nsqrt(e$values); e$vectors[, 1:{count}]\n"));
        return text;
    }
    if name != "none" || source.matrix {
        let mut text = head(file, source, &["psych", "GPArotation"]);
        text.push_str(&format!(
            "p <- principal(R, nfactors = {count}, rotate = {name:?}, n.obs = n)\nprint(p)\n"
        ));
        return text;
    }
    let mut text = head(file, source, &[]);
    let scale = if options.flag("scale") { "TRUE" } else { "FALSE" };
    text.push_str(&format!("p <- prcomp(x, scale. = {scale})\nsummary(p); p$rotation[, 1:{count}]\n"));
    text
}

/// Scores of new rows on components.
pub fn component_scores(options: &Options, count: usize) -> String {
    match ask::rotation_name(options) {
        "none" => format!("print(predict(p, new)[, 1:{count}])"),
        _ => "print(scale(new[, items], colMeans(x, na.rm = TRUE), apply(x, 2, sd, na.rm = TRUE)) %*% p$weights)"
            .to_owned(),
    }
}

/// The number of factors.
pub fn number(file: &str, source: &Source, options: &Options) -> String {
    let mut text = head(file, source, &["psych"]);
    let (simulations, seed) = (options.text("simulations"), options.text("seed"));
    text.push_str("KMO(R); cortest.bartlett(R, n)\n");
    text.push_str(&format!(
        "set.seed({seed}); fa.parallel(R, n.obs = n, fa = \"both\", n.iter = {simulations})\n"
    ));
    text.push_str("vss(R, n.obs = n, rotate = \"varimax\")\n");
    text
}

/// The reliability of a scale.
pub fn scale(file: &str, source: &Source, _: &Options) -> String {
    let mut text = head(file, source, &["psych", "GPArotation"]);
    let what = if source.matrix || source.of.basis != Basis::Pearson { "R, n.obs = n" } else { "x" };
    text.push_str(&format!("alpha({what}, check.keys = TRUE)\nomega(R, n.obs = n)\nsplitHalf(R)\n"));
    text
}

/// A confirmed model by lavaan.
pub fn confirm(
    file: &str,
    source: &Source,
    model: &[stats::factor::confirm::Measured],
    options: &Options,
) -> String {
    let mut text = head(file, source, &["lavaan"]);
    // lavaan takes no names with signs in them: items are renamed in the order of the columns.
    let mut renamed = Vec::new();
    let place = |item: &String| source.of.names.iter().position(|name| name == item).map_or(0, |at| at + 1);
    for (at, part) in model.iter().enumerate() {
        let items: Vec<String> = part.items.iter().map(|item| format!("v{}", place(item))).collect();
        renamed.push(format!("F{} =~ {}", at + 1, items.join(" + ")));
    }
    let names = "paste0(\"v\", seq_along(items))";
    text.push_str(&format!("model <- {:?}\n", renamed.join("; ")));
    match source.matrix {
        true => text.push_str(&format!(
            "dimnames(R) <- list({names}, {names})\nf <- cfa(model, sample.cov = R, sample.nobs = n)\n"
        )),
        false => text.push_str("names(x) <- paste0(\"v\", seq_along(x))\nf <- cfa(model, data = x)\n"),
    }
    text.push_str(&format!(
        "summary(f, fit.measures = TRUE, standardized = TRUE); parameterEstimates(f, level = {})\n",
        options.text("level")
    ));
    text
}
