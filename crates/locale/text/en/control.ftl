periods-day = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
periods-week = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
periods-month = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
periods-quarter = { $count ->
    [one] { $count } quarter
   *[other] { $count } quarters
}
periods-year = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
evidence-says-predicts = “{ $checkpoint }” goes { $lag } ahead of “{ $terminal }”. When it has moved by one ({ $one }), “{ $terminal }” moves by { $effect } on average; at { $level } between { $low } and { $high }. Forecasts gain by it: their squared error is { $gain } less. This is evidence, not proof: a third cause may move both.
evidence-both-ways = The relation shows the other way round too: they move each other, or both follow a third.
evidence-against = When the checkpoint gets better, the terminal KPI gets worse after it: as an aim it leads the wrong way, though as a warning it serves.
evidence-gain-unsure = What forecasts gain by it could still be chance (p { $p }): watch it for a while before much rests on it.
evidence-unproven-test = In { $span } nothing shows that “{ $checkpoint }” goes ahead of “{ $terminal }”: figures that have nothing to do with each other would agree as well (p { $p }). As long as that is so, missing it says nothing about the terminal KPI.
evidence-unproven-gain = The test finds a relation of “{ $checkpoint }” with “{ $terminal }”, but forecasts do not gain by it: on values that they had not seen their squared error changes by { $gain }. It is too early to rely on this checkpoint.
evidence-unproven-steady = “{ $checkpoint }” and “{ $terminal }” are related, but the other way round in the later half of the history than in the earlier. It is too early to rely on this checkpoint.
evidence-unproven-tame = The test finds a relation of “{ $checkpoint }” with “{ $terminal }”, but a few extreme figures carry it: with { $n } of them drawn in to what is usual, nothing of it is left. It is too early to rely on this checkpoint.
evidence-says-reversed = “{ $checkpoint }” does not lead to “{ $terminal }” but follows it: first the terminal KPI changes, then the checkpoint. When a miss shows in the checkpoint, it has happened already.
evidence-no-figures = “{ $checkpoint }” and “{ $terminal }” have no figures of the same periods: there is nothing to judge.
evidence-too-few = “{ $checkpoint }” and “{ $terminal }” have { $n } figures in common, and a judgement needs { $need } at the least. That does not mean that there is no relation: it cannot be seen yet.
evidence-constant = One of the two never changes, so it can neither foretell nor confirm anything.
evidence-tested = { $count ->
    [one] One link was tested.
   *[other] { $count } links were tested together; the probabilities count them all.
}
evidence-filled = { $count ->
    [one] One figure was missing; a straight line between its neighbours stands for it.
   *[other] { $count } figures were missing; straight lines between their neighbours stand for them.
}
evidence-row-n = Periods in common
evidence-row-span = From, to
evidence-row-rhythm = Rhythm
evidence-row-lags = Leads looked at
evidence-row-lag = Strongest lead
evidence-row-correlation = Cross-correlation, prewhitened
evidence-row-together = The same within one period
evidence-row-granger = Granger’s test
evidence-row-reverse = The test the other way round
evidence-row-p = p, adjusted for all links
evidence-row-p-reverse = p the other way round, adjusted
evidence-row-gain = What forecasts gain out of sample
evidence-row-effect = Effect
evidence-row-halves = Effect by halves
evidence-row-tame = With extremes drawn in
evidence-tame = { $n } figures, p { $p }, effect { $effect }
evidence-row-series = Series
evidence-stepped = as steps: at least one of them wanders
evidence-levelled = as what is left beside a line and the season
evidence-wander = ADF p { $adf }, KPSS p { $kpss }
evidence-granger = F({ $df1 }, { $df2 }) = { $f }, p { $p }; { $own } own lags, { $order } of the other
evidence-gain = { $share } (Clark–West p { $p }; { $n } forecasts)
evidence-interval = { $estimate } [{ $low }, { $high }]
forecast-too-few = No forecast: there are figures of { $n } whole periods, and { $need } are needed at the least.
forecast-constant = No forecast: the figure has never changed.
forecast-no-target = No forecast: there is no target ahead.
forecast-too-far = No forecast: the target is { $ahead } ahead and the history is only { $n }; it does not say so much.
forecast-reading = By { $date } it is expected to be { $mean }; at { $level } between { $low } and { $high }. The target { $target }, its tolerance counted, will be met with probability { $probability }.
forecast-way = Foreseen by { $way }: of those tried ({ $tried }) it erred least on values that it had not seen. Its interval held { $coverage } of them.
forecast-leading = Checkpoints that go into it: { $names }.
forecast-way-Naive = the last value
forecast-way-Seasonal-naive = the value of a season ago
forecast-way-Drift = the last value and the mean step
forecast-way-Mean = the mean
forecast-way-Theta = the Theta method
forecast-way-Regression = the regression on checkpoints
detect-seen = In { $time } a change of { $change } will be seen with probability { $power }.
detect-unseen = In { $time } a change of { $change } can hardly be told from what it does anyway: it will be seen with probability { $power }. A change of { $least } would show.
detect-needs = To be seen with probability { $wished } it needs { $steps }.
detect-never = It will not be seen with probability { $wished } in ten times that.
store-closed = The figure of “{ $kpi }” for { $date } cannot change: all up to { $until } is closed. Who may approve can open the period again.
seen-season = There is a season: { $share } of how it moves about its trend.
seen-no-season = No season is seen.
seen-shift = Since { $date } the level is another: { $before } on average before, { $after } after.
seen-unusual = { $date }: { $value } stands out; about { $expected } was to be expected.
seen-calm = In { $span } neither a shift of level nor values that stand out.
fact-evidence = Evidence
fact-forecast = Forecast
fact-detectable = Would it show
word-forecast = forecast
course-title = What its history shows
judged-not-yet = Evidence and forecast are being counted; load the page again in some seconds.
judged-figures = The figures that this rests on
forecast-tried = What ways were tried
forecast-col-way = Way
forecast-col-error = Mean error
forecast-col-relative = Of the last value’s
evidence-analyst = For the analyst
evidence-better = What else has led
evidence-searched = A search among all measured KPIs: { $n } pairs, the probabilities count them all (Benjamini–Yekutieli).
evidence-by-lag = Correlations of the whitened series by lag, { $n } periods
evidence-lag-day = Lead, days
evidence-lag-week = Lead, weeks
evidence-lag-month = Lead, months
evidence-lag-quarter = Lead, quarters
evidence-lag-year = Lead, years
history-title = The figure of { $date }
history-about = All that was ever known of this day: the last value holds, the earlier ones stay beside it.
history-number = No.
history-imported = Known since (UTC)
history-by = Brought by
history-confirmed = Confirmed
figure-revised = revised
figure-loose = not confirmed
figures-earlier = Earlier ones
figures-confirm = Confirm these figures
close-title = Closing a period
close-none = No period is closed.
close-until = Figures up to { $n } are closed and do not change.
close-label = Close up to
close-help = Figures up to this day cannot change until the period is opened again: an empty field opens all.
close-do = Save
close-ahead = { $date } is still ahead: only what has passed can be closed.
audit-what-confirm = figures confirmed
audit-what-close = period closed
control-points = { $figure } pp
evidence-row-p-value = p { $p }
cli-evidence = Shows whether checkpoints lead to terminal KPIs: a verdict for each link
cli-evidence-search = Look among all KPIs for what has led terminal ones
cli-evidence-no-links = No checkpoint is said to lead to a terminal KPI.
cli-evidence-none-led = Nothing that is measured has led a terminal KPI.
cli-forecast = Foresees a KPI for the day of its target, and how probably it is met
cli-forecast-kpi = the KPI’s id; without it all terminal ones
cli-forecast-unknown = There is no KPI “{ $id }”.
