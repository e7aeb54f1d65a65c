# What a series comes to, asked of R from the series to the interval, for ../foresee.rs. Run beside ../json17.R.
# Base R alone: the ways whose form is not searched for (naive, seasonal naive, drift, mean, regression on what leads), each
# beside the season's waves; the steps are those that stats::foresee documents, written anew. Theta and the smoothings are held
# against R's forecast in ../series.
source("../json17.R")
waves <- function(n, period) {
  if (period < 2) return(NULL)
  t <- 0:(n - 1); most <- if (period <= 12) period %/% 2 else 3
  do.call(cbind, lapply(seq_len(most), function(k) {
    angle <- 2 * pi * k * t / period
    if (2 * k == period) cbind(cos(angle)) else cbind(cos(angle), sin(angle))
  }))
}
beside <- function(y, period, h, f) {
  n <- length(y)
  if (period < 2 || 2 * period > n) return(f(y))
  W <- waves(n + h, period); t <- 1:n; b <- coef(lm(y ~ t + W[1:n, ]))[-(1:2)]
  c <- f(y - drop(W[1:n, ] %*% b)); c$mean <- c$mean + drop(W[n + 1:h, ] %*% b); c
}
ways <- function(period, x, lag, wanders) {
  each <- list(
    Naive = function(y, h) beside(y, period, h, function(r) list(mean = rep(tail(r, 1), h), spread = sqrt(mean(diff(r)^2) * 1:h))),
    Drift = function(y, h) beside(y, period, h, function(r) {
      n <- length(r); d <- diff(r); list(mean = tail(r, 1) + mean(d) * 1:h, spread = sqrt(var(d) * 1:h * (1 + 1:h / (n - 1)))) }),
    Mean = function(y, h) beside(y, period, h, function(r) list(mean = rep(mean(r), h), spread = rep(sqrt(var(r) * (1 + 1 / length(r))), h))))
  if (period > 1) each[["Seasonal naive"]] <- function(y, h) {
    n <- length(y); list(mean = y[n - period + 1 + (0:(h - 1)) %% period], spread = sqrt(mean(diff(y, period)^2) * ((0:(h - 1)) %/% period + 1))) }
  if (!is.null(x)) each[["Regression"]] <- function(y, h) beside(y, period, h, function(r) {
    n <- length(r); at <- (lag + 1):n
    one <- sapply(1:h, function(k) {
      known <- x[at - max(lag - k, 0)]; now <- cbind(r[at], known)
      if (wanders(r)) now <- cbind(r[at] - r[at - 1], known - x[at - lag])
      m <- length(at) - k; z <- r[at[1:m] + k] - if (wanders(r)) r[at[1:m]] else 0
      fit <- lm(z ~ now[1:m, ]); b <- coef(fit)
      c(sum(b * c(1, now[length(at), ])) + if (wanders(r)) r[n] else 0, sqrt(sum(resid(fit)^2) / (m - 3) * (1 + 3 / m)))
    })
    list(mean = one[1, ], spread = one[2, ]) })
  each
}
whole <- function(y, period, steps, x = NULL, lag = 0, wanders = function(r) FALSE) {
  n <- length(y); s <- max(1, min(steps, n %/% 4)); first <- min(max(n %/% 2, 8), n - s)
  places <- min(n - s - first + 1, 12); at <- first + ((n - s - first) * (1:places)) %/% places
  all <- ways(period, x, lag, wanders)
  tests <- lapply(all, function(way) lapply(at, function(end) { c <- way(y[1:end], s); cbind(y[end + 1:s] - c$mean, c$spread) }))
  mae <- sapply(tests, function(t) mean(abs(unlist(lapply(t, function(e) e[, 1])))))
  best <- names(which.min(mae)); u <- sapply(tests[[best]], function(e) mean((e[, 1] / e[, 2])^2))
  stretch <- sqrt((4 + sum(u)) / (4 + places)); df <- 4 + places; arm <- qt(0.9, df)
  ratios <- unlist(lapply(tests[[best]], function(e) e[, 1] / e[, 2]))
  c <- all[[best]](y, steps); spread <- c$spread * stretch
  list(y = y, x = x, lag = lag, period = period, steps = steps, way = best, mae = as.list(mae), stretch = stretch, df = df,
    coverage = mean(abs(ratios) <= arm * stretch), mean = c$mean, low = c$mean - arm * spread, high = c$mean + arm * spread,
    chance = pt((y[n] - c$mean[steps]) / spread[steps], df, lower.tail = FALSE))
}
# With this seed one of these ways is the best of all, the smoothings included.
set.seed(22)
n <- 90; t <- 1:n
season <- 6 * cos(2 * pi * t / 12)
lead <- rnorm(160); led <- c(rep(0, 4), 3 * lead[1:156]) + 0.4 * rnorm(160)
out <- list(meta = R.version.string,
  level = whole(round(40 + season + rnorm(n), 3), 12, 8),
  rising = whole(round(cumsum(2 + 0.3 * rnorm(n)), 3), 1, 6),
  led = whole(round(20 + led, 3), 1, 4, round(lead, 3), 4))
writeLines(json17(out), "foresee.json")
