# Factor models: the command and its options.
stats-factor = what lies behind several columns: components, factors, reliability
stats-opt-factors = how many factors; auto asks parallel analysis and MAP
stats-opt-rotate = the rotation; auto is oblimin for factors and none for components
stats-opt-kaiser = Kaiser’s normalisation; auto as in R: with varimax and promax only
stats-opt-power = the power of promax
stats-opt-gamma = γ of oblimin; 0 is quartimin
stats-opt-delta = δ of geomin
stats-opt-scores = how scores are estimated
stats-opt-input = what the file holds: rows, or a matrix of correlations or covariances
stats-opt-rows = with a matrix: how many rows it was taken from
stats-opt-simulations = random tables of parallel analysis
stats-method-ml = maximum likelihood
stats-method-minres = minimum residual (minres, unweighted least squares)
stats-method-pa = principal axes
stats-method-gls = generalised least squares
stats-method-pca = principal components
stats-method-number = how many factors
stats-method-reliability = reliability of a scale
stats-rotate-auto = as suits the method
stats-rotate-none = none
stats-rotate-varimax = varimax (orthogonal)
stats-rotate-quartimax = quartimax (orthogonal)
stats-rotate-equamax = equamax (orthogonal)
stats-rotate-geominT = geomin (orthogonal)
stats-rotate-bentlerT = Bentler’s criterion (orthogonal)
stats-rotate-infomaxT = infomax (orthogonal)
stats-rotate-entropy = minimum entropy (orthogonal)
stats-rotate-promax = promax as in factanal and stats::promax
stats-rotate-promax-psych = promax as in psych (on normalised rows)
stats-rotate-oblimin = oblimin (oblique)
stats-rotate-quartimin = quartimin (oblique)
stats-rotate-geominQ = geomin (oblique)
stats-rotate-bentlerQ = Bentler’s criterion (oblique)
stats-rotate-infomaxQ = infomax (oblique)
stats-rotate-oblimax = oblimax (oblique)
stats-rotate-simplimax = simplimax (oblique)
stats-kaiser-auto = as in R
stats-kaiser-on = with
stats-kaiser-off = without
stats-scores-regression = regression (Thurstone)
stats-scores-bartlett = Bartlett
stats-scores-tenberge = ten Berge
stats-input-data = rows
stats-input-matrix = a matrix

# Titles.
stats-factor-title = { $factors ->
    [one] { $factors } factor
   *[other] { $factors } factors
 } behind { $columns } columns of { $file }
stats-factor-pca-title = Principal components of { $columns } columns of { $file }
stats-factor-number-title = How many factors lie behind { $columns } columns of { $file }
stats-factor-scale-title = { $columns } columns of { $file } as one scale

# Facts.
stats-factor-fact-method = Extraction
stats-factor-fact-rotation = Rotation
stats-factor-fact-scores = Scores
stats-factor-fact-rows = Rows
stats-factor-fact-basis = Columns
stats-factor-fact-sign = Sign
stats-factor-with-kaiser = with Kaiser’s normalisation
stats-factor-without-kaiser = without Kaiser’s normalisation
stats-factor-rows-given = { $n }, as was said; correlations were given
stats-factor-rows-unknown = not known: correlations were given (--rows says how many)
stats-factor-rows-whole = { $n }, none lacks a value
stats-factor-rows-listwise = { $n }; { $dropped } that lack a value were left out
stats-factor-rows-pairwise = { $n } in the pair that has fewest; { $dropped } lack some value
stats-factor-standardised = standardised: each weighs the same
stats-factor-as-they-are = as they are: one of greater spread weighs more
stats-factor-sign = the greatest weight of each component is positive

