# What R needs for the same work: Rscript peers.R CASE FILE COLUMNS; on stderr the seconds of counting alone.
# The file holds doubles, a column after another: few machines have a Parquet reader for R, and this one costs less.
words <- commandArgs(TRUE)
width <- as.integer(words[[3]])
values <- readBin(words[[2]], "double", file.size(words[[2]]) / 8, endian = "little")
data <- as.data.frame(matrix(values, ncol = width))
names(data)[[1]] <- "y"
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
