# What R answers on made-up rows: Rscript cluster.R > cluster.json
suppressMessages({library(cluster); library(dbscan); library(mclust); library(fpc)})
num <- function(x) ifelse(is.na(x), "null", ifelse(is.infinite(x), '"Inf"', sprintf("%.17g", as.numeric(x))))
json <- function(x) {
  if (is.list(x)) return(paste0("{", paste0('"', names(x), '":', vapply(x, json, ""), collapse = ",\n"), "}"))
  if (is.matrix(x)) x <- t(x)                       # row after row
  if (is.character(x)) return(paste0('"', x, '"'))
  paste0("[", paste(num(as.vector(x)), collapse = ","), "]")
}
out <- list(R = R.version.string,
            packages = paste(sapply(c("cluster", "dbscan", "mclust", "fpc"),
                                    function(p) paste(p, packageVersion(p))), collapse = ", "))

# Three clouds of different size, shape and direction.
set.seed(11)
a <- cbind(rnorm(60), rnorm(60), rnorm(60)) %*% matrix(c(1, .5, 0, 0, .8, .2, 0, 0, .3), 3)
b <- cbind(rnorm(40), rnorm(40), rnorm(40)) %*% matrix(c(.4, -.3, .1, 0, 1.1, 0, 0, 0, .7), 3) + rep(c(3, 1, -1), each = 40)
c <- cbind(rnorm(25), rnorm(25), rnorm(25)) * .5 + rep(c(-1, 3, 2), each = 25)
x <- round(rbind(a, b, c), 3)
truth <- rep(1:3, c(60, 40, 25))
out$clouds <- x

out$mixture <- list()
for (model in mclust.options("emModelNames")) {
  fit <- me(x, modelName = model, z = unmap(truth), control = emControl(tol = c(1e-15, 1e-15), itmax = c(20000, 20000)))
  out$mixture[[model]] <- list(loglik = fit$loglik, bic = bic(model, fit$loglik, nrow(x), ncol(x), 3),
                               pro = fit$parameters$pro, mean = t(fit$parameters$mean))
}
p <- pam(x, 3); out$pam <- list(medoids = p$id.med, cluster = p$clustering, objective = unname(p$objective))
s <- silhouette(p); s <- silhouette(p$clustering, dist(x)); out$silhouette <- list(width = s[, 3], neighbour = s[, 2])
st <- cluster.stats(dist(x), p$clustering); out$ch <- st$ch; out$avg <- st$avg.silwidth
out$rand <- adjustedRandIndex(p$clustering, truth); out$vi <- cluster.stats(dist(x), p$clustering, truth)$vi
out$diana <- diana(x)$dc; out$agnes <- agnes(x, method = "ward")$ac
l <- dbscan(x, .9, 5); out$dbscan <- l$cluster
h <- hdbscan(x, 6); out$hdbscan <- list(cluster = h$cluster, membership = h$membership_prob, outlier = h$outlier_scores,
                                        height = h$hc$height, stability = unname(h$cluster_scores))
o <- optics(x, minPts = 6); out$optics <- list(order = o$order, reach = o$reachdist, core = o$coredist)
out$lof <- lof(x, minPts = 6)
init <- x[c(5, 50, 100, 120), ]
for (alg in c("Lloyd", "Hartigan-Wong", "MacQueen")) {
  m <- kmeans(x, init, iter.max = 500, algorithm = alg)
  out$kmeans[[alg]] <- list(cluster = m$cluster, within = m$withinss)
}
W <- function(k) log(.5 * sum(sapply(split(1:nrow(x), if (k == 1) rep(1, nrow(x)) else cutree(hclust(dist(x), "ward.D2"), k)),
                                     function(i) sum(dist(x[i, ])) / length(i))))
out$logw <- sapply(1:6, W)

# Rows on a grid: full of ties.
set.seed(3)
g <- cbind(sample(0:9, 80, TRUE), sample(0:9, 80, TRUE))
out$grid <- g
for (m in c("ward.D2", "ward.D", "single", "complete", "average", "mcquitty", "median", "centroid")) {
  t <- hclust(if (m %in% c("median", "centroid")) dist(g)^2 else dist(g), m)
  out$trees[[m]] <- list(merge = t$merge, height = t$height, order = t$order, cut4 = cutree(t, 4))
}
t <- hclust(dist(g, "manhattan"), "average"); out$manhattan <- list(merge = t$merge, height = t$height)

# Columns of different kinds, with gaps.
n <- 30
f <- data.frame(reach = round(rlnorm(n, 5), 1), grade = factor(sample(1:4, n, TRUE), ordered = TRUE),
                type = factor(sample(c("link", "photo", "video"), n, TRUE)), paid = sample(0:1, n, TRUE, c(.7, .3)))
f$reach[c(3, 9)] <- NA; f$type[7] <- NA; f$paid[12] <- NA
out$mixed <- list(reach = f$reach, grade = as.integer(f$grade), type = as.integer(f$type), paid = f$paid,
  even = daisy(f, "gower", type = list(asymm = "paid")),
  weighed = daisy(f, "gower", type = list(asymm = "paid"), weights = c(2, 1, .5, 3)))
cat(json(out), "\n")
