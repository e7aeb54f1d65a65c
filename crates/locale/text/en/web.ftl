# The pages.
web-menu = Menu
web-skip = To the page
web-language = Language
web-theme = Theme
web-theme-auto = Theme of the system
web-theme-light = Light
web-theme-dark = Dark
web-draft = draft
web-revision = revision { $revision } of { $date }
web-revision-undated = revision { $revision }
web-synthetic = The figures are synthetic: this is a demonstration.
web-no-tabler = The Tabler stylesheet has not been brought; the pages do without it. With Node installed it is brought by

web-overview = Overview
web-situation = Situation
web-objectives = Objectives
web-strategy = Strategy
web-tactics = Tactics
web-actions = Actions
web-control = Control
web-scorecard = Scorecard
web-processes = Processes
web-handoffs = Hand-offs
web-people = People
web-listening = Listening
web-kpis = KPIs
web-findings = Findings
web-documents = Documents
web-rules = Rules

web-where = Where are we?
web-where-empty = No terminal KPI is described yet: it says what is to be reached in the end, and by when.
web-all-kpis = all KPIs
web-state-note = The state holds the last figure against the path to the target.
web-target = target
web-by = by { $date }
web-next = What is next?
web-next-empty = No checkpoints in sight. A checkpoint is read on the way to a terminal KPI, with a correction ready for the day it is missed.
web-instead = instead of
web-no-correction = No correction has been prepared.
web-more-missed = { $n ->
    [one] { $n } more missed checkpoint
   *[other] { $n } more missed checkpoints
 }
web-unsound = What is unsound?
web-owes = Who owes what this week?
web-owes-none = Nothing is due until Sunday.
web-was-due = was due { $date }
web-owed-action = action
web-owed-correction = correction
web-owed-reading = reading
web-nobody = Nobody named
web-more = and { $n } more
web-empty = This department has no text yet. Begin with what the business wants: every goal is borrowed from a goal of the company’s own strategy.

web-kpis-terminal = Terminal KPIs
web-kpis-checkpoint = Checkpoint KPIs
web-kpis-measure = Measures of the scorecard
web-kpis-none = KPIs of no kind
web-kpis-empty = A KPI is terminal, reached in the end, or a checkpoint, read on the way. None is described yet; this is how one begins:
web-course = Course
web-stale = the figure is out of date
web-serves = Leads to
web-better = Direction
web-rhythm = Read
web-tolerance = Tolerance
web-definition = Definition
web-targets = Targets and readings
web-measurements = Measurements
web-measurements-empty = Nothing has been measured yet. Figures are brought from a table by this command:
web-row = row { $row }
web-synthetic-mark = synthetic
web-chart-target = target
web-chart-tolerance = tolerance
web-chart-today = today
web-chart-empty = no measurements yet

web-filter = Files
web-all-files = All files
web-findings-none = Nothing to mend: both documents are sound.
web-no-findings = no findings
pager = Part { $part } of { $of }
web-left-out = { $n ->
    [one] { $n } more is not listed; narrow the list to a file.
   *[other] { $n } more are not listed; narrow the list to a file.
 }
web-count-error = { $n ->
    [one] { $n } error
   *[other] { $n } errors
 }
web-count-warning = { $n ->
    [one] { $n } warning
   *[other] { $n } warnings
 }
web-count-advice = { $n } advice
web-why = Why it matters
web-mend = How to mend it
web-example-bad = Raises the finding
web-example-good = Sound
web-found-here = Found in this department
web-rules-about = What the documents are checked for, in the order of the method.
web-rule-off = not checked
web-family-tx = The texts
web-family-bg = Business goals
web-family-si = Situation
web-family-ob = Objectives
web-family-st = Strategy
web-family-ta = Tactics
web-family-ac = Actions
web-family-co = Control and correction
web-family-sc = Scorecard
web-family-pr = Processes and hand-offs
web-family-cs = Competence and software
web-family-li = Listening

web-document-sostac = Outward: SOSTAC
web-document-sostac-about = What the department does in digital space, and why: from the situation to control and correction.
web-document-scorecard = Inward: the Balanced Scorecard
web-document-scorecard-about = What the department rests on: finance, client processes, internal processes, competence and software.
web-download = Download
web-read = Read here
web-text = Text
web-not-approvable = A document cannot be approved while it has errors:
web-files = Files
web-file-place = Mend this text in any editor; the page shows it as it is saved:
web-file-absent = This file is not there yet. Its place:

web-not-found = There is no such page
web-not-found-mend = The address may be mistyped, or what it named has been renamed in the texts.
web-wrong-request = The request was not understood
web-wrong-request-mend = Go back and choose again.
web-unreadable = The department cannot be read
web-fault = Something failed on our side
web-fault-mend = Nothing of yours is lost. Try again; if it fails once more, tell whoever runs Reper the number below.
web-fault-id = Number of the fault:
web-way-back = Back to the overview
