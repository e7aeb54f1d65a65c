//! The same in R.

use super::found::{Found, Study};

impl Study {
    /// An R script that repeats it.
    pub(super) fn in_r(&self, file: &str) -> String {
        let (name, period, level) = (&self.course.name, self.course.period, self.level);
        let mut head = format!("data <- read.csv({file:?}, check.names = FALSE)\n");
        if !self.options.text("time").is_empty() {
            head.push_str(&format!("data <- data[order(data[[{:?}]]), ]\n", self.options.text("time")));
        }
        head.push_str(&format!("y <- ts(data[[{name:?}]], frequency = {period})\n"));
        if let Some((other, _)) = &self.course.other {
            head.push_str(&format!("x <- ts(data[[{other:?}]], frequency = {period})\n"));
        }
        let forecast = "# install.packages(\"forecast\")\nlibrary(forecast)\n";
        let steps = match &self.found {
            Found::Foreseen(found) => found.forecast.mean.len(),
            _ => 0,
        };
        let fill = if self.course.filled > 0 { "y <- forecast::na.interp(y)\n" } else { "" };
        let (packages, body) = match &self.found {
            Found::Lags { acf, white, .. } => {
                let (lags, tested) = (acf.lags.len().saturating_sub(1), white.lags);
                (
                    "",
                    format!(
                        "print(acf(y, {lags}))\nprint(pacf(y, {lags}))\nprint(Box.test(y, lag = {tested}, type = \"Ljung\"))\n"
                    ),
                )
            }
            Found::Cross { plain, .. } => (
                "",
                format!("print(ccf(as.numeric(x), as.numeric(y), lag.max = {}))\n", plain.lags.len() / 2),
            ),
            Found::Roots { adf, .. } => (
                "# install.packages(c(\"urca\", \"tseries\", \"forecast\"))\n",
                format!(
                    "print(summary(urca::ur.df(y, type = \"drift\", lags = {})))\nprint(tseries::kpss.test(y))\nprint(tseries::pp.test(y, type = \"Z(t_alpha)\"))\nprint(forecast::ndiffs(y))\n",
                    adf.lags
                ),
            ),
            Found::Season(_) => (forecast, "print(findfrequency(y))\n".to_owned()),
            Found::Parts(parts) => match (parts.method, parts.multiplied) {
                ("classical", multiplied) => (
                    "",
                    format!(
                        "print(decompose(y, {:?}))\n",
                        if multiplied { "multiplicative" } else { "additive" }
                    ),
                ),
                ("mstl", _) => (
                    forecast,
                    format!(
                        "print(mstl(msts(y, c({})), robust = {}))\n",
                        listed(&parts.periods),
                        self.robust()
                    ),
                ),
                _ => {
                    let window = if self.options.flag("evolving") { "13" } else { "\"periodic\"" };
                    ("", format!("print(stl(y, s.window = {window}, robust = {}))\n", self.robust()))
                }
            },
            Found::Foreseen(found) => {
                let model = match &found.model {
                    super::found::Fitted::Ets(m) => {
                        let letters: String = m.model.name().chars().filter(|c| "NAM".contains(*c)).collect();
                        format!(
                            "m <- ets(y, {letters:?}, damped = {})\nprint(m)\nprint(forecast(m, {steps}, level = {level}))\n",
                            self.truth(m.model.damped)
                        )
                    }
                    super::found::Fitted::Arima(m) => {
                        let ((p, d, q), (sp, sd, sq)) = (m.orders.plain, m.orders.seasonal);
                        let constant = self.truth(m.orders.constant);
                        format!(
                            "m <- Arima(y, order = c({p}, {d}, {q}), seasonal = c({sp}, {sd}, {sq}), include.constant = {constant})\nprint(m)\nprint(forecast(m, {steps}, level = {level}))\n"
                        )
                    }
                    super::found::Fitted::HoltWinters(_) => format!(
                        "m <- HoltWinters(y, seasonal = \"mult\")\nprint(m)\nprint(predict(m, {steps}))\n"
                    ),
                    super::found::Fitted::Rule if found.forecast.method == "Theta" => {
                        format!("print(thetaf(y, {steps}, level = {level}))\n")
                    }
                    super::found::Fitted::Rule => format!("print(snaive(y, {steps}, level = {level}))\n"),
                };
                (forecast, model)
            }
            Found::Changes(found) => (
                "# install.packages(\"changepoint\")\nlibrary(changepoint)\n",
                match self.options.text("change") {
                    "variance" => {
                        "print(cpts(cpt.meanvar(as.numeric(y), method = \"PELT\", minseglen = 4)))\n"
                            .to_owned()
                    }
                    _ => format!(
                        "print(cpts(cpt.mean(as.numeric(y) / {}, method = \"PELT\", minseglen = 2)))\n",
                        found.sigma
                    ),
                },
            ),
            Found::Breaks(..) => {
                let trim = self.options.text("stretch");
                (
                    "# install.packages(\"strucchange\")\nlibrary(strucchange)\n",
                    format!(
                        "print(summary(breakpoints(y ~ 1, h = {trim})))\nprint(sctest(Fstats(y ~ 1, from = {trim})))\n"
                    ),
                )
            }
            Found::Outliers(_) => (forecast, "print(tsoutliers(y))\n".to_owned()),
            Found::Granger { forth, .. } => (
                "# install.packages(\"lmtest\")\nlibrary(lmtest)\n",
                format!(
                    "d <- data.frame(x = as.numeric(x), y = as.numeric(y))\nprint(grangertest(y ~ x, order = {0}, data = d))\nprint(grangertest(x ~ y, order = {0}, data = d))\n",
                    forth.order
                ),
            ),
            Found::Event(found) => (
                "# install.packages(c(\"sandwich\", \"lmtest\"))\nlibrary(sandwich)\nlibrary(lmtest)\n",
                format!(
                    "t <- seq_along(y) - 1\nafter <- as.numeric(t >= {0})\nm <- lm(y ~ t + after + I(after * (t - {0})))\nprint(coeftest(m, NeweyWest(m, lag = {1}, prewhite = FALSE, adjust = TRUE)))\n",
                    found.at, found.lags
                ),
            ),
        };
        format!("{packages}{head}{fill}{body}")
    }

    fn robust(&self) -> &'static str {
        self.truth(self.options.flag("robust-parts"))
    }

    fn truth(&self, flag: bool) -> &'static str {
        if flag { "TRUE" } else { "FALSE" }
    }
}

fn listed(numbers: &[usize]) -> String {
    numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")
}
