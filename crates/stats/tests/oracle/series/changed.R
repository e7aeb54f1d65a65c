# Answers of R's nlme on a made-up series, for ../changed.rs. Run beside ../json17.R.
source("../json17.R")
suppressMessages(library(nlme))
n <- 40; at <- 26
t <- 0:(n - 1)
e <- ((t * 37) %% 11 - 5) / 5
for (i in 2:n) e[i] <- 0.5 * e[i - 1] + e[i]
x <- round(cos(t / 3) + ((t * 17) %% 7) / 7, 3)
y <- round(50 + 0.3 * t + 2 * (t >= at) - 0.1 * (t >= at) * (t - at) + 1.5 * x + e, 3)
time <- t - at; after <- as.numeric(t >= at)
one <- function(form) {
  fit <- gls(form, correlation = corAR1(form = ~ t), method = "REML",
    control = glsControl(maxIter = 1000, msMaxIter = 1000, tolerance = 1e-12))
  list(rho = unname(coef(fit$modelStruct$corStruct, unconstrained = FALSE)), estimates = unname(coef(fit)),
    errors = unname(sqrt(diag(fit$varBeta))))
}
alone <- one(y ~ time + after + I(after * time)); beside <- one(y ~ time + after + I(after * time) + x)
writeLines(json17(list(meta = R.version.string, nlme = as.character(packageVersion("nlme")), at = at, y = y, x = x, alone = alone, beside = beside)), "changed.json")
