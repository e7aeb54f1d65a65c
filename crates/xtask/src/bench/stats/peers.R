# What R needs for the same work: Rscript peers.R CASE FILE; on stderr the seconds of counting alone.
words <- commandArgs(TRUE)
data <- as.data.frame(nanoparquet::read_parquet(words[[2]]))
since <- proc.time()[["elapsed"]]
found <- switch(words[[1]],
  ols = summary(lm(y ~ ., data)),
  correlation = cor(data),
  kendall = cor(data[[1]], data[[2]], method = "kendall"),
  kmeans = { x <- as.matrix(data); kmeans(x, x[round(seq(1, nrow(x), length.out = 8)), ], iter.max = 1000)$tot.withinss },
  factor = factanal(covmat = cor(data), factors = 5, n.obs = nrow(data), rotation = "none"),
  ward = { h <- hclust(dist(data), "ward.D2"); tail(h$height, 1) })
message(sprintf("%.4f", proc.time()[["elapsed"]] - since))
print(found)
