# What R expects of new rows by other models. Synthetic data. R 4.x: Rscript fresh_kinds.R > fresh_kinds.json
set.seed(11)
n <- 90
centre <- rbind(c(0, 0), c(6, 1), c(2, 7))[rep(1:3, each = n / 3), ]
data <- data.frame(a = round(centre[, 1] + rnorm(n, 0, 0.8), 3), b = round(centre[, 2] + rnorm(n, 0, 0.8), 3),
                   day = rep(c("mon", "sat", "sun"), n / 3))
f <- rnorm(n)
for (at in 1:5) data[[paste0("i", at)]] <- round(0.4 * at / 2 * f + rnorm(n), 3)
data$y <- round(2 + data$a + 0.3 * data$b^2 + (data$day == "sun") + rt(n, 2), 3)
data$count <- rpois(n, exp(0.5 + 0.15 * data$a))
new <- data.frame(a = c(0.5, 5.5, 3, 20), b = c(0.2, 0.8, 4, 20), day = c("sun", "mon", "sat", "sat"),
                  i1 = c(0, 1, -1, 2), i2 = c(1, 0, 2, -1), i3 = c(0.5, -0.5, 1, 0), i4 = c(-1, 1, 0, 2), i5 = c(2, -2, 1, 0))
data$day <- factor(data$day); new$day <- factor(new$day, levels(data$day))
show <- function(x) unname(as.matrix(x))
z <- qnorm(0.975)

# Raw powers, sums to nought, a base that is named, an interaction.
raw <- lm(y ~ poly(b, 2, raw = TRUE) + C(day, contr.sum) * a, data)
based <- lm(y ~ b + relevel(day, ref = "sat"), data)

# A count with an interval on both scales.
g <- glm(count ~ a + day, poisson, data, control = glm.control(epsilon = 1e-15, maxit = 100))
g <- update(g, start = coef(g))
link <- predict(g, new, se.fit = TRUE)

# Huber: the mean and its error by R's own covariance of the coefficients.
h <- MASS::rlm(y ~ a + b + day, data, maxit = 1000, acc = 1e-15)
x <- model.matrix(~ a + b + day, new)
huber <- cbind(drop(x %*% coef(h)), sqrt(rowSums((x %*% vcov(h)) * x)))

# A quantile with the interval by the density.
q <- quantreg::rq(y ~ a + b, tau = 0.3, data = data)
quantile <- predict(q, new, interval = "confidence", se = "nid", level = 0.9)

# One factor by maximum likelihood, brought to rest by hand; Thurstone's and Bartlett's scores by their formulas.
items <- paste0("i", 1:5)
R <- cor(data[items])
loadings <- function(u) {
  e <- eigen(diag(1 / sqrt(u)) %*% R %*% diag(1 / sqrt(u)), symmetric = TRUE)
  sqrt(u) * e$vectors[, 1] * sqrt(max(e$values[1] - 1, 0))
}
loss <- function(l) { u <- exp(l); S <- tcrossprod(loadings(u)) + diag(u); log(det(S)) + sum(diag(solve(S, R))) }
slope <- function(l) { u <- exp(l); S <- tcrossprod(loadings(u)) + diag(u); diag(solve(S, S - R) %*% solve(S)) * u }
l <- log(factanal(covmat = R, n.obs = n, factors = 1)$uniquenesses)
for (round in 1:20) l <- optim(l, loss, slope, method = "BFGS", control = list(reltol = 0, abstol = -Inf, maxit = 500))$par
L <- loadings(exp(l)); U <- exp(l)
standard <- scale(new[items], colMeans(data[items]), apply(data[items], 2, sd))
scores <- cbind(standard %*% solve(R, L), standard %*% (L / U) / sum(L^2 / U))

# Clusters, with the figures as they are.
p <- as.matrix(data[c("a", "b")]); to <- as.matrix(new[c("a", "b")])
gaps <- function(m) t(apply(to, 1, function(row) sqrt(colSums((t(m) - row)^2))))
k <- kmeans(p, p[c(1, 31, 61), ], iter.max = 1000)
pam <- cluster::pam(p, 3)
tree <- cutree(hclust(dist(p), "ward.D2"), 3)
density <- dbscan::dbscan(p, 1.2, 5)
suppressMessages(library(mclust))
mix <- em(data = p, modelName = "VVV", parameters = mstep(data = p, modelName = "VVV", z = unmap(k$cluster))$parameters, control = emControl(tol = c(1e-15, 1e-15), itmax = 10000))
clouds <- estep(data = to, modelName = "VVV", parameters = mix$parameters)$z
near <- function(m) apply(gaps(m), 1, min)
cat(jsonlite::toJSON(digits = 17, list(
  R = R.version.string, data = as.list(transform(data, day = as.character(day))), new = as.list(transform(new, day = as.character(day))),
  raw = show(predict(raw, new, interval = "prediction")), based = unname(predict(based, new)),
  count = show(cbind(exp(link$fit), link$fit, link$fit - z * link$se.fit, link$fit + z * link$se.fit)),
  huber = show(huber), quantile = show(quantile), scores = show(scores),
  kmeans = near(k$centers), pam = near(pam$medoids),
  tree = near(as.matrix(aggregate(p, list(tree), mean)[, -1])),
  density = unname(predict(density, to, p)), core = unname(apply(to, 1, function(row) {
    own <- p[dbscan::is.corepoint(p, 1.2, 5), ]; d <- min(sqrt(colSums((t(own) - row)^2))); if (d <= 1.2) d else -1 })),
  clouds = show(t(apply(clouds, 1, sort))))))
