# What an import of figures tells of a file.
measurements-none-named = No row is of a KPI of the department. Say which column holds the KPIs' names, or what they are called in the file.
measurements-no-periods = No column is headed by a date or a period. Choose another form of the table, or head the columns as in “March 2026”.
measurements-no-year = The file names months of no year. Say which year they are of.
measurements-no-column = It is not said which column holds the dates, the KPIs or the figures. Choose it.
measurements-in-head = heads, “{ $column }”: { $problem }
measurements-not-a-date = “{ $value }” cannot be read as a date or a period
measurements-month-alone = “{ $value }” is a month of no year: say which year it is of
measurements-no-name = the row has a figure and names no KPI
measurements-near = there is no KPI “{ $value }”; perhaps “{ $near }” is meant
measurements-other-unit = “{ $value }” is in another unit than the KPI
measurements-note-above = { $n ->
    [one] { $n } row above the heads was passed over.
   *[other] { $n } rows above the heads were passed over.
 }
measurements-note-totals = { $n ->
    [one] A row of totals was left out: { $rows }.
   *[other] Rows of totals were left out: { $rows }.
 }
measurements-note-units = Row { $row } holds units, not figures; it was left out.
measurements-note-columns = Columns that are no periods were left out: { $names }.
measurements-note-days = { $n ->
    [one] A row without a date took the date above it, as with merged cells: { $rows }.
   *[other] Rows without a date took the date above them, as with merged cells: { $rows }.
 }
measurements-note-names = { $n ->
    [one] A row without a KPI took the KPI above it, as with merged cells: { $rows }.
   *[other] Rows without a KPI took the KPI above them, as with merged cells: { $rows }.
 }
measurements-note-unknown = “{ $name }” is no KPI of the department and was left out ({ $n ->
    [one] { $n } row
   *[other] { $n } rows
 }).
measurements-note-settled = Figures are dated to the last day of their KPI's period.
measurements-note-shares = All figures of “{ $kpi }” lie between 0 and 1, and the KPI is in per cent. If they are shares of one, say so: 0.125 will be 12.5 %.
measurements-note-multiplied = The head “{ $column }” speaks of thousands or millions, and the KPI's unit does not. The figures are taken as they stand.
measurements-note-more = { $rows } and { $n } more

# Imports that fetch their file, and figures that are typed.
measurements-entered-by = entered by { $name }
measurements-pull-refused = Nothing was kept: { $n ->
    [one] { $n } cell cannot be read
   *[other] { $n } cells cannot be read
 }. The first: { $first }
measurements-pull-too-large = the file is larger than { $n } MB
measurements-pull-timeout = no file within a minute
measurements-url-wrong = “{ $address }” is no address that a file can be fetched from: it begins with https:// or http://.
measurements-url-private = { $host } is of this machine or its network. An administrator must name it under Hooks first.
measurements-note-more-unknown = { $n ->
    [one] { $n } more name is no KPI of the department and was left out.
   *[other] { $n } more names are no KPIs of the department and were left out.
 }

# The pages on which figures are brought in.
measurements-import = Import figures
measurements-about = Figures of KPIs out of a table: with a row for each day, a row for each figure, or periods side by side. You see what each column is taken for and what cannot be read, mend it here, and only then is anything kept, all at once.
measurements-file-help = CSV, XLSX, ODS or Parquet, at most { $n } MB. Titles, totals and merged cells may stay.
measurements-as = Columns
measurements-guess = as they seem to be
measurements-next = Next: look
measurements-other = Other ways
measurements-enter = Enter figures
measurements-enter-about = type what is due, sheet by sheet
measurements-imports = Named imports
measurements-imports-about = columns that are remembered, and files that are fetched from an address
measurements-api-about = a program sends figures with a key
measurements-instead = For the figures of KPIs there is a page of their own:
measurements-done = Kept. New: { $added }. Changed and kept as a new revision: { $revised }. Known already: { $unchanged }.
measurements-form = The table has
measurements-form-wide = a row for each day, a column for each KPI
measurements-form-long = a row for each figure
measurements-form-across = a row for each KPI, periods side by side
measurements-date = Dates
measurements-name = KPIs
measurements-value = Figures
measurements-aggregate = Several rows of one period
measurements-aggregate-none = are an error
measurements-year = Year of months without one
measurements-shares = Figures of KPIs in per cent are shares of one (0.125 is 12.5 %)
measurements-unknown = What the file calls otherwise
measurements-in-file = In the file
measurements-rows = Rows
measurements-look = Look again
measurements-mends = What cannot be read
measurements-mends-about = Write what is right, or “—” where there is no figure, and look again. The file stays as it is.
measurements-errors = { $n ->
    [one] { $n } cell
   *[other] { $n } cells
 }
