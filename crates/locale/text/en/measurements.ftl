# What an import of figures tells of a file.
measurements-none-named = No row is of a KPI of the department. Say which column holds the KPIs' names, or what they are called in the file.
measurements-no-periods = No column is headed by a date or a period. Choose another form of the table, or head the columns as in “March 2026”.
measurements-no-year = The file names months of no year. Say which year they are of.
measurements-no-column = It is not said which column holds the dates, the KPIs or the figures. Choose it.
measurements-in-head = heads, “{ $column }”: { $problem }
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
