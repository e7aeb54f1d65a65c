# Answers of R on a made-up series, for crates/stats/tests/series.rs. Run beside ../json17.R.
source("../json17.R")
suppressMessages({ library(forecast); library(tseries); library(urca); library(strucchange) })
t <- 1:96
y <- round(50 + 0.3 * t + 8 * sin(2 * pi * t / 12) + 3 * cos(2 * pi * t / 5.3) + 4 * ((t * 37) %% 11 - 5) / 5 + 9 * (t > 60), 2)
s <- ts(y, frequency = 12)
adf <- function(type, k) unname(ur.df(y, type = type, lags = k)@teststat[1])
bp <- breakpoints(y ~ 1)
line <- breakpoints(y ~ t)
sup <- sctest(Fstats(y ~ t))
robust <- stl(s, s.window = 7, robust = TRUE)$time.series
gap <- s; gap[c(5, 40, 41, 90)] <- NA
a <- suppressWarnings(adf.test(y)); k0 <- suppressWarnings(kpss.test(y)); k1 <- suppressWarnings(kpss.test(y, "Trend"))
p1 <- suppressWarnings(pp.test(y)); p2 <- suppressWarnings(pp.test(y, type = "Z(t_alpha)"))
ar <- Arima(s, c(1, 0, 1), c(0, 1, 1), method = "ML", optim.control = list(reltol = 1e-14, maxit = 2000))
out <- list(meta = R.version.string,
  y = y, adf_none = adf("none", 2), adf_drift = adf("drift", 2), adf_trend = adf("trend", 3),
  tseries = list(adf = c(a$statistic, a$p.value, a$parameter), kpss_level = c(k0$statistic, k0$p.value), kpss_trend = c(k1$statistic, k1$p.value),
    pp_alpha = c(p1$statistic, p1$p.value), pp_t = c(p2$statistic, p2$p.value)),
  ndiffs = ndiffs(y), nsdiffs = nsdiffs(s),
  breaks = bp$breakpoints, breaks_rss = as.numeric(summary(bp)$RSS["RSS", ]), line_rss = as.numeric(summary(line)$RSS["RSS", ]),
  line_sup = c(sup$statistic, sup$p.value),
  stl_trend = as.numeric(robust[, 2]), stl_seasonal = as.numeric(robust[, 1]),
  filled = as.numeric(na.interp(gap))[c(5, 40, 41, 90)],
  supsmu = supsmu(t, y)$y,
  arima = c(ar$loglik, coef(ar)), arima_forecast = as.numeric(forecast(ar, 5)$mean),
  snaive = as.numeric(snaive(s, 3)$upper[, 2]), drift = as.numeric(rwf(s, 3, drift = TRUE)$mean)
)
writeLines(json17(out), "series.json")