measurements-all-mended = all is mended
measurements-where = Where
measurements-wrong = What is wrong
measurements-right = What is right
measurements-skip = Row
measurements-skip-row = leave out
measurements-place = row { $row }, “{ $column }”
measurements-place-head = head “{ $column }”
measurements-row = row { $row }
measurements-mended = mended; in the file: “{ $was }”
measurements-kept = What would be kept
measurements-total = { $n ->
    [one] { $n } figure.
   *[other] { $n } figures.
 }
measurements-empty = { $n ->
    [one] { $n } cell is empty.
   *[other] { $n } cells are empty.
 }
measurements-nothing = No figure can be read yet. Say above which column is what.
measurements-count = Figures
measurements-span = For
measurements-last = The last
measurements-new = { $n } new
measurements-changed = { $n } changed
measurements-known = known already
measurements-leave = { $n ->
    [one] Leave out the { $n } cell that cannot be read
   *[other] Leave out the { $n } cells that cannot be read
 }
measurements-refused = Nothing was kept: { $n ->
    [one] { $n } cell cannot be read
   *[other] { $n } cells cannot be read
 }. Mend or leave out what stands below.
measurements-remember = Remember these columns under a name (may be left empty)
measurements-apply = Keep the figures
measurements-imports-lead = Columns that are remembered under a name. One with an address fetches its file itself.
measurements-imports-none = Nothing is remembered yet. When figures are imported, their columns can be given a name.
measurements-failed = failed
measurements-url = Address of the file
measurements-url-help = CSV, XLSX, ODS or Parquet, fetched by this server. Leave it empty for files that are sent.
measurements-every = Fetched
measurements-every-none = only when somebody says so
measurements-every-hour = every hour
measurements-every-day = every day
measurements-every-week = every week
measurements-every-month = every thirty days
measurements-partial = Leave out cells that cannot be read; otherwise nothing is kept where there are some
measurements-pull-now = Fetch now
measurements-drop = Forget
measurements-left = Left out: { $n ->
    [one] { $n } cell.
   *[other] { $n } cells.
 }
measurements-enter-lead = A figure for the period that has just ended, and for the one before. What you change is kept beside what was known.
measurements-entered = Kept. New: { $added }. Changed: { $revised }.
measurements-enter-wrong = Nothing was kept yet: { $n ->
    [one] { $n } figure cannot be read
   *[other] { $n } figures cannot be read
 }. What you typed stands below.
measurements-enter-none = Nothing was changed.
measurements-enter-emptied = A known figure is not taken away here: write the right one.
measurements-due = { $n ->
    [one] { $n } KPI is due
   *[other] { $n } KPIs are due
 }
measurements-none-due = nothing is due
measurements-all = show all KPIs
measurements-only-due = show what is due only
measurements-before = The period before
measurements-ended = The period that has ended
measurements-is-known = known
measurements-own = yours
measurements-rest = { $n } more will follow when these are known.
measurements-enter-apply = Keep
measurements-week = week to { $date }
measurements-quarter = Q{ $n } { $year }

# The command line.
measurements-cli-form = How the table is laid out: a row a day, a row a figure, or periods side by side; guessed where nothing is said
measurements-cli-kpi = A KPI and the column of its figures (or, where KPIs stand in rows, what it is called there); may be repeated
measurements-cli-name = The column of the KPIs' names
measurements-cli-value = The column of the figures
measurements-cli-as = Read the columns as they are remembered under this name
measurements-cli-remember = Remember the columns under this name
measurements-cli-shares = Figures of KPIs in per cent are shares of one
measurements-cli-imports = Which imports have a name
measurements-cli-no-name = No import is called “{ $name }”. `reper kpi imports` tells which there are.
measurements-cli-not-kept = The columns are not remembered under “{ $name }”: a name has 1 to 60 letters, and there are at most 100.
measurements-cli-none = No import has a name yet: reper kpi import FILE --remember NAME.
measurements-cli-sheet = The sheet of a workbook; the first visible one where none is named
measurements-sheet = Sheet
measurements-sheet-first = the first visible