# Tables.
stats-factor-head-item = item
stats-factor-head-factor = factor
stats-factor-head-loading = loading
stats-factor-head-row = row
stats-factor-head-communality = h²
stats-factor-head-complexity = complexity
stats-factor-head-shown = shown
stats-factor-head-ss = sum of squares
stats-factor-head-share = share of variance
stats-factor-head-cumulative = cumulative
stats-factor-head-determinacy = R² of scores
stats-factor-head-residual = residual
stats-factor-head-rule = rule
stats-factor-head-factors = factors
stats-factor-head-component = component
stats-factor-head-variance = variance
stats-factor-head-stick = broken stick
stats-factor-head-reversed = reversed
stats-factor-head-rest = r with the rest
stats-factor-head-corrected = r corrected
stats-factor-head-alpha-drop = α without it
stats-factor-loadings = Loadings
stats-factor-loadings-note = Loadings below { $cut } are left blank; each item stands with the factor that it loads on most.
stats-factor-scores = Scores
stats-factor-factors = Factors
stats-factor-determinacy-note = R² of scores: how far the columns determine the factor; below 0.7 scores should not be used to rank single rows.
stats-factor-phi = Correlations of factors
stats-factor-residuals = Residual correlations
stats-factor-rules = How many factors, by rule
stats-factor-rules-note = Parallel analysis and MAP are to be trusted most; Kaiser’s rule asks for too many.
stats-factor-rule-parallel-factors = parallel analysis, factors
stats-factor-rule-parallel-components = parallel analysis, components
stats-factor-rule-map = minimum average partial (Velicer)
stats-factor-rule-kaiser = eigenvalues above 1 (Kaiser)
stats-factor-rule-acceleration = sharpest bend of the scree
stats-factor-rule-vss1 = very simple structure, one loading
stats-factor-rule-vss2 = very simple structure, two loadings
stats-factor-eigenvalues = Eigenvalues
stats-factor-adequacy = Are the columns fit for factors
stats-factor-adequacy-items = Sampling adequacy of each column
stats-factor-items = Items
stats-factor-reliability = Reliability
stats-factor-glance = Fit
stats-factor-glance-n = rows
stats-factor-glance-factors = factors
stats-factor-glance-components = components
stats-factor-glance-verdict = factors to go by
stats-factor-glance-variance = variance accounted for
stats-factor-glance-statistic = χ² (Bartlett’s correction)
stats-factor-glance-df = degrees of freedom
stats-factor-glance-rmsea = RMSEA (psych)
stats-factor-glance-rmsea-low = RMSEA, 90 % from
stats-factor-glance-rmsea-high = RMSEA, 90 % to
stats-factor-glance-steiger = RMSEA (Steiger)
stats-factor-glance-rmsr = RMSR
stats-factor-glance-empirical = χ² of residuals
stats-factor-glance-objective = objective
stats-factor-glance-share = share of r² given back
stats-factor-glance-bartlett = Bartlett’s χ² of sphericity
stats-factor-glance-bartlett-p = its p
stats-factor-alpha = Cronbach’s α
stats-factor-low = from
stats-factor-high = to
stats-factor-se = standard error
stats-factor-alpha-std = α of standardised items
stats-factor-omega-total = ω total
stats-factor-omega-h = ω hierarchical
stats-factor-ecv = general factor’s share of common variance
stats-factor-lambda4 = best halves (λ₄)
stats-factor-split = halves on average
stats-factor-beta = worst halves (β)
stats-factor-average = mean correlation of items

# What it says.
stats-factor-says-variance = { $factors ->
    [one] One factor accounts for { $share } of what the columns vary by.
   *[other] { $factors } factors account for { $share } of what the columns vary by.
 }
stats-factor-says-items = { $factor } is carried by { $items }.
stats-factor-says-poles = { $factor } sets { $items } against { $against }.
stats-factor-says-nothing = { $factor } is carried by no column clearly: it hardly deserves a name.
stats-factor-says-pair = { $a } and { $b } (r = { $r })
stats-factor-says-related = Factors that go together: { $pairs }.
stats-factor-says-close = The model gives the correlations back closely (RMSEA { $rmsea }, TLI { $tli }).
stats-factor-says-fair = The model gives the correlations back acceptably (RMSEA { $rmsea }, TLI { $tli }).
stats-factor-says-mediocre = The model gives the correlations back only roughly (RMSEA { $rmsea }, TLI { $tli }); look at the residuals, or at one factor more.
stats-factor-says-poor = The model does not hold (RMSEA { $rmsea }, TLI { $tli }): these columns are not what so many factors make.
stats-factor-says-components = { $count ->
    [one] One component shows { $share } of what { $columns } columns vary by.
   *[other] { $count } components show { $share } of what { $columns } columns vary by.
 }
