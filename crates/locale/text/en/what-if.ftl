what-if-title = What if
what-if-lead = Change a target, a weight, a rhythm or a correction and see what would come of it. Nothing is saved until you say so; the address can be passed on.
what-if-weights = Weights of the scorecard
what-if-now = now
what-if-see = See the page
what-if-drop = Leave it out
what-if-more = Try a KPI, too
what-if-do = See what comes of it
what-if-again = Start over
what-if-target = Target { $n }
what-if-date = day
what-if-value = value
what-if-card = The scorecard
what-if-card-note = Achieved is the part of the way from baseline to last target, by weight; the second column is the part that the plan wants by now.
what-if-nothing = Nothing is changed yet: this is how things stand.
what-if-changes =
    { $n ->
        [one] { $n } field would change.
       *[other] { $n } fields would change.
    }
what-if-unsaved = It is not saved.
what-if-aims = KPIs and their chances
what-if-aims-note = The probability is that of meeting the last target ahead, as the figures so far foresee it. A changed target changes the aim, not the world: the forecast stays, the chance moves. A dash: there is no target ahead, too few figures, or the target is further ahead than the figures reach back.
what-if-no-aims = No terminal KPI stands in the plan yet; choose a KPI to try.
what-if-findings = Findings
what-if-no-findings = No finding would come or go.
what-if-come = Would come
what-if-gone = Would go
what-if-opened = Corrections that would open
what-if-save = Keep it
what-if-save-help = Why it is changed; it stands with the new revision.
what-if-save-do = Save as a revision
what-if-note-given = Tried under “What if”
what-if-conflict = Somebody has saved something else in the same fields meanwhile. What you see is held against the latest texts; save once more if you still want it.
what-if-try = What if …
