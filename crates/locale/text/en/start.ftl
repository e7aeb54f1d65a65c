start-title = Guided start
start-lead = Step by step from an empty department to two documents without errors. Each step says what is asked and why; the rules say what is still missing.
start-whole = Both documents are without errors.
start-done = done
start-fill = Fill in
start-filled = filled in
start-change = Change
start-form = mend in the form
start-approve = To approval
start-more = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}
start-warnings = { $n ->
    [one] { $n } warning is left: mend it, or give a reason when you propose them.
   *[other] { $n } warnings are left: mend them, or give reasons when you propose them.
}
start-others = { $n ->
    [one] and { $n } error that belongs to no step
   *[other] and { $n } errors that belong to no step
}
start-who = Who we are
start-who-why = The department, the units of the company that it works with, the people who answer for something, and those who approve.
start-business = What the business wants
start-business-why = The department has no goals of its own: it borrows those of the business strategy. Write them down first, as the strategy says them.
start-situation = Situation: where are we now?
start-situation-why = Strengths, weaknesses, opportunities and threats, whom you speak to, against whom, where, and with what figures you begin. Without a baseline no progress can be shown.
start-objectives = Objectives: where do we want to be?
start-objectives-why = A goal is a state of the business that is borrowed from its strategy; tasks lead to it over three horizons, each with a day and somebody who answers for it.
start-strategy = Strategy: how do we get there?
start-strategy-why = The main line, and the instruments: a format in a channel for an audience.
start-tactics = Tactics: how exactly?
start-tactics-why = How each instrument is worked, by which process, and what people must be able to do for it.
start-actions = Actions: who does what when?
start-actions-why = A plan in which every action has somebody who does it, a beginning, an end and its cost in hours and money.
start-control = Control: how do we know?
start-control-why = A terminal KPI shows that the goal is reached; checkpoint KPIs on the way show it early. Each checkpoint has a correction prepared for when it is missed.
start-scorecard = Balanced scorecard
start-scorecard-why = Objectives from four perspectives, joined by cause and effect: competence makes processes better, processes serve clients, clients bring the financial result.
start-processes = Processes and hand-offs
start-processes-why = What the department does again and again, and what it hands to other departments and receives from them.
start-people = Roles, competence, software
start-people-why = What each role must be able to do, who can do it, and with what tools.
start-listening = Proactive listening
start-listening-why = Where people speak of the company, what is searched for, and who answers within what time.
