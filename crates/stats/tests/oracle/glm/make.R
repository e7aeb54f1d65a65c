# R's answers about a small made-up table: Rscript make.R > glm.json
# The table is made by rules, so that it is the same everywhere.
suppressMessages({library(MASS); library(sandwich); library(glmnet); library(quantreg); library(plm)})
one <- function(v) if (is.logical(v)) tolower(as.character(v)) else if (is.numeric(v)) ifelse(is.finite(v), sprintf("%.17g", v), "null") else paste0('"', gsub('"', '\\\\"', as.character(v)), '"')
J <- function(x) {
  if (is.matrix(x)) return(paste0('{"columns":', J(as.character(colnames(x))), ',"rows":[', paste(apply(x, 1, function(r) J(unname(as.list(r)))), collapse=","), "]}"))
  if (is.list(x) && is.null(names(x))) return(paste0("[", paste(vapply(x, function(v) if (length(v) == 1) one(v) else J(v), ""), collapse=","), "]"))
  if (is.list(x)) return(paste0("{", paste0('"', gsub('"', '\\\\"', names(x)), '":', vapply(x, function(v) if (!is.list(v) && length(v) == 1) one(v) else J(v), ""), collapse=","), "}"))
  paste0("[", paste(vapply(unname(x), one, ""), collapse=","), "]")
}
n <- 60; i <- seq_len(n)
d <- data.frame(
  x = round(sin(i * 1.7) * 3 + i / 20, 2), z = round(cos(i * 0.9) * 2, 2), w = (i %% 4) + 1,
  a = factor(c("p", "q", "r")[(i * 7) %% 3 + 1]), b = factor(c("u", "v")[(i * 5 + i %/% 7) %% 2 + 1]),
  o = factor(c("low", "middle", "high")[(i %/% 3) %% 3 + 1], levels=c("low", "middle", "high"), ordered=TRUE),
  g = (i - 1) %/% 6 + 1)
noise <- ((i * 7919) %% 101) / 101 - 0.5
d$y <- round(2 + d$x + 0.5 * d$z + (d$a == "q") + 3 * noise + ifelse(i %% 17 == 0, 9, 0), 3)
d$hit <- as.numeric(0.6 * d$x - 0.8 + 4 * noise > 0)
d$trials <- (i %% 5) + 2; d$wins <- pmin(d$trials, round(d$trials * plogis(0.5 * d$x - 0.5 + noise)))
d$count <- round(exp(0.4 + 0.25 * d$x + 0.3 * (d$b == "v") + 1.4 * noise)); d$pos <- round(exp(0.5 + 0.2 * d$x + noise), 3)
d$many <- round(exp(1.2 + 0.2 * d$x + 3 * noise))
ctl <- glm.control(epsilon=1e-15, maxit=200)
formulas <- c("y ~ x*z", "y ~ a*b", "y ~ a:b - 1", "y ~ b + a:b", "y ~ x:b", "y ~ b/x - 1", "y ~ o*x", "y ~ o:a", "y ~ poly(x, 3) + a", "y ~ poly(z, 2, raw = TRUE):b",
  "y ~ I(x^2) + log(pos) + a %in% b", "y ~ (x + z + a)^2 - x:z", "y ~ C(a, sum)*b", "y ~ C(a, helmert)", "y ~ factor(w)*x - 1", "y ~ 0 + x + o", "y ~ a + b + a:b:o", "y ~ a:x + b:x", "y ~ I(x > 1) + z", "y ~ C(o, treatment)", "y ~ scale(x) + exp(z/2)")
designs <- lapply(formulas, function(f) { options(contrasts=c("contr.treatment", "contr.poly")); m <- model.matrix(as.formula(f), d); attr(m, "assign") <- NULL; attr(m, "contrasts") <- NULL; colnames(m) <- colnames(m); rownames(m) <- NULL; list(formula=f, matrix=unclass(m)[c(1, 2, 3, 7, 11, 30), , drop=FALSE], sums=unname(colSums(m)), names=colnames(m)) })
# glm's covariance is of the weights before its last step, so that it holds but 8 digits: further fits begin where the last
# ended. So do the coefficients of links that are not the family's own, where a step that hardly moves the deviance still moves them.
more <- function(m) { for (k in 1:60) m <- suppressWarnings(glm(formula(m), m$family, d, control=ctl, start=coef(m))); m }
twice <- function(...) more(glm(..., data=d, control=ctl))
G <- function(f, fam, robust=TRUE, ...) { m <- twice(f, fam, ...); s <- summary(m)
  r <- list(formula=deparse1(f), family=m$family$family, link=m$family$link, coef=unname(coef(m)), se=unname(s$coefficients[, 2]), p=unname(s$coefficients[, 4]), deviance=m$deviance, null=m$null.deviance,
    aic=m$aic, dispersion=s$dispersion, fitted=unname(fitted(m))[1:5], working=unname(resid(m, "working"))[1:5], hat=unname(hatvalues(m))[1:5])
  if (robust) { r$hc0 <- unname(sqrt(diag(vcovHC(m, "HC0")))); r$hc1 <- unname(sqrt(diag(vcovHC(m, "HC1")))); r$hc3 <- unname(sqrt(diag(vcovHC(m, "HC3")))); r$cl <- unname(sqrt(diag(vcovCL(m, d$g, type="HC1")))) }
  r }
