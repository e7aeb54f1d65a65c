# What R answers on small lists made up here: prints JSON with 17 digits.
num <- function(x) ifelse(is.na(x), "null", ifelse(is.infinite(x), ifelse(x > 0, '"inf"', '"-inf"'), sprintf("%.17g", x)))
list_of <- function(x) paste0("[", paste(num(as.numeric(x)), collapse = ","), "]")
quiet <- suppressWarnings
h <- function(t) list(statistic = t$statistic, df = t$parameter, p = t$p.value, ci = t$conf.int, estimate = t$estimate)
x <- c(4.1, 5.3, 6.2, 2.7, 8.8, 5.9, 7.4, 3.3, 6.6, 9.1, 4.8)
y <- c(3.2, 4.4, 5.1, 2.9, 6.3, 4.7, 6.9, 3.8, 5.2, 7.7, 4.3)
z <- c(1, 2, 2, 3, 5, 5, 5, 7, 8, 8)
w <- c(2, 3, 3, 5, 6, 8, 9, 9, 10)
v <- c(6.4, 7.7, 5.8, 9.3, 8.1, 7.2)
u <- c(1.1, 2.2, 3.3, 4.4, 5.5, 0.3)
s <- c(2.5, 3.6, 4.7, 5.8, 6.9, 7.1)
g <- factor(rep(c("a", "b", "c"), c(11, 11, 6)))
a <- c(x, y, v)
f <- factor(c(1,1,1,2,2,2,1,1,2,2,1,2)); k <- factor(c(1,2,3,1,2,3,1,2,3,1,1,2))
r <- c(3.1, 4.5, 6.2, 2.2, 5.9, 7.7, 3.6, 4.1, 8.4, 2.9, 3.3, 5.0)
m <- matrix(c(12, 5, 7, 3, 9, 14), 2, byrow = TRUE)
q <- matrix(c(794, 86, 150, 570), 2)
o <- list(
  t_one = h(t.test(x, mu = 5)), t_less = h(t.test(x, y, alternative = "less")), t_greater = h(t.test(x, y, var.equal = TRUE, alternative = "greater", conf.level = 0.9)),
  t_paired = h(t.test(x, y, paired = TRUE)),
  mw_exact = h(wilcox.test(u, s, conf.int = TRUE)), mw_less = h(wilcox.test(u, s, alternative = "less")),
  mw_normal = h(quiet(wilcox.test(z, w))), mw_plain = h(quiet(wilcox.test(z, w, correct = FALSE, alternative = "greater"))),
  signed_exact = h(wilcox.test(u, c(1.6, 2.9, 4.4, 3.3 + 0.2, 7.3, 1.7), paired = TRUE, conf.int = TRUE)), signed_normal = h(quiet(wilcox.test(z[1:9], w, paired = TRUE))),
  welch = h(oneway.test(a ~ g)), bartlett = h(bartlett.test(a, g)), fligner = h(fligner.test(a, g)), kruskal = h(kruskal.test(a, g)),
  levene = { d <- abs(a - ave(a, g)); t <- anova(lm(d ~ g)); list(statistic = t[1, 4], p = t[1, 5]) },
  brown = { d <- abs(a - ave(a, g, FUN = median)); t <- anova(lm(d ~ g)); list(statistic = t[1, 4], p = t[1, 5]) },
  aov2 = { t <- anova(lm(r ~ f * k)); list(ss = t[, 2], f = t[1:3, 4], p = t[1:3, 5]) },
  chisq = h(chisq.test(m)), chisq_yates = h(chisq.test(q)), goodness = h(chisq.test(c(20, 31, 49), p = c(.3, .3, .4))),
  fisher_rc = h(fisher.test(m, workspace = 2e6)), fisher_less = h(fisher.test(matrix(c(3, 1, 1, 3), 2), alternative = "less")), fisher_big = list(p = fisher.test(matrix(c(120, 2280, 155, 2295), 2))$p.value),
  mcnemar = h(mcnemar.test(q)), mcnemar_plain = h(mcnemar.test(q, correct = FALSE)),
  binom = h(binom.test(682, 925, .75)), binom_less = h(binom.test(3, 40, .2, alternative = "less")),
  poisson = h(poisson.test(137, 24.19893)), poisson_two = h(poisson.test(c(11, 21), c(800, 3011))), rate = h(poisson.test(10, 2, r = 3)),
  prop_one = h(prop.test(83, 100, p = .75)), prop_two = h(prop.test(c(120, 155), c(2400, 2450))), prop_less = h(prop.test(c(12, 25), c(80, 85), alternative = "less")), prop_many = h(prop.test(c(83, 90, 129, 70), c(86, 93, 136, 82))),
  trend = h(prop.trend.test(c(83, 90, 129, 70), c(86, 93, 136, 82))),
  ks = h(ks.test(x, "pnorm", 5, 2)), ks_two = h(ks.test(x, y[1:9])), ks_ties = h(quiet(ks.test(z, w))),
  shapiro = h(shapiro.test(x)), shapiro_many = h(shapiro.test(a)), shapiro_three = h(shapiro.test(c(1, 2, 7))), shapiro_five = h(shapiro.test(c(1, 2, 4, 8, 9.5))))
tukey <- TukeyHSD(aov(a ~ g))$g
part <- function(t) paste0("{", paste(sprintf('"%s": %s', names(t), vapply(t, list_of, "")), collapse = ", "), "}")
cat('{"R": "', R.version.string, '",\n', sep = "")
cat(paste(sprintf('"%s": %s', names(o), vapply(o, part, "")), collapse = ",\n"))
cat(',\n"tukey": [', paste(apply(tukey, 1, list_of), collapse = ", "), "]\n}\n")
