# Correlation.
stats-correlate = whether columns are related
stats-opt-with = only the pairs with this column
stats-opt-given = for partial: the columns taken out; all others where none are named
stats-opt-adjust = how p is adjusted over all pairs
stats-opt-alternative = which departure counts
stats-opt-continuity = correct Kendall’s and Spearman’s asymptotic p for continuity
stats-opt-permutations = for distance: permutations of the test
stats-opt-bootstrap = intervals (BCa) from so many samples drawn anew; 0 for those of theory
stats-method-pearson = Pearson: a straight line
stats-method-spearman = Spearman: by ranks, rising or falling in any way
stats-method-kendall = Kendall’s τ-b: pairs of rows in the same order
stats-method-partial = partial: what is left when other columns are taken out
stats-method-polychoric = polychoric: what lies behind answers on scales
stats-method-distance = distance: a relation of any shape
stats-method-cramer = Cramér’s V: words with words
stats-adjust-none = not adjusted
stats-adjust-bonferroni = Bonferroni
stats-adjust-holm = Holm
stats-adjust-hochberg = Hochberg
stats-adjust-hommel = Hommel
stats-adjust-bh = Benjamini–Hochberg
stats-adjust-by = Benjamini–Yekutieli
stats-missing-pairwise = each pair by its own rows
stats-missing-listwise = only rows that have all values
stats-alternative-two-sided = either
stats-alternative-greater = above 0
stats-alternative-less = below 0

correlate-title = { $method } in { $file }
correlate-pearson = Pearson’s correlation
correlate-spearman = Spearman’s rank correlation
correlate-kendall = Kendall’s τ-b
correlate-partial = Partial correlation
correlate-polychoric = Polychoric correlation
correlate-distance = Distance correlation
correlate-cramer = Cramér’s V
correlate-adjust-none = not adjusted: each pair for itself
correlate-adjust-bonferroni = Bonferroni, over all pairs
correlate-adjust-holm = Holm, over all pairs
correlate-adjust-hochberg = Hochberg, over all pairs
correlate-adjust-hommel = Hommel, over all pairs
correlate-adjust-bh = Benjamini–Hochberg: the share of false findings
correlate-adjust-by = Benjamini–Yekutieli: the share of false findings, however pairs hang together
correlate-rows = Rows
correlate-rows-of = { $rows }, of them complete { $complete }
correlate-missing = Missing values
correlate-pairwise = pairwise: each pair takes all rows that have both
correlate-listwise = listwise: only rows that have all values
correlate-adjusted = Adjustment of p
correlate-given = Taken out
correlate-given-others = all other columns of the list
correlate-matrix = Coefficients
correlate-strongest = The strongest pairs
correlate-pairs = Pairs
correlate-more-pairs = { $count ->
    [one] and { $count } weaker pair, in JSON and the exports
   *[other] and { $count } weaker pairs, in JSON and the exports
 }
correlate-head-x = column
correlate-head-y = with
correlate-head-interval = { $level } % interval
correlate-head-low = from
correlate-head-high = to
correlate-head-statistic = statistic
correlate-head-df = df
correlate-head-p = p
correlate-head-p-adjusted = p adjusted
correlate-head-exact = p is exact
correlate-glance = At a glance
correlate-glance-method = method
correlate-glance-complete = complete rows
correlate-glance-columns = columns
correlate-glance-shown = pairs shown to be related
correlate-glance-level = level of intervals
correlate-size-tiny = negligible
correlate-size-small = weak
correlate-size-middle = moderate
correlate-size-great = strong
correlate-none = { $all ->
    [one] The pair was not shown to be related. That is not proof that it is not: a weak relation may need more rows.
   *[other] Of { $all } pairs none was shown to be related. That is not proof that none is: weak relations may need more rows.
 }
correlate-some = { $all ->
    [one] The pair is related (p adjusted below 0.05).
   *[other] Of { $all } pairs { $count } { $count ->
        [one] is
       *[other] are
     } related (p adjusted below 0.05).
 }
correlate-up = The more “{ $x }”, the more “{ $y }”: a { $size } relation ({ $r }).
correlate-down = The more “{ $x }”, the less “{ $y }”: a { $size } relation ({ $r }).
correlate-go = “{ $x }” and “{ $y }” go together: a { $size } relation ({ $r }), whatever its shape.
correlate-further = { $count ->
    [one] { $count } more pair is related; see the table.
   *[other] { $count } more pairs are related; see the table.
 }
