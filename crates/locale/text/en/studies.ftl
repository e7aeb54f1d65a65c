# Studies: questions put to data.
kind-study = study
kinds-study = Studies
    .new = New study
    .help = A question put to data by a stated method. What it finds is evidence that a statement, a segment or a checkpoint can cite.
report-studies = Studies
report-studies-empty = Ask the data: what is related, what drives what, what lies behind it, which kinds there are. An answer that stands is cited by the situation, the segments and the checkpoints.
init-studies = studies.toml: questions put to data, with their method and the answer that was accepted.
studies-lacks-data = it does not say which data are asked
studies-lacks-method = it does not say what kind of question it is

field-study-name = Question
    .help = As you would ask it aloud. The method follows from the question, not the other way round.
    .example = What drives comments?
field-study-data = Data
    .help = A file of the department's data, or “kpi” for its own measurements.
    .example = posts.csv
field-study-filter = Which rows
    .help = A condition; all rows where it is empty.
    .example = type = "video" and year(published) >= 2017
field-study-derive = Columns counted from others
    .help = A name, an equals sign, an expression.
    .example = engagement = (likes + comments) / reach
field-study-method = Kind of question
    .help = What columns are like; whether they are related; what one depends on; what lies behind many; which kinds there are; whether groups differ; what happens over time.
field-study-options = What was chosen
    .help = An option of the method, an equals sign, its value.
    .example = formula = comments ~ type
field-study-new = New rows
    .help = Data with the same columns, of which the answer is asked too: what to expect of them, which kind they are.
    .example = may.csv
field-study-words = The analyst's words
    .help = What follows for the department, and what does not.
    .example = Live video starts talk; photographs gather silent likes.
field-study-found = Answer that was accepted
    .help = Reper writes it when the analyst accepts the answer. When data change it, a finding says so.
    .example = n = 7050; video +310
field-study-date = Accepted on
    .help = The day on which the answer was read and accepted.
field-study-owner = Analyst
    .help = Who answers for the method and its reading.
field-study-printed = Print with the documents
    .help = Question, method, answer and picture stand at the end of the outward strategy.
field-statement-study = Study
    .help = The study that found it.
field-segment-study = Study
    .help = The study whose clusters this segment is one of.
field-kpi-study = Study
    .help = The study that says why this is worth reading.

study-method-describe = what are the columns like?
study-method-correlate = are they related?
study-method-regress = what does it depend on?
study-method-factor = what lies behind them?
study-method-cluster = which kinds are there?
study-method-test = do groups differ?
study-method-series = what happens over time?

# The pages.
studies-ask = Ask data
studies-ask-do = Ask
studies-question = What do you want to know?
studies-none = No study has been kept yet. Ask data, and keep what was worth asking.
studies-not-chosen = not chosen
studies-files = Data
studies-files-none = No file has been brought yet. The department's own measurements can be asked as they are.
studies-file = File
studies-size = Size
studies-by = Brought by
studies-kib = { $n } KiB
studies-remove = Remove
studies-bring = Bring a file
studies-bring-help = CSV, XLSX, ODS, Parquet or JSONL with a head row, up to { $n } MiB. A file of a name that is there already takes its place.
studies-bring-do = Bring
studies-data-kpi = our KPIs by month
studies-data-kpi-week = our KPIs by week
studies-data-kpi-day = our KPIs by day
studies-facts = How it was counted
studies-take = Take along or keep
studies-keep = Keep as a study
studies-accept = Accept the answer
studies-again = Ask with other options
studies-edit = Edit
studies-now = The answer now
studies-nothing-to-accept = There is no answer to accept.
studies-conflict = Somebody has changed this study at the same moment. Open it again.
studies-state-unasked = not asked yet
studies-state-fault = no answer
studies-state-open = answer not accepted
studies-state-changed = answer changed
studies-state-accepted = accepted
