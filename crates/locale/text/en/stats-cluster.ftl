# Which kinds of rows there are.
stats-cluster = which kinds of rows there are

# Its options.
stats-opt-k = how many clusters, or auto
stats-opt-most = the greatest number that auto tries
stats-opt-scale = whether and how columns are brought to one measure
stats-opt-distance = how far rows are from each other; auto takes Gower's measure where there are columns of words
stats-opt-linkage = how far clusters are from each other (hierarchical)
stats-opt-eps = the radius of a neighbourhood (dbscan); found from the data where none is given
stats-opt-min-points = how many rows make a neighbourhood, its own row counted (dbscan, hdbscan)
stats-opt-model = the mixture's model (EII … VVV), or auto
stats-opt-asymmetric = yes/no columns in which only a shared “yes” is likeness (Gower)
stats-opt-starts = how many random starts; the best is kept
stats-opt-weigh = how much columns count in Gower’s measure, as type=2,hour=0.5; the others count 1
stats-opt-start = where k-means begins: at rows drawn far apart, or at rows spread evenly through the file, the same in every program
stats-start-random = drawn rows
stats-start-even = rows spread evenly
stats-opt-quick = only the division: no other numbers of clusters, no silhouette, no drawing anew
stats-opt-draws = how often rows are drawn anew to see whether the clusters come again; 0 leaves it out
stats-method-kmeans = k-means
stats-method-pam = k-medoids (PAM)
stats-method-hierarchical = hierarchical clustering
stats-method-dbscan = DBSCAN (dense places, the rest is noise)
stats-method-hdbscan = HDBSCAN (dense places of differing density)
stats-method-mixture = Gaussian mixture
stats-scale-z = mean 0, standard deviation 1
stats-scale-robust = median 0, median absolute deviation 1
stats-scale-range = from 0 to 1
stats-scale-none = as they are
stats-distance-auto = by the columns' kinds
stats-distance-euclidean = Euclidean
stats-distance-manhattan = Manhattan (along the axes)
stats-distance-gower = Gower's measure of mixed columns
stats-linkage-ward = Ward (R's ward.D2)
stats-linkage-ward-d = Ward's update on plain distances (R's ward.D)
stats-linkage-single = single (nearest rows)
stats-linkage-complete = complete (farthest rows)
stats-linkage-average = average (UPGMA)
stats-linkage-mcquitty = McQuitty (WPGMA)
stats-linkage-centroid = centroid (squared distances)
stats-linkage-median = median (squared distances)

# The answer.
stats-cluster-title = { $k ->
    [one] One cluster of the rows of { $file }
   *[other] { $k } clusters of the rows of { $file }
 }
stats-cluster-fact-method = method
stats-cluster-fact-columns = columns
stats-cluster-fact-scale = measure
stats-cluster-fact-distance = distance
stats-cluster-fact-weights = weights of columns
stats-cluster-fact-asymmetric = only a shared “yes” counts
stats-cluster-fact-rows = rows
stats-cluster-fact-linkage = linkage
stats-cluster-fact-radius = neighbourhood
stats-cluster-fact-model = model
stats-cluster-fact-seed = seed
stats-cluster-rows-used = { $used } used, { $dropped } left out for a missing value
stats-cluster-radius = radius { $radius }, at least { $least } rows
stats-cluster-sheet-clusters = Clusters
stats-cluster-sheet-profiles = Each cluster against the whole
stats-cluster-sheet-columns = What parts them
stats-cluster-sheet-whole = The whole
stats-cluster-sheet-many = How many
stats-cluster-sheet-models = Models
stats-cluster-sheet-examples = The row most like each cluster
stats-cluster-note-clusters = Means are in the columns' own units; sums of squares in the common measure. Stability: mean Jaccard likeness over the draws.
stats-cluster-note-profiles = In brackets: by how many standard deviations of all rows the mean differs from that of all.
stats-cluster-note-columns = η²: the share of the column's variance that lies between clusters; V: Cramér's.
stats-cluster-note-sampled = Counted on { $rows } rows drawn by the seed; the gap on fewer.
stats-cluster-head-cluster = №
stats-cluster-head-name = name
stats-cluster-head-size = rows
stats-cluster-head-share = share
stats-cluster-head-within = SS within
stats-cluster-head-between = SS between
stats-cluster-head-total = SS total
stats-cluster-head-silhouette = silhouette
stats-cluster-head-stability = stability
stats-cluster-head-standing = standing
stats-cluster-head-all = all
stats-cluster-head-measure = measure
stats-cluster-head-strength = strength
stats-cluster-head-dropped = left out
stats-cluster-head-k = clusters
stats-cluster-head-noise = noise
stats-cluster-head-ch = Caliński–Harabasz
stats-cluster-head-db = Davies–Bouldin
stats-cluster-head-steps = passes
stats-cluster-head-agreed = starts that agree
stats-cluster-head-objective = mean distance to the medoid
stats-cluster-head-agglomerative = agglomerative coefficient
stats-cluster-head-cophenetic = cophenetic correlation
stats-cluster-head-likelihood = log-likelihood
stats-cluster-head-bic = BIC
stats-cluster-head-icl = ICL
stats-cluster-head-parameters = parameters
stats-cluster-head-gap = gap
stats-cluster-head-gap-error = its error
stats-cluster-head-model = model
stats-cluster-head-row = row

