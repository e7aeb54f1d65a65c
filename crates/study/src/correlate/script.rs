//! The same in R.

use super::pairs::Pairs;

impl Pairs {
    /// An R script that repeats it.
    pub(super) fn in_r(&self, file: &str) -> String {
        let list =
            |names: &[String]| names.iter().map(|name| format!("{name:?}")).collect::<Vec<_>>().join(", ");
        let columns = list(&self.names);
        let adjust = match self.options.text("adjust") {
            "bh" => "BH",
            "by" => "BY",
            other => other,
        };
        let keep = if self.options.text("missing") == "listwise" || self.method == "partial" {
            "x <- na.omit(x)\n"
        } else {
            ""
        };
        let given = self.options.columns("given");
        let head = |all: &[String]| {
            format!("data <- read.csv({file:?}, check.names = FALSE)\nx <- data[c({})]\n{keep}", list(all))
        };
        let alternative = self.options.text("alternative").replace('-', ".");
        let (level, first) = (self.level, if self.options.text("with").is_empty() { "" } else { ", 1" });
        // Only the pairs with the first column where one was named.
        let pairs = match first {
            "" => "pairs <- combn(names(x), 2, simplify = FALSE)\n",
            _ => "pairs <- lapply(names(x)[-1], function(y) c(names(x)[1], y))\n",
        };
        let table = "print(do.call(rbind, rows))\n";
        let by = self.options.text("between");
        let differences = match (by, first) {
            ("", "") => String::new(),
            ("", _) if self.differences.is_empty() => String::new(),
            ("", _) => format!(
                "# Williams's t and Zou's interval, of the rows that have all three columns\n{}for (p in combn(names(x)[-1], 2, simplify = FALSE)) {{\n  y <- na.omit(x[c(names(x)[1], p)]); n <- nrow(y); r <- cor(y); q <- r[1, 2]; s <- r[1, 3]; t <- r[2, 3]\n  k <- ((t - q * s / 2) * (1 - q^2 - s^2 - t^2) + t^3) / ((1 - q^2) * (1 - s^2))\n  print(p); print(psych::r.test(n, q, s, t)); print(zou(q, n, s, n, k))\n}}\n",
                zou(level)
            ),
            (by, _) => format!(
                "# Fisher's z and Zou's interval\n{}for (p in pairs) for (g in combn(unique(data[[{by:?}]]), 2, simplify = FALSE)) {{\n  one <- na.omit(x[data[[{by:?}]] == g[1], p]); two <- na.omit(x[data[[{by:?}]] == g[2], p])\n  print(c(p, g)); print(psych::r.test(nrow(one), cor(one)[2], r34 = cor(two)[2], n2 = nrow(two)))\n  print(zou(cor(one)[2], nrow(one), cor(two)[2], nrow(two)))\n}}\n",
                zou(level)
            ),
        };
        match self.method {
            "partial" => {
                let all: Vec<String> = self.names.iter().chain(&given).cloned().collect();
                let taken = match given.is_empty() {
                    true => "setdiff(names(x), p)".to_owned(),
                    false => format!("c({})", list(&given)),
                };
                let names = format!("pairs <- combn(c({columns}), 2, simplify = FALSE)\n");
                format!(
                    "{}{names}rows <- lapply(pairs, function(p) {{\n  z <- as.matrix(cbind(1, x[{taken}]))\n  e <- function(v) lm.fit(z, x[[v]])$residuals\n  r <- cor(e(p[1]), e(p[2])); df <- nrow(x) - ncol(z) - 1\n  data.frame(x = p[1], y = p[2], estimate = r, df = df, p.value = 2 * pt(-abs(r * sqrt(df / (1 - r^2))), df))\n}})\nrows <- do.call(rbind, rows)\nrows$p.adjusted <- p.adjust(rows$p.value, {adjust:?})\nprint(rows)\n",
                    head(&all)
                )
            }
            "polychoric" => format!(
                "# install.packages(\"polycor\")\nlibrary(polycor)\n{}{pairs}rows <- lapply(pairs, function(p) {{\n  h <- polychor(x[[p[1]]], x[[p[2]]], std.err = TRUE)\n  data.frame(x = p[1], y = p[2], estimate = h$rho, std.error = sqrt(h$var))\n}})\n{table}",
                head(&self.names)
            ),
            "distance" => format!(
                "# install.packages(\"energy\")\nlibrary(energy)\n{}{pairs}set.seed({})\nrows <- lapply(pairs, function(p) {{\n  h <- na.omit(x[p])\n  t <- dcov.test(h[[1]], h[[2]], R = {})\n  data.frame(x = p[1], y = p[2], estimate = dcor(h[[1]], h[[2]]), statistic = t$statistic, p.value = t$p.value)\n}})\n{table}",
                head(&self.names),
                self.options.text("seed"),
                self.options.text("permutations"),
            ),
            "cramer" => format!(
                "{}{pairs}rows <- lapply(pairs, function(p) {{\n  n <- table(x[[p[1]]], x[[p[2]]])\n  h <- chisq.test(n, correct = FALSE)\n  v <- sqrt(unname(h$statistic) / sum(n) / (min(dim(n)) - 1))\n  data.frame(x = p[1], y = p[2], estimate = v, statistic = h$statistic, df = h$parameter, p.value = h$p.value)\n}})\n{table}",
                head(&self.names)
            ),
            "mixed" => format!(
                "# install.packages(\"polycor\")\nlibrary(polycor)\n{}print(hetcor(x, ML = FALSE, use = \"pairwise.complete.obs\"))\n",
                head(&self.names)
            ),
            method => format!(
                "{}{pairs}rows <- lapply(pairs, function(p) {{\n  h <- cor.test(as.numeric(x[[p[1]]]), as.numeric(x[[p[2]]]), method = {:?}, alternative = {alternative:?}, conf.level = {level}{})\n  data.frame(x = p[1], y = p[2], estimate = h$estimate, statistic = h$statistic, p.value = h$p.value)\n}})\nrows <- do.call(rbind, rows)\nrows$p.adjusted <- p.adjust(rows$p.value, {adjust:?})\nprint(rows)\n{differences}",
                head(&self.names),
                if method == "point-biserial" { "pearson" } else { method },
                if self.options.flag("continuity") { ", exact = FALSE, continuity = TRUE" } else { "" },
            ),
        }
    }
}

/// Zou's interval of the difference of two correlations, as a function in R.
fn zou(level: f64) -> String {
    format!(
        "zou <- function(r, n, s, m, k = 0, level = {level}) {{\n  e <- function(r, n) tanh(atanh(r) + c(-1, 1) * qnorm((1 + level) / 2) / sqrt(n - 3))\n  a <- e(r, n); b <- e(s, m); away <- function(a, b) sqrt(a^2 + b^2 - 2 * k * a * b)\n  r - s + c(-away(r - a[1], b[2] - s), away(a[2] - r, s - b[1]))\n}}\n"
    )
}
