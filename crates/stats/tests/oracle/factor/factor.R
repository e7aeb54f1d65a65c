# What R answers on a made-up table of nine ratings by 120 people: Rscript factor.R > factor.json
suppressMessages({library(psych); library(GPArotation); library(lavaan); library(jsonlite)})
options(warn = -1)
set.seed(20)
n <- 120
f <- matrix(rnorm(3 * n), n) %*% chol(matrix(c(1, .4, .3, .4, 1, .2, .3, .2, 1), 3))
L <- rbind(c(.8, 0, 0), c(.7, .1, 0), c(-.6, 0, .2), c(0, .75, 0), c(.2, .65, 0), c(0, .7, -.1), c(0, 0, .8), c(0, .2, .6), c(.1, 0, .7))
x <- round(f %*% t(L) + matrix(rnorm(9 * n), n) %*% diag(sqrt(1 - rowSums(L^2))), 3)
x[, 2] <- round(5 + 2 * x[, 2], 3)
x[, 7] <- round(0.5 * x[, 7] + 3, 3)
colnames(x) <- paste0("q", 1:9)
R <- cor(x)
L0 <- unclass(factanal(covmat = R, n.obs = n, factors = 3, rotation = "none", control = list(opt = list(factr = 10)))$loadings)
turn <- function(m) list(loadings = unclass(m$loadings), phi = if (is.null(m$Phi)) diag(3) else m$Phi, f = tail(m$Table[, 2], 1), slope = tail(m$Table[, 3], 1))
E <- 1e-8; M <- 1000
rotations <- list(
  quartimax = turn(quartimax(L0, eps = E, maxit = M)), equamax = turn(cfT(L0, kappa = 3 / 18, eps = E, maxit = M)),
  bentlerT = turn(bentlerT(L0, eps = E, maxit = M)), geominT = turn(geominT(L0, eps = E, maxit = M)),
  infomaxT = turn(infomaxT(L0, eps = E, maxit = M)), entropy = turn(entropy(L0, eps = E, maxit = M)),
  oblimin = turn(oblimin(L0, eps = E, maxit = M)), oblimin_kaiser = turn(oblimin(L0, normalize = TRUE, eps = E, maxit = M)),
  bentlerQ = turn(bentlerQ(L0, eps = E, maxit = M)), geominQ = turn(geominQ(L0, eps = E, maxit = M)),
  infomaxQ = turn(infomaxQ(L0, eps = E, maxit = M)))
model <- "A =~ q1 + q2 + q3\nB =~ q4 + q5 + q6\nC =~ q7 + q8 + q9"
cf <- cfa(model, data = as.data.frame(x))
# nlminb stops at 5e-7; from there BFGS goes to a slope of 8e-8.
cf <- cfa(model, data = as.data.frame(x), start = cf, optim.method = "BFGS", control = list(reltol = 1e-16))
pe <- parameterEstimates(cf, standardized = TRUE)
keyed <- x; keyed[, 3] <- -keyed[, 3]
pdf(NULL)
om <- suppressWarnings(suppressMessages(omega(cor(keyed), 3, plot = FALSE)))
sp <- suppressWarnings(splitHalf(cor(keyed)))
ab <- suppressWarnings(alpha(as.data.frame(keyed)))
out <- list(
  R = R.version.string, packages = sapply(c("psych", "GPArotation", "lavaan"), function(p) as.character(packageVersion(p))),
  x = x, L0 = L0, rotations = rotations,
  tenberge = factor.scores(R, unclass(oblimin(L0, eps = E, maxit = M)$loadings), Phi = oblimin(L0, eps = E, maxit = M)$Phi, method = "tenBerge")$weights,
  cfa = list(lhs = pe$lhs, op = pe$op, rhs = pe$rhs, est = pe$est, se = pe$se, std = pe$std.all, fit = as.list(fitMeasures(cf))),
  omega = list(hierarchical = om$omega_h, total = om$omega.tot, asymptotic = om$omega.lim),
  split = list(greatest = sp$maxrb, least = sp$minrb, mean = sp$meanr, lambda2 = sp$lambda2),
  alpha = list(ase = ab$total$ase, feldt = c(ab$feldt$lower.ci[[1]], ab$feldt$upper.ci[[1]])))
cat(toJSON(out, digits = I(17), auto_unbox = TRUE, matrix = "rowmajor", na = "null"))