# Names and differences.
stats-cluster-middling = about average
stats-cluster-high = high { $column }
stats-cluster-low = low { $column }
stats-cluster-mostly = { $column }: { $level }
stats-cluster-as-all = It hardly differs from all rows in any column
stats-cluster-mean-apart = { $column } { $own } against { $all } ({ $by } SD)
stats-cluster-share-apart = { $column } is “{ $level }” in { $own } against { $all }
stats-cluster-firm = firm
stats-cluster-stable = stable
stats-cluster-doubtful = doubtful
stats-cluster-dissolved = dissolved

# The reading.
stats-cluster-one = All rows are one cluster: the data give no ground to divide them.
stats-cluster-strong = The rows fall into { $k } clusters that are well apart (mean silhouette { $mean }; { $share } of the rows lie nearer to another cluster than to their own).
stats-cluster-fair = The rows fall into { $k } clusters that are reasonably apart (mean silhouette { $mean }; { $share } of the rows lie nearer to another cluster than to their own).
stats-cluster-weak = The rows can be divided into { $k } clusters, but the borders are blurred (mean silhouette { $mean }; { $share } of the rows lie nearer to another cluster than to their own). Use them as a working division, not as kinds that nature made.
stats-cluster-none = The rows were divided into { $k } parts, but these are hardly apart (mean silhouette { $mean }; { $share } of the rows lie nearer to another cluster than to their own).
stats-cluster-each = № { $number }, “{ $name }”: { $size } { $size ->
    [one] row
   *[other] rows
 } ({ $share }). { $apart }.
stats-cluster-noise = { $count } { $count ->
    [one] row belongs
   *[other] rows belong
 } to no cluster ({ $share }): too thinly scattered. Look at them one by one: among them are both errors and the rare successes.
stats-cluster-drivers = Most of what parts the clusters: { $most }.
stats-cluster-drivers-and-not = Most of what parts the clusters: { $most }. Hardly any part in it have: { $least }.
stats-cluster-all-stable = All clusters come again when the rows are drawn anew ({ $draws } draws).
stats-cluster-shaky = Drawn anew { $draws } times, the rows do not reliably give these clusters again: { $which }. Do not build on them.
stats-cluster-bic = BIC is for { $k } clouds of the model { $model }, by { $by } before the next best (more than 10 is a strong sign, less than 2 none).
stats-cluster-advice = How many clusters? The silhouette advises { $silhouette }, the gap { $gap } (by Dudoit's rule { $dudoit }), Caliński–Harabasz { $index }, Davies–Bouldin { $spread }, the bend of the within sums { $elbow }.

# The cautions.
stats-cluster-no-structure = There may be no clusters here at all: { $signs }. Every method divides whatever it is given; this division may be an even cloud cut into pieces.
stats-cluster-sign-silhouette = the silhouette is low ({ $mean })
stats-cluster-sign-gap = the gap statistic is for a single cluster
stats-cluster-sign-stability = more than half of the clusters dissolve when the rows are drawn anew
stats-cluster-unscaled = The columns were taken as they are, and “{ $column }” varies { $times } times as much as another: it decides nearly alone. Choose --scale z, unless all columns are in one unit.
stats-cluster-skewed = Long tails: { $columns }. A few very large values pull clusters to themselves. Try logarithms, or --scale robust.
stats-cluster-restless = k-means had not come to rest after { $steps } passes.
stats-cluster-local = Only { $agreed } of { $starts } starts came to this division: a better one may exist. Take more --starts.
stats-cluster-clara = There are too many rows to hold all against all: medoids were sought in drawn parts of { $rows } rows (CLARA), so the division is near the best, not surely the best.
stats-cluster-inverted = Some merges lie below earlier ones, as this linkage may have it: heights cannot be read as distances.
stats-cluster-knee = The radius { $radius } was read off the bend of the distances to neighbours. Try half and twice of it before the clusters are believed.
stats-cluster-uncertain = { $count } { $count ->
    [one] row is
   *[other] rows are
 } of uncertain belonging (less than 80% for any cloud).
stats-cluster-small = Very small: { $which }. These are single cases rather than kinds.
stats-cluster-dropped = { $count } { $count ->
    [one] row was
   *[other] rows were
 } left out for a missing value. If values are missing for a reason, the clusters do not speak for those rows.
stats-cluster-silhouette-sampled = Silhouettes were counted on { $rows } rows drawn by the seed.
stats-cluster-always = The differences between clusters in the columns that made them are no finding and need no test: the method sought them out. What proves a division useful is a column that took no part in it.

# The pictures.
stats-cluster-picture-map = The clusters on the two directions in which rows differ most
stats-cluster-picture-profiles = What each cluster is like, against the whole
stats-cluster-picture-silhouettes = How well each row sits in its cluster
stats-cluster-picture-tree = How clusters join
stats-cluster-axis-component = Component { $number } ({ $share } of all differences)
stats-cluster-axis-difference = Difference from the mean of all, standard deviations
stats-cluster-axis-silhouette = Silhouette width
stats-cluster-axis-height = Height at which clusters join
stats-cluster-cut = cut
stats-cluster-cases = rows

# Why there are no clusters.
stats-clusters = clusters
stats-distinct-rows = rows that differ from each other
stats-cluster-flat = No mixture fits: a cloud shrinks to fewer dimensions than there are columns. Leave out columns that follow from others or take few values, choose fewer clusters, or a plainer --model such as VII or EEI.

# Other cases.
stats-cluster-advice-silhouette = How many clusters? The silhouette advises { $k }.
stats-cluster-skewed-still = Long tails: { $columns }. A few very large values still pull clusters to themselves. Logarithms would show what the rest is like.
stats-cluster-tail = The gap statistic is for a single cluster: what was set apart may be the long tail of one cloud and no kind of its own.