glms <- list(G(hit ~ x + a, binomial), G(hit ~ x + a, binomial("probit")), G(hit ~ x + z, binomial("cloglog")), G(hit ~ x, binomial("cauchit")), G(cbind(wins, trials - wins) ~ x * b, binomial, robust=FALSE),
  G(count ~ x + b, poisson), G(count ~ x + offset(log(w)), poisson, robust=FALSE), G(count ~ x + b, quasipoisson), G(count ~ x + b, poisson("sqrt")), G(pos ~ x + a, Gamma("log")), G(pos ~ x, Gamma), G(pos ~ x, inverse.gaussian("log")), G(hit ~ x, quasibinomial, robust=FALSE), G(y ~ x + z, gaussian), G(pos ~ x, gaussian("log"), start=c(0.5, 0.2)))
nb <- glm.nb(many ~ x + b, d, control=glm.control(epsilon=1e-15, maxit=500)); 
# theta.ml's error is of the step before its last, too.
info <- with(list(th=nb$theta, mu=fitted(nb), y=d$many), sum(trigamma(th) - trigamma(th + y) - 1 / th + 2 / (mu + th) - (y + th) / (mu + th)^2))
profile <- function(m, tol=1e-12) { k <- length(coef(m)); X <- model.matrix(m); q <- qnorm(0.975); t(sapply(seq_len(k), function(j) { f <- function(v) { o <- X[, j] * v; h <- suppressWarnings(glm.fit(X[, -j, drop=FALSE], m$y, weights=m$prior.weights, offset=o, family=m$family, control=ctl, intercept=FALSE)); sqrt(max(0, h$deviance - m$deviance)) - q }; s <- sqrt(vcov(m)[j, j]); c(uniroot(f, coef(m)[j] - c(6, 0) * s, tol=tol)$root, uniroot(f, coef(m)[j] + c(0, 6) * s, tol=tol)$root) })) }
logit <- twice(hit ~ x + a, binomial)
ame <- function(m) { X <- model.matrix(m); b <- coef(m); eta <- drop(X %*% b); p <- plogis(eta); s <- p * (1 - p); set <- function(l) { d2 <- d; d2$a <- factor(l, levels=levels(d$a)); model.matrix(delete.response(terms(m)), d2) }
  gx <- colMeans(s * (1 - 2 * p) * b["x"] * X) ; gx["x"] <- gx["x"] + mean(s); V <- vcov(m)
  step <- function(l) { X0 <- set("p"); X1 <- set(l); e0 <- drop(X0 %*% b); e1 <- drop(X1 %*% b); g <- colMeans(dlogis(e1) * X1 - dlogis(e0) * X0); c(mean(plogis(e1) - plogis(e0)), sqrt(drop(g %*% V %*% g))) }
  xb <- colMeans(X); em <- sum(xb * b)
  list(x=c(mean(s) * b["x"], sqrt(drop(gx %*% V %*% gx))), q=step("q"), r=step("r"), x_at_means=unname(dlogis(em) * b["x"])) }
