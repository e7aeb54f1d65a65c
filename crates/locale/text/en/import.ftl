# Files that are read as tables.
table-text = text in { $encoding }, columns set apart by { $delimiter }
table-workbook = { $kind } workbook, sheet “{ $sheet }”
table-tab = a tab
table-semicolon = a semicolon
table-comma = a comma
table-unknown-kind = Files of the kind “.{ $ending }” are not read. CSV, TSV, XLSX, ODS and Parquet are.
table-not-text = This is neither text nor a workbook. Save the table as CSV in UTF-8 or as XLSX.
table-old-or-locked = This is an old Excel workbook (XLS), or one with a password. Save it as XLSX without a password.
table-not-parquet = The file is named as Parquet and is none. Write it anew, or name it by what it is (CSV, XLSX).
table-not-workbook = The file is named as a workbook and is none. Save the table anew as XLSX.
table-broken = The file is damaged and cannot be read: { $detail }. Save the table anew.
table-no-sheet = There is no sheet “{ $name }” in the workbook. Its sheets: { $there }
table-empty = There is nothing in the table.
table-too-long = The file is too large: more than { $mebibytes } MiB. Split it up.
table-too-large = The table is too large: more than { $limit } { $what ->
    [rows] rows
    [columns] columns
    [levels] different values in a column
   *[cells] cells
 }. Split it up.

# What an import makes of them.
import-no-column = There is no column “{ $name }” in the file. Its columns: { $there }
import-unknown-kpi = The department has no KPI “{ $id }”.
import-unknown-kpi-near = The department has no KPI “{ $id }”; perhaps “{ $near }” is meant.
import-kpi-twice = The KPI “{ $id }” was given two columns. Leave one.
import-no-kpi = No KPI was chosen. Name at least one with the column of its figures.
import-no-rows = The file has a header and no rows.
import-row = row { $row }, “{ $column }”: { $problem }
import-more = … and { $count ->
    [one] { $count } more cell that cannot be read
   *[other] { $count } more cells that cannot be read
 }
import-not-a-date = “{ $value }” cannot be read as a date (with slashes the month is taken to come first)
import-not-a-date-day-first = “{ $value }” cannot be read as a date (with slashes the day comes first in this column)
import-not-a-month = “{ $value }” cannot be read as a month
import-no-date = the row has figures and no date
import-date-out-of-range = the date “{ $value }” lies before 1990 or more than a year ahead
import-not-a-number = “{ $value }” cannot be read as a number ({ $mark })
import-mark-point = decimal point
import-mark-comma = decimal comma
import-duplicate = row { $first } already has a figure for { $date }
import-too-great = the figures of the period add up to more than can be kept

aggregate-mean = mean
aggregate-sum = sum
aggregate-median = median
aggregate-last = last
aggregate-min = least
aggregate-max = greatest
aggregate-count = number of rows
