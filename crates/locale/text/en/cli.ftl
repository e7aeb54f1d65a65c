# The command line.
cli-about = Reper: the working system of an in-house SMM department
cli-usage = Usage:
cli-usage-options = options
cli-usage-command = command
cli-commands = Commands:
cli-arguments = Arguments:
cli-options = Options:
cli-help = This help
cli-version = The version
cli-lang = Language of what is said: ru or en
cli-today = The day to check and read figures at, instead of today
cli-demo = Serve the demo department on this machine
cli-demo-dir = Folder for the demo's texts and figures [reper-demo]
cli-listen = Address to listen on [127.0.0.1:7373]
cli-init = Start a department in a folder
cli-init-dir = The folder
cli-init-demo = Fill it with the demo department, in Russian or English
cli-check = Check a department's texts
cli-check-path = The department's folder [the current one]
cli-format = Form of the output: human, or one for machines
cli-strict = Fail on warnings, too
cli-mend = Carry out the mends that need no thought
cli-watch = Check again whenever a file changes
cli-explain = Explain a rule; without a code, all of them
cli-explain-code = The rule's code, such as OB01
cli-render = Print both documents
cli-out = Folder for the documents [the current one]
cli-render-format = Forms: pdf, docx, html of the documents; xlsx, csv, ics, json of the department [pdf]
cli-render-lang = Languages of the documents: ru, en [the department's]
cli-kpi = Import and read figures
cli-kpi-import = Take figures from a CSV, XLSX, ODS or Parquet file
cli-kpi-file = The file
cli-kpi-date = The column of the dates
cli-into = The department's folder [the current one]
cli-kpi-year = The date column holds months of this year
cli-kpi-aggregate = How several rows of one period become one figure
cli-kpi-partial = Keep the rows that can be read although others cannot
cli-kpi-dry-run = Show what would be kept, keep nothing
cli-kpi-status = Where each KPI stands
cli-serve = Serve a department's pages
cli-serve-data = The department's folder [the current one]

check-summary = { $elements ->
    [one] { $elements } element
   *[other] { $elements } elements
 } checked: { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
 }, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
 }, { $advice } worth a thought.
check-mended = Mends carried out: { $count }.
check-watching = Watching { $path }; Ctrl-C stops.

explain-bad = This raises it:
explain-good = This does not:
explain-catalogue =
    # The rules

    Reper checks a department by { $count } rules. This page is made by `reper explain`; the rules themselves stand in `crates/department/src/rules`, a file each, and the examples below are their tests.
explain-unknown = There is no rule { $code }. There are: { $known }.

init-done = The department is in { $path }. Next: reper check { $path }
init-department = department.toml: the organisation, its people and what they work with.
init-business = business.toml: the goals of the company's own strategy. They are only borrowed from, never set here.
init-sostac = sostac.toml: the outward document. Situation, objectives, strategy, tactics, action plan, control.
init-scorecard = scorecard.toml: the inward document. Four perspectives, their objectives and initiatives; the processes.
init-listening = listening.toml: where the department listens, to what, and who acts on it.

render-errors = { $errors ->
    [one] One error was found; it stands
   *[other] { $errors } errors were found; they stand
 } in the appendix. A document with errors cannot be approved.

kpi-imported = New: { $added }. Changed and kept as a new revision: { $revised }. Known already: { $unchanged }.
kpi-dry-run = Nothing was kept. Figures that would be taken: { $values }; rows that cannot be read: { $errors }.
kpi-refused = Nothing was kept: { $errors } of the cells cannot be read. Mend them, or keep the { $values } that can be read with --partial.
kpi-aggregate-hint = Several rows stand for one period: --aggregate says how they become one figure, such as --aggregate mean.

demo-folder = The demo department is kept in { $path }: whatever you change on its pages stays there. Its figures are synthetic, and its day is { $day }.
serve-address = “{ $address }” is no address. It is written 127.0.0.1:7373.
serve-taken = cannot listen on { $address }
serve-stop = Ctrl-C stops.

error-no-path = There is nothing at { $path }.
error-no-department = { $path } holds no department. `reper init { $path }` starts one.
error-occupied = { $path } holds a department already; nothing was written.
error-file = { $path }: { $reason }.
error-too-much = { $path } holds more files than a department does. Is it the right folder?
error-no-pdf = this binary was built without PDF
io-not-found = it is not there
io-denied = access is denied
io-full = the disk is full
fault = Something failed that is not your mistake: { $cause }

misuse-value = “{ $value }” cannot stand for { $argument }. Possible: { $known }.
misuse-unreadable = “{ $value }” cannot be read as { $argument }.
misuse-argument = There is no argument { $argument }{ $hint }.
misuse-command = There is no command { $command }{ $hint }.
misuse-missing = Missing: { $argument }.
misuse-twice = { $argument } cannot stand here, or stands twice.
misuse-help = --help tells more.

store-no-database = { $path } is not a database. Move it away, and Reper makes a new one.
store-foreign = { $path } is a database that another program made. Move it away, and Reper makes its own.
store-newer = The database was made by a later version of Reper (schema { $found }; this one knows schemas up to { $known }). Install that version.
store-not-finite = The value of { $kpi } for { $date } is not a finite number; nothing was kept.
store-cannot-open = { $path } cannot be opened: { $cause }.
store-broken = What is kept is not as it was kept: { $what }. Restore a backup: reper restore FILE --replace.
store-failed = The figures cannot be reached: { $cause }.
error-no-revision = There is no revision { $number }. The page of revisions lists those there are.
error-interrupted = The work was interrupted: { $cause }. Try it again.