stats-factor-says-number = { $count ->
    [one] One factor is worth looking for; the rules that are to be trusted agree.
   *[other] { $count } factors are worth looking for; the rules that are to be trusted agree.
 }
stats-factor-says-number-between = { $count ->
    [one] One factor is the number to go by; the rules that are to be trusted say from { $low } to { $high }: look at the models of each.
   *[other] { $count } factors are the number to go by; the rules that are to be trusted say from { $low } to { $high }: look at the models of each.
 }
stats-factor-kmo-good = The columns have much in common (KMO { $kmo }): factors are a sensible question.
stats-factor-kmo-fair = The columns have something in common (KMO { $kmo }): factors can be asked for, and will be blurred.
stats-factor-alpha-high = The items measure one thing so evenly (α = { $alpha }) that some may be saying the same twice.
stats-factor-alpha-good = The items make up a scale (α = { $alpha }): their sum can stand for them.
stats-factor-alpha-fair = The items hold together loosely (α = { $alpha }): good enough to compare groups, not single people.
stats-factor-alpha-low = The items do not make up one scale (α = { $alpha }): do not add them up.
stats-factor-omega-one = Most of what they share is one thing (ω hierarchical = { $omega }).
stats-factor-omega-many = What they share is more than one thing (ω hierarchical = { $omega }): parts of the scale should be looked at apart.

# Cautions.
stats-factor-few-rows = { $n } rows for { $columns } columns are few; loadings would come out otherwise in another sample. Five rows a column and a hundred in all are the least.
stats-factor-low-kmo = The columns have little in common (KMO { $kmo }): factors would be invented rather than found.
stats-factor-low-kmo-items = These columns do not belong with the others (KMO below 0.5): { $items }.
stats-factor-spherical = That the columns have nothing in common at all cannot be ruled out (Bartlett’s test).
stats-factor-heywood = A Heywood case: { $items } would be explained wholly, and was held at a uniqueness of { $bound }. Too many factors, too few rows, or two columns that say the same.
stats-factor-smoothed = The correlations could not come from one table (least eigenvalue { $least }) and were smoothed (eigenvalues below 1e-12 raised to 1e-10, as psych’s cor.smooth); pairwise missing values and polychoric correlations of few rows do that. Figures of fit are to be taken with care.
stats-factor-crossed = These columns load on more than one factor and decide for none: { $items }.
stats-factor-apart = These columns have hardly anything to do with the factors (h² below 0.2): { $items }.
stats-factor-thin = Fewer than three columns carry { $factors }: such a factor seldom comes back in other data.
stats-factor-number-parts = The rules for the number of factors part: from { $low } to { $high }. Look at the neighbouring models before naming anything.
stats-factor-saturated = So many factors leave nothing to test. At most { $most } make sense here.
stats-factor-minima = The rotation’s criterion has { $count } minima in { $starts } starts; this is the lowest of them.
stats-factor-lower-minimum = The rotation stopped where R would, but of { $count } minima in { $starts } starts there is a lower one: --starts 10 takes it.
stats-factor-kaiser-caution = Kaiser’s rule is shown because it is often cited, not because it should be followed.
stats-factor-pca-caution = Components sum columns up; they do not explain them. For what lies behind columns ask for factors.
stats-factor-scale-caution = Columns were not standardised: those in small units vanish.
stats-factor-reversed = Counted the other way round: { $items }. Check that the questions really are.
stats-factor-better-without = The scale would be more even without { $items }.
stats-factor-alpha-caution = α grows with the number of items and does not prove that they measure one thing: look at ω hierarchical and at the factors.

