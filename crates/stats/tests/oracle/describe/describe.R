# Rscript describe.R: writes describe.json beside it. R 4.2.2; e1071 for the types of skewness and kurtosis, nortest for normality.
suppressMessages({library(e1071); library(nortest); source("../json17.R")})
x <- c(3.1, 2.7, 8.4, 5.5, 5.5, 1.2, 9.9, 4.3, 7.7, 2.2, 6.1, 30.5, 4.9, 3.3, 5.0, 6.6, 2.9, 4.4, 8.1, 5.2, 3.8, 7.0, 6.3, 4.1)
y <- c(12, 15, 11, 19, 23, 14, 16, 18, 90, 13, 17, 15, 14, 12, 20, 22, 16, 15, 13, 18)
one <- function(x) list(
  x = x, mean = mean(x), sd = sd(x), median = median(x), mad = mad(x), iqr = IQR(x), trimmed = mean(x, trim = .1),
  skewness = sapply(1:3, function(t) skewness(x, type = t)), kurtosis = sapply(1:3, function(t) kurtosis(x, type = t)),
  quantiles = lapply(1:9, function(t) unname(quantile(x, c(0, .01, .1, .25, .333, .5, .9, .975, 1), type = t))),
  ci = as.numeric(t.test(x)$conf.int), acf = acf(x, 1, plot = FALSE)$acf[2], geometric = exp(mean(log(x))), harmonic = 1 / mean(1 / x),
  shapiro = unname(c(shapiro.test(x)$statistic, shapiro.test(x)$p.value)),
  ad = unname(c(ad.test(x)$statistic, ad.test(x)$p.value)), lillie = unname(c(lillie.test(x)$statistic, lillie.test(x)$p.value)))
# Maximum likelihood with values missing, by EM row by row, and Little's distance.
z <- cbind(a = c(1.2, 3.4, NA, 5.1, 2.2, 4.8, 3.3, NA, 6.0, 2.9, 3.8, 5.5, 1.7, 4.1, 2.5), b = c(2.3, NA, 4.1, 6.2, 2.0, 5.5, 3.1, 4.4, NA, 3.0, 4.9, 6.1, NA, 4.0, 2.2),
  c = c(0.5, 1.1, 0.9, NA, 1.4, 0.2, 0.8, 1.3, 0.1, NA, 0.6, 0.4, 1.0, 0.7, 1.2))
mu <- colMeans(z, na.rm = TRUE); S <- diag(apply(z, 2, var, na.rm = TRUE))
for (it in 1:20000) {
  T1 <- 0; T2 <- 0
  for (i in 1:nrow(z)) {
    o <- !is.na(z[i, ]); v <- z[i, ]; C <- matrix(0, 3, 3)
    if (any(!o)) { B <- S[!o, o, drop = FALSE] %*% solve(S[o, o]); v[!o] <- mu[!o] + B %*% (z[i, o] - mu[o]); C[!o, !o] <- S[!o, !o] - B %*% S[o, !o, drop = FALSE] }
    T1 <- T1 + v; T2 <- T2 + v %o% v + C
  }
  m <- T1 / nrow(z); n <- T2 / nrow(z) - m %o% m; d <- max(abs(m - mu), abs(n - S)); mu <- m; S <- n
  if (d < 1e-15) break
}
key <- apply(is.na(z), 1, paste, collapse = ""); d2 <- 0; df <- -3
for (k in unique(key)) { r <- z[key == k, , drop = FALSE]; o <- !is.na(r[1, ]); e <- colMeans(r)[o] - mu[o]; d2 <- d2 + nrow(r) * drop(t(e) %*% solve(S[o, o]) %*% e); df <- df + sum(o) }
out <- list(R = R.version.string, samples = list(one(x), one(y)), little = list(a = z[, 1], b = z[, 2], c = z[, 3], statistic = d2, df = df, p = pchisq(d2, df, lower.tail = FALSE), mean = unname(mu), cov = unname(as.numeric(S))))
writeLines(json17(out), "describe.json")
