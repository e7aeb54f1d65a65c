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
            method => format!(
                "{}{pairs}rows <- lapply(pairs, function(p) {{\n  h <- cor.test(x[[p[1]]], x[[p[2]]], method = {method:?}, alternative = {alternative:?}, conf.level = {level}{})\n  data.frame(x = p[1], y = p[2], estimate = h$estimate, statistic = h$statistic, p.value = h$p.value)\n}})\nrows <- do.call(rbind, rows)\nrows$p.adjusted <- p.adjust(rows$p.value, {adjust:?})\nprint(rows)\n",
                head(&self.names),
                if self.options.flag("continuity") { ", exact = FALSE, continuity = TRUE" } else { "" },
            ),
        }
    }
}