# A model thought of beforehand.
stats-method-cfa = confirmatory: a model of --measurement held against the data
stats-opt-measurement = the model of a confirmatory analysis: F1 =~ a + b + c; F2 =~ d + e + f
stats-model-shape = a factor, “=~” and its items joined by “+” are expected, not “{ $found }”
stats-model-twice = this factor stands there already: { $found }
stats-model-items = a factor needs at least two different items: { $found }
stats-factor-model-title = A model of { $factors ->
    [one] { $factors } factor
   *[other] { $factors } factors
 } held against { $file }
stats-factor-model-method = maximum likelihood, expected information, covariances over n (as lavaan)
stats-factor-head-parameter = parameter
stats-factor-head-op = kind
stats-factor-head-estimate = estimate
stats-factor-head-std = standardised
stats-factor-parameters = Parameters
stats-factor-glance-npar = free parameters
stats-factor-glance-loglik = log-likelihood
stats-factor-model-good = The model holds (CFI { $cfi }, RMSEA { $rmsea }).
stats-factor-model-fair = The model holds acceptably (CFI { $cfi }, RMSEA { $rmsea }); some relations are not in it.
stats-factor-model-poor = The model does not hold (CFI { $cfi }, RMSEA { $rmsea }): the columns are related in ways that it does not know.
stats-factor-model-saturated = The model has as many parameters as there are figures: it fits whatever comes, and proves nothing.
stats-factor-model-weak = Weakly carried by their factor (below 0.4): { $items }.
stats-factor-model-negative = The own variance of { $items } came out below nought, which cannot be: the model does not suit them.
stats-factor-model-caution = That a model holds does not show that it is true: others may hold as well. A model changed after looking needs new data.

# Pictures.
stats-factor-picture-scree = Eigenvalues beside those of random data
stats-factor-picture-loadings = Loadings, by factor
stats-factor-picture-map = Columns on the first two factors
stats-factor-picture-biplot = Rows and columns on the first two components
stats-factor-axis-number = Factor
stats-factor-axis-eigenvalue = Eigenvalue
stats-factor-word-observed = observed
stats-factor-word-chance = random data, 95th percentile
stats-factor-word-kaiser = eigenvalue 1
stats-factor-word-communality = communality

# What is correlated.
stats-opt-correlation = what the model starts from: correlations of the figures, of their ranks, or of what lies behind answers on a scale
stats-correlation-pearson = Pearson’s
stats-correlation-spearman = Spearman’s: of ranks
stats-correlation-polychoric = polychoric: of what lies behind the steps of a scale
stats-factor-fact-correlation = Correlations
stats-factor-no-scores = none: the weights are not for the columns as they are
stats-factor-filled = Of these pairs some combination of answers never occurs and the correlation would be ±1; half a row was put into each empty cell (psych’s correct): { $pairs }. Join rare answers.
stats-factor-unlikely = For { $count } of { $all } pairs two normal quantities can hardly lie behind the answers (p < 0.05 by Holm): { $pairs }. Their polychoric correlations are not to be trusted.
stats-factor-fit-spearman = χ², its p, RMSEA and its interval are those of Pearson’s correlations of normal figures: of ranks they are a guide and no test.
stats-factor-fit-polychoric = χ², its p, RMSEA and its interval are those of Pearson’s correlations of normal figures: of polychoric ones χ² comes out too large, and they are a guide and no test. Go by the residual correlations.
stats-factor-chance-polychoric = Chance was drawn as normal figures with Pearson’s correlations. Polychoric ones vary more by chance, so parallel analysis may ask for too many factors.
stats-factor-ordinal = The reliability is that of what lies behind the answers (ordinal α, Zumbo and others 2007), not of the sum of the answers themselves: that is lower.
stats-factor-ranked = The reliability is that of ranks, not of the sum of the answers themselves.
