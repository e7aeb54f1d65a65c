# Factors behind polychoric and Spearman's correlations of a made-up table of answers: Rscript basis.R > basis.json
# psych's polychoric stops its search after four to five digits, so each pair is found here by the zero of its likelihood's slope,
# and psych's own matrix is held beside it. All else is psych's, factanal's and GPArotation's.
suppressMessages({library(psych); library(GPArotation); library(pbivnorm); library(jsonlite)})
options(warn = -1, mc.cores = 1)
set.seed(11)
n <- 260
f <- matrix(rnorm(2 * n), n) %*% chol(matrix(c(1, .35, .35, 1), 2))
L <- rbind(c(.8, 0), c(.7, 0), c(.6, .1), c(-.65, 0), c(0, .75), c(.1, .7), c(0, .6), c(0, -.7))
z <- f %*% t(L) + matrix(rnorm(8 * n), n) %*% diag(sqrt(1 - rowSums(L^2)))
cuts <- list(c(-1, 0, .8), c(-.5, .7, 1.3), c(-1.2, -.3, .6, 1.4), c(-.4, .9), c(-1, -.2, .5, 1.2), c(.2), c(-.8, 0, 1), c(-.3, .5))
x <- sapply(1:8, function(j) findInterval(z[, j], cuts[[j]]) + 1)
colnames(x) <- paste0("q", 1:8)
slope <- function(tab) {
  tab <- tab[rowSums(tab) > 0, colSums(tab) > 0]
  a <- c(-Inf, qnorm(cumsum(rowSums(tab))[-nrow(tab)] / sum(tab)), Inf)
  b <- c(-Inf, qnorm(cumsum(colSums(tab))[-ncol(tab)] / sum(tab)), Inf)
  g <- expand.grid(h = a, k = b)
  box <- function(v) { m <- matrix(v, length(a)); diff(t(diff(m))) }
  h <- pmax(pmin(g$h, 40), -40); k <- pmax(pmin(g$k, 40), -40)
  function(r) {
    P <- box(pbivnorm(h, k, r))
    D <- box(exp(-(h^2 - 2 * r * h * k + k^2) / (2 * (1 - r^2))) / (2 * pi * sqrt(1 - r^2)))
    sum((t(tab) * D / P)[t(tab) > 0])
  }
}
sharp <- function(x) {
  p <- ncol(x); R <- diag(p)
  for (i in 2:p) for (j in 1:(i - 1)) {
    s <- slope(unclass(table(x[, i], x[, j])))
    R[i, j] <- R[j, i] <- uniroot(s, c(-.98, .98), tol = 1e-15, maxiter = 1000)$root
  }
  R
}
R <- sharp(x)
holed <- x; holed[cbind(sample(n, 40), sample(8, 40, TRUE))] <- NA
S <- cor(x, method = "spearman")
names <- colnames(x); dimnames(R) <- list(names, names)
ml <- factanal(covmat = R, n.obs = n, factors = 2, rotation = "none", control = list(opt = list(factr = 10)))
turned <- oblimin(unclass(ml$loadings), eps = 1e-8, maxit = 5000)
fit <- fa(R, 2, n.obs = n, fm = "ml", rotate = "none")
own <- fa(x, 2, cor = "poly", correct = 0, fm = "minres", rotate = "none")
# A table too small for its correlations: not positive definite.
set.seed(5)
repeat {
  g <- rnorm(28)
  few <- sapply(1:9, function(j) findInterval(.9 * g + rnorm(28, sd = .45), c(-.5, .5)) + 1)
  bad <- try(sharp(few), TRUE)
  if (!inherits(bad, "try-error") && min(eigen(bad)$values) < -.01) break
}
out <- list(
  R = R.version.string, packages = sapply(c("psych", "GPArotation", "pbivnorm"), function(p) as.character(packageVersion(p))),
  x = x, polychoric = unname(R), psych = unname(polychoric(x, correct = 0)$rho), spearman = unname(S),
  holed = holed, holed_polychoric = sharp(holed), holed_spearman = unname(cor(holed, use = "pairwise", method = "spearman")),
  ml = list(loadings = unclass(ml$loadings), turned = unclass(turned$loadings), phi = turned$Phi),
  minres = list(loadings = unclass(own$loadings), objective = own$objective),
  pca = list(values = eigen(R)$values, kmo = KMO(R)$MSA),
  fit = list(objective = fit$objective, statistic = fit$STATISTIC, rmsr = fit$rms, tli = fit$TLI),
  few = few, bad = unname(bad), least = min(eigen(bad)$values), smoothed = unname(cor.smooth(bad)))
cat(toJSON(out, digits = I(17), auto_unbox = TRUE, matrix = "rowmajor", na = "null"))
