# Regress.
stats-regress = what an outcome depends on
stats-opt-formula = the model as in R: comments ~ reach * type + poly(hour, 2)
stats-opt-errors = how uncertain the errors are allowed to be
stats-errors-classic = classic
stats-errors-hc0 = robust, HC0
stats-errors-hc1 = robust, HC1
stats-errors-hc2 = robust, HC2
stats-errors-hc3 = robust, HC3
stats-errors-cluster = by clusters
stats-opt-cluster = the columns of clusters
stats-opt-weights = the column of weights
stats-opt-time = the column of time
stats-opt-seed = the seed of chance
