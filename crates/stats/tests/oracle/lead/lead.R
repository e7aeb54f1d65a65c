# Whether one series leads another, asked of R from the series to the verdict, for ../lead.rs. Run beside ../json17.R.
# Base R alone: lm, ar.yw, pf, pt; the steps are those that stats::lead documents, written anew.
source("../json17.R")

waves <- function(n, period) {
  if (period < 2 || 2 * period > n) return(NULL)
  t <- 0:(n - 1); most <- if (period <= 12) period %/% 2 else 3
  do.call(cbind, lapply(seq_len(most), function(k) {
    angle <- 2 * pi * k * t / period
    if (2 * k == period) cbind(cos(angle)) else cbind(cos(angle), sin(angle))
  }))
}
unseason <- function(y, W) {
  if (is.null(W)) return(y)
  t <- seq_along(y); y - drop(W %*% coef(lm(y ~ t + W))[-(1:2)])
}
filter_of <- function(v) {
  a <- ar.yw(v, aic = TRUE, order.max = max(1, min(14, length(v) %/% 8)))
  if (a$order == 0) numeric(0) else a$ar
}
own <- function(v, spent) list(values = v, filter = filter_of(v), spent = spent)
passed <- function(o, v) {
  p <- length(o$filter); v <- v - mean(v)
  if (p == 0) return(v)
  M <- embed(v, p + 1); drop(M[, 1] - M[, -1, drop = FALSE] %*% o$filter)
}
ready <- function(y, period, stepped) {
  W <- waves(length(y), period); k <- if (is.null(W)) 0 else ncol(W); y <- unseason(y, W)
  if (stepped) own(diff(y), k) else { t <- seq_along(y); own(unname(resid(lm(y ~ t))), k + 1) }
}
crossed_of <- function(a, b, lags, spent) {
  n <- length(a); size <- sqrt(sum(a^2) * sum(b^2)); lags <- max(1, min(lags, n - 1))
  r <- sapply(1:lags, function(l) sum(a[1:(n - l)] * b[(1 + l):n]) / size)
  strength <- abs(r) * n * sqrt((n - min(spent, n %/% 2)) / n / (n - 1:lags))
  lag <- which.max(strength)
  list(lag = lag, values = r, together = sum(a * b) / size, p = 1 - (1 - 2 * pnorm(strength[lag], lower.tail = FALSE))^lags)
}
crossed <- function(x, y, lags) crossed_of(passed(x, x$values), passed(x, y$values), lags, max(x$spent, y$spent))
columns <- function(v, lags, skip) if (lags == 0) NULL else sapply(seq_len(lags), function(l) v[(skip + 1 - l):(length(v) - l)])
past <- function(x, y, most) {
  p <- length(y$filter); spent <- max(x$spent, y$spent); xv <- x$values; yv <- y$values
  most <- max(1, min(12, most, length(yv) %/% 8)); skip <- max(p, most); z <- yv[(skip + 1):length(yv)]; n <- length(z)
  O <- columns(yv, p, skip); X <- columns(xv, most, skip)
  rss <- function(k) sum(resid(lm(z ~ cbind(O, if (k > 0) X[, seq_len(k), drop = FALSE], 0)))^2)
  bic <- sapply(1:most, function(k) n * log(rss(k) / n) + log(n) * k); order <- which.min(bic)
  df2 <- n - p - order - spent - 1
  f <- ((rss(0) - rss(order)) / order) / (rss(order) / df2)
  list(own = p, order = order, statistic = f, df2 = df2, p = pf(f, order, df2, lower.tail = FALSE), n = n)
}
gain <- function(x, y, lags) {
  n <- length(y); split <- (n * 2) %/% 3
  ox <- own(x[1:split], 0); p <- length(filter_of(y[1:split]))
  lag <- crossed_of(passed(ox, x[1:split]), passed(ox, y[1:split]), max(1, min(lags, split %/% 5)), 0)$lag
  skip <- max(p, lag); z <- y[(skip + 1):n]; O <- columns(y, p, skip); B <- cbind(O, x[(skip + 1 - lag):(n - lag)])
  ahead <- function(M) sapply((split - skip + 1):length(z), function(t) {
    if (is.null(M)) return(mean(z[1:(t - 1)]))
    b <- coef(lm(z[1:(t - 1)] ~ M[1:(t - 1), , drop = FALSE])); sum(b * c(1, M[t, ]))
  })
  f0 <- ahead(O); f1 <- ahead(B); came <- y[(split + 1):n]; e0 <- came - f0; e1 <- came - f1
  adjusted <- e0^2 - (e1^2 - (f0 - f1)^2)
  # Clark and West's test is that of a mean.
  z <- mean(adjusted) / sqrt(var(adjusted) / length(came))
  list(lag = lag, without = sqrt(mean(e0^2)), with = sqrt(mean(e1^2)), share = 1 - mean(e1^2) / mean(e0^2), p = pnorm(z, lower.tail = FALSE))
}
effect <- function(x, y, lag) {
  x <- x[1:(length(x) - lag)]; y <- y[(lag + 1):length(y)]
  o <- own(unname(resid(lm(y ~ x))), 0); x <- passed(o, x); y <- passed(o, y)
  fit <- lm(y ~ x); X <- model.matrix(fit); u <- X * resid(fit); n <- nrow(X); L <- floor(4 * (n / 100)^(2 / 9))
  S <- crossprod(u)
  for (l in seq_len(L)) { G <- crossprod(u[(l + 1):n, ], u[1:(n - l), ]); S <- S + (1 - l / (L + 1)) * (G + t(G)) }
  A <- solve(crossprod(X)); df <- n - 2 - length(o$filter)
  se <- sqrt((A %*% S %*% A)[2, 2] * n / df); b <- unname(coef(fit)[2])
  list(estimate = b, error = se, low = b - qt(0.975, df) * se, high = b + qt(0.975, df) * se)
}
one_way <- function(x, y, lags) {
  c <- crossed(x, y, lags); p <- past(x, y, lags)
  list(crossed = c, past = p, gain = gain(x$values, y$values, lags), p = min(1, 2 * min(c$p, p$p)))
}
drawn_in <- function(v) { m <- median(v); s <- 3 * mad(v, constant = 1 / qnorm(0.75)); if (s <= 0) v else pmin(pmax(v, m - s), m + s) }
tame <- function(a, b, lags, lag) {
  x <- drawn_in(a$values); y <- drawn_in(b$values); drawn <- sum(x != a$values) + sum(y != b$values)
  if (drawn == 0) return(NULL)
  p <- own(x, a$spent); q <- own(y, b$spent)
  list(drawn = drawn, p = min(1, 2 * min(crossed(p, q, lags)$p, past(p, q, lags)$p)), estimate = effect(x, y, lag)$estimate)
}
whole <- function(x, y, period, stepped, lags) {
  a <- ready(x, period, stepped); b <- ready(y, period, stepped)
  lags <- max(1, min(lags, length(a$values) %/% 5))
  forward <- one_way(a, b, lags); lag <- forward$crossed$lag; n <- length(a$values); h <- n %/% 2
  list(x = x, y = y, period = period, stepped = stepped, lags = lags, forward = forward, backward = one_way(b, a, lags),
    effect = effect(a$values, b$values, lag),
    early = effect(a$values[1:h], b$values[1:h], lag), late = effect(a$values[(h + 1):n], b$values[(h + 1):n], lag),
    tame = tame(a, b, lags, lag))
}
set.seed(7)
n <- 240; t <- 1:n
season <- 4 * sin(2 * pi * t / 12) + 2 * cos(4 * pi * t / 12)
x <- as.numeric(arima.sim(list(ar = 0.3), n)); e <- as.numeric(arima.sim(list(ar = 0.2), n))
led <- c(rep(0, 3), 1.5 * x[1:(n - 3)]) + e
wild <- 0.7 * as.numeric(arima.sim(list(ar = 0.8), n))
out <- list(meta = R.version.string,
  months = whole(round(20 + x + season, 3), round(50 + 0.05 * t + led + 2 * season, 3), 12, FALSE, 6),
  apart = whole(round(20 + x, 3), round(9 + e, 3), 1, FALSE, 8),
  bursting = whole(round(exp(wild) * rnorm(n), 3), round(exp(wild) * rnorm(n), 3), 1, FALSE, 6),
  wandering = whole(round(100 + cumsum(x), 3), round(300 + cumsum(led), 3), 1, TRUE, 13))
writeLines(json17(out), "lead.json")
