# What R expects of new rows. Synthetic data. R 4.x: Rscript fresh.R > fresh.json
set.seed(7)
n <- 60
data <- data.frame(x = round(runif(n, 0, 10), 2), z = round(rnorm(n), 2), day = sample(c("mon", "sat", "sun"), n, TRUE),
                   stringsAsFactors = TRUE)
data$y <- round(3 + 0.8 * data$x - 0.05 * data$x^2 + c(0, 1, 2)[data$day] + data$z * (data$day == "sun") + rnorm(n), 2)
data$hit <- as.integer(runif(n) < plogis(-2 + 0.5 * data$x))
new <- data.frame(x = c(1.5, 9.25, 4, 12), z = c(0.1, -1, 2, 0.5), day = factor(c("sun", "mon", "sat", "sun"), levels(data$day)))
m <- lm(y ~ poly(x, 2) + C(day) * z, data)
g <- glm(hit ~ scale(x) + day, binomial, data, control = glm.control(epsilon = 1e-15, maxit = 100))
# R's errors stand on the step before the last: once more from where it ended.
g <- update(g, start = coef(g))
link <- predict(g, new, se.fit = TRUE)
items <- c("x", "z", "y")
p <- prcomp(data[items], scale. = TRUE)
fresh <- data.frame(x = c(2, 8), z = c(0, 1), y = c(5, 9))
centres <- kmeans(data[c("x", "y")], data[c(1, 30, 60), c("x", "y")], iter.max = 1000)$centers
near <- function(row) sqrt(colSums((t(centres) - unlist(row))^2))
show <- function(x) unname(as.matrix(x))
cat(jsonlite::toJSON(digits = 17, list(
  data = as.list(transform(data, day = as.character(day))), new = as.list(transform(new, day = as.character(day))),
  confidence = show(predict(m, new, interval = "confidence", level = 0.9)),
  prediction = show(predict(m, new, interval = "prediction", level = 0.9)),
  linear = unname(link$fit), error = unname(link$se.fit), mean = unname(predict(g, new, type = "response")),
  scores = abs(show(predict(p, fresh)[, 1:2])), fresh = as.list(fresh),
  distance = apply(fresh[c("x", "y")], 1, function(row) min(near(row))))))