correlate-others = { $count ->
    [one] { $count } pair was not shown to be related.
   *[other] { $count } pairs were not shown to be related.
 }
correlate-no-cause = Related is not caused: a third thing, such as the day or the size of the page, may move both.
correlate-bent = “{ $x }” and “{ $y }”: ranks say { $ranks }. The relation is not a straight line, or a few rows bend it: look at the scatter, and trust Spearman more.
correlate-outliers = “{ $x }” and “{ $y }”: without the { $count ->
    [one] { $count } row that weighs
   *[other] { $count } rows that weigh
 } most the coefficient is { $r }: a few rows make much of it.
correlate-series = “{ $x }” and “{ $y }” both go on from row to row, as series do: two that merely grow always correlate. Ask “series” (cross-correlation of differences) instead.
correlate-many = { $count } pairs were tested without adjustment: some { $expected } would look related by chance alone.
correlate-uneven = Pairs rest on different rows, because values are missing: compare coefficients with care, or take --missing listwise.
correlate-constant = Without coefficients, because they never vary: { $columns }.
correlate-picture-heat = Coefficients, the columns ordered so that like stand beside like
correlate-picture-scatter = The strongest pair: { $x } and { $y }
correlate-picture-unknown = not known
correlate-picture-density = darker: more rows
correlate-picture-empty = no data
correlate-picture-line = least squares, { $level } % band
correlate-picture-few = the { $shown } columns of the strongest pairs, of { $all }
correlate-picture-some = { $shown } rows of { $all }, spread evenly
stats-method-mixed = by kinds: words by what lies behind them, figures as they are
stats-method-point-biserial = point-biserial: figures with two values
stats-method-icc = ICC: whether raters agree, a column a rater
stats-opt-between = hold each pair’s correlation in one group of rows against that in another (Pearson)
correlate-mixed = Correlation by kinds of columns
correlate-point-biserial = Point-biserial correlation
correlate-differences = Do the correlations differ
correlate-head-of = of
correlate-head-left = first
correlate-head-right = second
correlate-williams = Williams’s t: both correlations share a column and are of the same rows, those that have all three columns.
correlate-fisher = Fisher’s z: the groups have no row in common.
correlate-zou = The intervals hold at { $level } % each (Zou 2007).
correlate-differs = Of “{ $of }” the correlations differ: { $left } { $r }, { $right } { $s }.
correlate-no-difference = None of { $count } differences of correlations was shown.
correlate-semi = Semi-partial correlations
correlate-semi-note = A row’s column stays as it is; a column’s is freed of the others. The square is the share that it alone adds.
correlate-icc = Intraclass correlation
correlate-icc-title = How far raters agree
correlate-icc-head = kind
correlate-icc-says = what it says
correlate-icc-low = { $level } % from
correlate-icc-high = { $level } % to
correlate-icc-df = df of rows
correlate-icc-df-rest = df of the rest
correlate-icc-nought = no agreement
correlate-icc-raters = Raters
correlate-icc-rows = { $rows } rated, { $dropped } left out for a missing value
correlate-icc1 = one rater; each row has raters of its own
correlate-icc2 = one rater of many; their level counts (agreement)
correlate-icc3 = one of these raters; their level does not count (consistency)
correlate-icc1k = mean of all; each row has raters of its own
correlate-icc2k = mean of all, raters of many (agreement)
correlate-icc3k = mean of these raters (consistency)
correlate-icc-note = Shrout and Fleiss (1979), as psych names them.
correlate-icc-reading = A single rater drawn from many agrees with another to { $r } (from { $low } to { $high }): { $size }.
correlate-icc-poor = poor; such ratings tell of the rater more than of the thing
correlate-icc-moderate = moderate; take the mean of several raters
correlate-icc-good = good
correlate-icc-excellent = excellent
correlate-icc-choose = Choose the kind before looking: ICC2 where any colleague may rate, ICC3 where these raters are all there are, the k forms only where the mean is what will be used.
correlate-icc-few = { $rows } rows are few: the interval is wide and says so.
correlate-order-of-words = Words are taken in the order of the alphabet: where that is not the order of what they mean, the figure says nothing.
