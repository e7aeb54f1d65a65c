# Regression beside least squares: options.
stats-opt-outcome = what is to be explained, where no formula is given
stats-method-ols = least squares, or maximum likelihood for another family
stats-method-ridge = ridge
stats-method-lasso = lasso: many columns, few of which matter
stats-method-enet = elastic net, between ridge and lasso
stats-method-quantile = quantiles: the median, the best tenth
stats-method-huber = robust (Huber): far-off rows pull no further than near ones
stats-method-bisquare = robust (Tukey's biweight): far-off rows do not count
stats-method-mm = robust (MM): up to half of the rows may be far off
stats-method-panel = panel: the same units at several times
stats-method-stepwise = stepwise (refused, with the reason)
stats-opt-family = what the outcome is
stats-family-gaussian = a figure
stats-family-logit = an event, by its odds
stats-family-probit = an event, by a normal threshold
stats-family-cloglog = an event, by a rate over time
stats-family-poisson = a count
stats-family-negbin = a count that scatters more than Poisson's
stats-family-gamma = a positive figure whose spread grows with it
stats-family-quasibinomial = a share with a dispersion of its own
stats-family-quasipoisson = a count with a dispersion of its own
stats-opt-tau = quantiles between 0 and 1, set apart by commas
stats-opt-lambda = the penalty, or several set apart by commas; chosen by cross-validation where none is given
stats-opt-mixing = of the elastic net: 0 is ridge, 1 is lasso
stats-opt-rescale = whether columns are brought to one scale before they are penalised
stats-opt-folds = the folds of cross-validation
stats-opt-unit = the column that names the units of a panel
stats-opt-panel = what a panel is taken for
stats-panel-within = each unit has its own level (fixed effects)
stats-panel-time = each time has its own level
stats-panel-twoways = each unit and each time has its own level
stats-panel-between = the units' means
stats-panel-differences = changes from time to time
stats-panel-random = the units' levels are drawn at random
stats-panel-pooling = rows like any others

# What models are called.
stats-models-kind-logit = Logistic regression
stats-models-kind-probit = Probit regression
stats-models-kind-cloglog = Complementary log-log regression
stats-models-kind-poisson = Poisson regression
stats-models-kind-negbin = Negative binomial regression
stats-models-kind-gamma = Gamma regression
stats-models-kind-quasibinomial = Quasi-binomial regression
stats-models-kind-quasipoisson = Quasi-Poisson regression
stats-models-kind-ridge = Ridge regression
stats-models-kind-lasso = Lasso
stats-models-kind-enet = Elastic net
stats-models-kind-quantile = Quantile regression
stats-models-kind-huber = Robust regression (Huber's M)
stats-models-kind-bisquare = Robust regression (Tukey's biweight)
stats-models-kind-mm = Robust regression (MM)
stats-models-kind-within = Panel with fixed effects of units
stats-models-kind-times = Panel with fixed effects of times
stats-models-kind-twoways = Panel with fixed effects of units and times
stats-models-kind-between = Panel between units
stats-models-kind-differences = Panel in first differences
stats-models-kind-random = Panel with random effects (Swamy–Arora)
stats-models-kind-pooling = Pooled panel
stats-models-title = { $kind }: { $outcome }

# Facts and heads.
stats-models-model = Model
stats-models-formula = Formula
stats-models-rows-used = Rows used
stats-models-rows-dropped = Rows left out, a value missing
stats-models-link = Link
stats-models-event = Event
stats-models-errors = Standard errors
stats-models-errors-classic = classic
stats-models-errors-robust = robust ({ $kind })
stats-models-errors-cluster = by clusters of { $column }
stats-models-level-fact = Confidence level
stats-models-intervals = Intervals
stats-models-by-ranks = by inverted rank tests
stats-models-by-density = by the density about the quantile
stats-models-by-drawing = by drawing the rows again, { $count } times
stats-models-convention = Convention
stats-models-convention-ridge = as MASS lm.ridge: λ is added to cross-products of columns in units of their SD
stats-models-convention-net = as glmnet: mean loss, columns standardised, λ in the outcome's units
stats-models-convention-net-raw = as glmnet: mean loss, columns as they are
stats-models-lambda-best = λ of the least error
stats-models-lambda-plain = λ within one standard error of it
stats-models-units = Units
stats-models-times-of = Times
stats-models-coefficients = Coefficients
stats-models-term = term
stats-models-variable = column
stats-models-factor = group
stats-models-level = level
stats-models-against = level
stats-models-estimate = estimate
stats-models-slope = slope
stats-models-std-error = std. error
stats-models-statistic = statistic
stats-models-p = p
stats-models-low = from
stats-models-high = to
stats-models-ratio = times
stats-models-profile-low = profile from
stats-models-profile-high = profile to
stats-models-z = Tests and intervals by the normal distribution (z).
stats-models-t = Tests and intervals by Student's distribution (t).
stats-models-odds-ratios = Odds ratios
stats-models-rate-ratios = Ratios of means
stats-models-margins = Average marginal effects
stats-models-margins-means = Marginal effects at the means
stats-models-slopes = Slopes by group
stats-models-fit = The model as a whole
stats-models-rows = Rows
stats-models-row = row
stats-models-null-deviance = null deviance
stats-models-df-null = its degrees of freedom
stats-models-deviance = deviance
stats-models-df = residual degrees of freedom
stats-models-df-short = df
stats-models-df-second = df 2
stats-models-log-lik = log likelihood
stats-models-dispersion = dispersion
stats-models-theta-error = std. error of θ
stats-models-mcfadden = R² of McFadden
stats-models-nagelkerke = R² of Nagelkerke
stats-models-ratio-test = χ² against no columns
stats-models-auc-low = AUC from
stats-models-auc-high = AUC to
stats-models-threshold = best threshold (Youden)
stats-models-hosmer = χ² of Hosmer and Lemeshow
stats-models-hosmer-p = its p
stats-models-over = variance by mean (Cameron and Trivedi)
stats-models-over-p = its p
stats-models-false-alarms = false alarms
stats-models-hits = hits
stats-models-calibration = Expected and observed
stats-models-expected = expected
stats-models-observed = observed
stats-models-fitted = fitted
stats-models-linear = line
stats-models-residual = residual
stats-models-deviance-residual = deviance residual
stats-models-pearson-residual = Pearson residual
stats-models-leverage = leverage
stats-models-weight = weight
stats-models-scale = scale of residuals
stats-models-down-weighted = rows that count less than half
stats-models-loss = loss
stats-models-unique = only solution
stats-models-r1-note = R¹ is 1 less the loss by that of the plain quantile (Koenker and Machado).
stats-models-not-nought = columns
stats-models-effective = worth of columns
stats-models-explained = explained
stats-models-cv = error on held-out rows
stats-models-adjusted = adjusted R²
stats-models-f = F of all columns
stats-models-sigma = residual SD
stats-models-idiosyncratic = variance of rows
stats-models-individual = variance of units
stats-models-individual-share = share of units
stats-models-which-panel = Which panel model?
stats-models-test = test
stats-models-f-test = F: have units levels of their own?
stats-models-lm-test = Breusch–Pagan: do units' levels scatter?
stats-models-hausman = Hausman: do levels go with the columns?
stats-models-own-levels = Levels of their own

# What a model says.
stats-models-up = { $term }: { $outcome } is higher by { $value } ({ $low } – { $high }), all else equal.
stats-models-down = { $term }: { $outcome } is lower by { $value } ({ $low } – { $high }), all else equal.
stats-models-odds = { $term }: the odds of “{ $outcome }” are { $value } times as high ({ $low } – { $high }), all else equal.
stats-models-times = { $term }: the mean of { $outcome } is { $value } times as high ({ $low } – { $high }), all else equal.
stats-models-line-up = { $term }: “{ $outcome }” comes more often with it, all else equal.
stats-models-line-down = { $term }: “{ $outcome }” comes less often with it, all else equal.
stats-models-more-effects = { $count ->
    [one] One more clear effect stands in the table.
   *[other] { $count } more clear effects stand in the table.
 }
stats-models-unclear = Of { $terms } nothing can be said: { $outcome } may go up or down with them.
stats-models-points = { $what }: on average this moves the probability of “{ $outcome }” by { $value } percentage points ({ $low } – { $high }).
stats-models-slopes-said = With { $variable } the model's line rises differently by { $factor }: { $each }.
stats-models-auc-poor = Of two rows, one with “{ $outcome }” and one without, the model tells which is which in { $share } of cases ({ $low } – { $high }): hardly better than a coin.
stats-models-auc-fair = Of two rows, one with “{ $outcome }” and one without, the model tells which is which in { $share } of cases ({ $low } – { $high }).
stats-models-auc-good = Of two rows, one with “{ $outcome }” and one without, the model tells which is which in { $share } of cases ({ $low } – { $high }): it tells them apart well.
stats-models-median-of = the median of { $outcome }
stats-models-quantile-of = the { $share } quantile of { $outcome }
stats-models-far-rows = { $count ->
    [one] One row lies far off and counts less than half: { $rows }.
   *[other] { $count } rows lie far off and count less than half, the farthest: { $rows }.
 }
stats-models-explains = At the best λ the columns explain { $share } of how { $outcome } varies.
stats-models-stays = What stays even in the plainer model: { $columns }.
stats-models-stays-too = At the best λ these stay as well, less surely: { $columns }.
stats-models-none-stays = No column earns its place: { $outcome } is foretold as well by its mean.
stats-models-levels-differ = Each of { $unit } has a level of its own (p = { $p }): pooling all rows would mix these differences into the effects.
stats-models-levels-alike = That { $unit } differ in their level is not seen (p = { $p }); pooled rows will do.
stats-models-need-fixed = The levels go with the columns (Hausman, p = { $p }): random effects would mislead, keep the fixed ones.
stats-models-random-will-do = The levels do not visibly go with the columns (Hausman, p = { $p }): random effects are allowed and say more.
stats-models-parts = By themselves { $terms } say nothing of the whole: their interaction makes each an effect only where the other column is at its base level or at 0. See the slopes by group or the average effects.
stats-models-together = { $term }: together they move { $outcome } by a further { $value } ({ $low } – { $high }) beyond what each does alone.
stats-models-together-times = { $term }: together they multiply “{ $outcome }” by a further { $value } ({ $low } – { $high }) beyond what each does alone.
stats-models-rank-note = Intervals by inverted rank tests; errors, t and p by the density about the quantile.

# Before it is believed.
stats-models-many-dropped = { $share } of rows were left out because a value is missing; if they are missing for a reason, the answer is about the rest only.
stats-models-aliased = These columns follow from others and have no effect of their own: { $columns }.
stats-models-few-rows = { $rows } rows for { $columns } columns are few: expect other figures from another sample.
stats-models-no-cause = Going together is not causing: what is not in the formula may stand behind both.
stats-models-overdispersed = The counts scatter more than Poisson's (χ² by its degrees of freedom { $dispersion }, p = { $p }): these errors are too small. Take --family negbin or --errors hc3.
stats-models-miscalibrated = Probabilities and what came differ by groups (Hosmer and Lemeshow, p = { $p }): a bend or an interaction may be missing.
stats-models-few-events = { $events } events for { $columns } columns are few (ten each are a usual least): odds ratios come out too large.
stats-models-not-unique = At τ = { $taus } another plane is as good: whole shares of rows leave the coefficients a little room.
stats-models-dealt = λ was chosen by { $folds } folds dealt with the seed { $seed }; another deal may choose another.
stats-models-no-errors = Penalised coefficients are pulled towards nought on purpose and have no honest standard errors; what is to be believed is which columns stay.
stats-models-cluster-panel = Rows of one { $unit } go together in time; errors by clusters (--errors cluster) allow for it.
