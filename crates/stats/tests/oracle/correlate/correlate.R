# Rscript correlate.R: writes correlate.json beside it. R 4.2.2; energy, polycor, psych.
suppressMessages({library(energy); library(polycor); library(psych); source("../json17.R")})
ct <- function(x, y, m, ...) { h <- suppressWarnings(cor.test(x, y, method = m, ...)); list(estimate = unname(h$estimate), statistic = unname(h$statistic), p = h$p.value, ci = if (is.null(h$conf.int)) list() else as.numeric(h$conf.int)) }
kinds <- function(x, y) { o <- list(); for (m in c("pearson", "spearman", "kendall")) for (a in c("two.sided", "greater", "less")) o[[paste(m, a)]] <- ct(x, y, m, alternative = a); o[["spearman cc"]] <- ct(x, y, "spearman", exact = FALSE, continuity = TRUE); o[["kendall cc"]] <- ct(x, y, "kendall", exact = FALSE, continuity = TRUE); o }
set.seed(20)
sizes <- lapply(c(4, 7, 9, 10, 25, 49, 50, 120), function(n) { x <- round(rnorm(n), 6); y <- round(0.5 * x + rnorm(n), 6); list(x = x, y = y, r = kinds(x, y)) })
tied <- local({ x <- c(1, 2, 2, 3, 3, 3, 4, 5, 5, 6, 7, 7); y <- c(2, 1, 3, 3, 4, 2, 5, 5, 6, 6, 8, 7); list(list(x = x, y = y, r = kinds(x, y))) })
x <- sizes[[5]]$x; y <- sizes[[5]]$y
d <- data.frame(a = round(rnorm(40), 3), b = round(rnorm(40), 3), c = round(rnorm(40), 3)); d$d <- round(d$a - d$b + rnorm(40), 3); d$a[c(3, 9)] <- NA; d$c[c(9, 20, 31)] <- NA
gaps <- list(columns = as.list(d), pairwise = as.numeric(cor(d, use = "pairwise")), complete = as.numeric(cor(d, use = "complete")), spearman = as.numeric(cor(d, use = "pairwise", method = "spearman")), kendall = as.numeric(cor(d, use = "pairwise", method = "kendall")))
tab <- matrix(c(58, 52, 1, 26, 58, 3, 8, 12, 9), 3, byrow = TRUE)
u <- cut(x, c(-Inf, -.5, .4, Inf), labels = FALSE)
agree <- data.frame(J1 = c(9, 6, 8, 7, 10, 6), J2 = c(2, 1, 4, 1, 5, 2), J3 = c(5, 3, 6, 2, 6, 4), J4 = c(8, 2, 8, 6, 9, 7))
icc <- suppressMessages(ICC(agree, lmer = FALSE))$results
words <- matrix(c(12, 5, 7, 3, 9, 14), 2, byrow = TRUE); ch <- suppressWarnings(chisq.test(words, correct = FALSE))
out <- list(R = R.version.string, pairs = c(sizes, tied), gaps = gaps,
  distance = list(x = x, y = y, dcor = dcor(x, y), dcov = dcov(x, y), bcdcor = bcdcor(x, y)),
  polychoric = list(tab = tab, two = polychor(tab, std.err = TRUE)$rho, one = unclass(polychor(tab, ML = TRUE, std.err = TRUE, control = list(reltol = 1e-15, maxit = 5000)))[c("rho", "row.cuts", "col.cuts")]),
  polyserial = list(x = y, u = u, two = polycor::polyserial(y, u), one = polycor::polyserial(y, u, ML = TRUE, control = list(reltol = 1e-15, maxit = 5000))),
  biserial = list(x = y, u = as.integer(u > 1), r = as.numeric(biserial(y, as.integer(u > 1))), point = cor(y, u > 1)),
  icc = list(estimate = icc$ICC, low = icc$`lower bound`, high = icc$`upper bound`, F = icc$F, p = icc$p),
  difference = list(shared = r.test(50, .5, r13 = .3, r23 = .6)$t, apart = r.test(80, .5, r34 = .3, r23 = .4, r13 = .2, r14 = .1, r24 = .35)$z, unpooled = r.test(80, .5, r34 = .3, r23 = .4, r13 = .2, r14 = .1, r24 = .35, pooled = FALSE)$z),
  words = list(tab = words, statistic = unname(ch$statistic), p = ch$p.value))
writeLines(json17(out), "correlate.json")
