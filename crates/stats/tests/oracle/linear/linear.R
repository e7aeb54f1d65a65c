# Errors and checks of linear models as R's packages give them, on a small made-up panel.
# Rscript linear.R > linear.json
suppressMessages({library(sandwich); library(lmtest); library(car)})
n <- 48
i <- seq_len(n)
d <- data.frame(
  x = round(sin(i * 1.7) * 5 + i / 10, 3),
  z = round(cos(i * 0.9) * 3 + (i %% 7), 3),
  g = factor(c("a", "b", "c", "d")[(i %% 4) + 1]),
  firm = (i - 1) %/% 6 + 1,
  time = (i - 1) %% 6 + 1
)
d$y <- round(2 + 0.8 * d$x - 0.5 * d$z + as.integer(d$g) * 0.7 + sin(i * 2.3) * (1 + i / 40) + (d$firm %% 3), 3)
m <- lm(y ~ x + z + g, d)
w <- lm(y ~ x + z, d, weights = 1 + (seq_len(n) %% 3))
o <- lm(y ~ 0 + x + z, d)
se <- function(v) unname(sqrt(diag(v)))
check <- function(h) list(statistic = unname(h$statistic), df = unname(h$parameter), p = unname(h$p.value))
out <- list(
  meta = list(R = R.version.string, sandwich = as.character(packageVersion("sandwich")),
    lmtest = as.character(packageVersion("lmtest")), car = as.character(packageVersion("car"))),
  data = list(x = d$x, z = d$z, g = as.integer(d$g), firm = d$firm, time = d$time, y = d$y),
  coef = unname(coef(summary(m))),
  cr0 = se(vcovCL(m, d$firm, type = "HC0", cadjust = FALSE)),
  cr1 = se(vcovCL(m, d$firm, type = "HC0")),
  cr1s = se(vcovCL(m, d$firm, type = "HC1")),
  cr2 = se(vcovCL(m, d$firm, type = "HC2")),
  cr3 = se(vcovCL(m, d$firm, type = "HC3")),
  two = se(vcovCL(m, d[c("firm", "time")], type = "HC0")),
  dk = se(vcovPL(m, order.by = d$time, lag = 2, adjust = FALSE, aggregate = TRUE)),
  nw = se(NeweyWest(m)), nw3 = se(NeweyWest(m, lag = 3, prewhite = FALSE)), andrews = se(vcovHAC(m)),
  whc3 = se(vcovHC(w, "HC3")), whc0 = se(vcovHC(w, "HC0")), wcoef = unname(coef(summary(w))),
  wfit = c(summary(w)$r.squared, summary(w)$sigma, logLik(w), AIC(w), BIC(w)),
  ofit = c(summary(o)$r.squared, summary(o)$adj.r.squared, summary(o)$fstatistic[["value"]]),
  gvif = unname(vif(m)), drop1 = unname(as.matrix(drop1(m, test = "F"))[-1, c(2, 5, 6)]),
  white = check(bptest(m, ~ x + z + I(x^2) + I(z^2) + x:z, data = d)),
  dfbetas = unname(dfbetas(m)), predict = unname(predict(m, d[1:3, ], interval = "prediction")),
  confidence = unname(predict(m, d[1:3, ], interval = "confidence")),
  gq = check(gqtest(m, fraction = 0.2, order.by = ~x, data = d)), rain = check(raintest(m, order.by = ~x, data = d)),
  harv = check(harvtest(lm(y ~ x + z, d), order.by = ~z, data = d)), bg3 = check(bgtest(m, order = 3)),
  reset = check(resettest(m)), dw = check(dwtest(m)))
num <- function(x) if (is.matrix(x)) lapply(seq_len(nrow(x)), function(r) as.numeric(x[r, ])) else x
write_json <- function(x) {
  if (is.list(x) && !is.null(names(x))) paste0("{", paste0("\"", names(x), "\":", vapply(x, write_json, ""), collapse = ","), "}")
  else if (is.list(x)) paste0("[", paste(vapply(x, write_json, ""), collapse = ","), "]")
  else if (is.character(x)) paste0("\"", x, "\"")
  else if (is.null(x)) "null"
  else if (is.matrix(x)) write_json(num(x))
  else paste0("[", paste(ifelse(is.nan(x), "null", sprintf("%.17g", as.numeric(x))), collapse = ","), "]")
}
cat(write_json(out), "\n", sep = "")