hl <- function(y, p, g=10) { q <- cut(p, unique(quantile(p, seq(0, 1, 1 / g))), include.lowest=TRUE); o <- xtabs(cbind(1 - y, y) ~ q); e <- xtabs(cbind(1 - p, p) ~ q); s <- sum((o - e)^2 / e); c(s, nrow(o) - 2, pchisq(s, nrow(o) - 2, lower.tail=FALSE)) }
po <- glm(count ~ x + b, poisson, d, control=ctl); aux <- ((d$count - fitted(po))^2 - d$count) / fitted(po)
auc <- { p <- fitted(logit); h <- p[d$hit == 1]; m <- p[d$hit == 0]; k <- outer(h, m, function(a, b) (a > b) + (a == b) / 2); v10 <- rowMeans(k); v01 <- colMeans(k); c(mean(k), sqrt(var(v10) / length(v10) + var(v01) / length(v01))) }
R <- function(f, ...) { m <- rlm(f, d, maxit=2000, acc=1e-15, ...); s <- summary(m); list(coef=unname(coef(m)), se=unname(s$coefficients[, 2]), scale=m$s) }
Q <- function(tau) { m <- rq(y ~ x + z + a, tau, d, method="br"); list(tau=tau, coef=unname(coef(m)), rho=sum(resid(m) * (tau - (resid(m) < 0))), nid=tryCatch(unname(summary(m, se="nid")$coefficients[, 2]), error=function(e) NULL), iid=unname(summary(m, se="iid")$coefficients[, 2]), rank=unname(as.matrix(summary(m, se="rank", alpha=0.05, iid=TRUE)$coefficients)[, 2:3]), ranknid=unname(as.matrix(summary(m, se="rank", alpha=0.05, iid=FALSE)$coefficients)[, 2:3])) }
M <- model.matrix(~ x + z + a + o + w, d)[, -1]
N <- function(y, fam, alpha, std, lam) { m <- glmnet(M, y, family=fam, alpha=alpha, lambda=lam, thresh=1e-20, maxit=1e8, standardize=std); unname(as.matrix(coef(m))) }
lam <- c(0.5, 0.1, 0.02)
pd <- d[-c(5, 17, 18, 40), ]; pd$t <- i[-c(5, 17, 18, 40)] %% 6; pp <- pdata.frame(pd, index=c("g", "t"))
P <- function(m) { s <- coef(summary(m)); list(coef=unname(s[, 1]), se=unname(s[, 2]), r2=unname(summary(m)$r.squared)) }
pp$yg <- pp$y + 3 * sin(as.numeric(as.character(pp$g)) * 2.1)
f <- yg ~ x + z
panel <- list(pooling=P(plm(f, pp, model="pooling")), within=P(plm(f, pp, model="within")), time=P(plm(f, pp, model="within", effect="time")), twoways=P(plm(f, pp, model="within", effect="twoways")), between=P(plm(f, pp, model="between")), fd=P(plm(f, pp, model="fd")), random=P(plm(f, pp, model="random")),
  sigma=unname(unlist(ercomp(plm(f, pp, model="random"))$sigma2)), theta=unname(as.numeric(ercomp(plm(f, pp, model="random"))$theta)), hausman=unname(phtest(f, pp)$statistic), arellano=unname(sqrt(diag(vcovHC(plm(f, pp, model="within"), method="arellano", type="HC0", cluster="group")))), arellano_time=unname(sqrt(diag(vcovHC(plm(f, pp, model="within"), method="arellano", type="HC0", cluster="time")))), fixef=as.numeric(fixef(plm(f, pp, model="within"))),
  fixef_se=unname(summary(fixef(plm(f, pp, model="within")))[, 2]), random_arellano=unname(sqrt(diag(vcovHC(plm(f, pp, model="random"), method="arellano", type="HC0", cluster="group")))), pf=unname(pFtest(plm(f, pp, model="within"), plm(f, pp, model="pooling"))$statistic), bptest=unname(plmtest(plm(f, pp, model="pooling"), type="bp")$statistic), drop=c(5, 17, 18, 40))
cat(J(list(r=R.version.string, packages=paste(sapply(c("MASS", "sandwich", "glmnet", "quantreg", "plm"), function(p) paste(p, packageVersion(p))), collapse=", "),
  data=lapply(as.list(d), function(v) if (is.factor(v)) as.character(v) else v), designs=designs, glms=glms,
  nb=list(coef=unname(coef(nb)), se=unname(sqrt(diag(vcov(nb)))), theta=nb$theta, se_theta=1 / sqrt(info), deviance=nb$deviance, aic=AIC(nb)),
  profile=profile(logit), ame=ame(logit), hl=hl(d$hit, fitted(logit)), overdispersion=c(mean(aux) + 1, sqrt(n) * mean(aux) / sd(aux)), auc=auc,
  huber=R(y ~ x + z + a), bisquare=R(y ~ x + z + a, psi=psi.bisquare), hampel=R(y ~ x + z + a, psi=psi.hampel), huber_weighted={ m <- rlm(y ~ x + z, d, weights=w, wt.method="case", maxit=2000, acc=1e-15); s <- summary(m); list(coef=unname(coef(m)), se=unname(s$coefficients[, 2]), scale=m$s) }, huber_p2=R(y ~ x + z + a, scale.est="proposal 2"),
  mm={ set.seed(1); R(y ~ x + z + a, method="MM") },
  quantiles=lapply(c(0.1, 0.25, 0.37, 0.5, 0.66, 0.85), Q),
  ridge=unname(as.matrix(coef(lm.ridge(y ~ x + z + a + w, d, lambda=c(0, 0.5, 3))))),
  lasso=N(d$y, "gaussian", 1, TRUE, lam), enet=N(d$y, "gaussian", 0.5, TRUE, lam), enet_raw=N(d$y, "gaussian", 0.3, FALSE, lam), ridge_net=N(d$y, "gaussian", 0, TRUE, lam), logit_lasso=N(d$hit, "binomial", 1, TRUE, lam / 5), poisson_enet=N(d$count, "poisson", 0.5, TRUE, lam), lambda=lam, panel=panel)), "\n")
