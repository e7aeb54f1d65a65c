# What all answers of the analytical machine share.
stats-yes = yes
stats-no = no
stats-reading = What it says
stats-cautions = Before it is believed
stats-more-rows = … and { $count ->
    [one] { $count } more row
   *[other] { $count } more rows
 }
stats-head-column = column
stats-head-n = n
stats-head-missing = missing
stats-head-mean = mean
stats-head-sd = SD

# Why a question has no answer.
stats-no-option = There is no option “{ $name }” here. There are: { $there }
stats-choice = “{ $name }” cannot be “{ $value }”. It may be: { $allowed }
stats-data-name = Data cannot be kept under the name “{ $name }”. Give the file a plain name such as posts.csv.
stats-no-data = Name the file with the data.
stats-needed = Name --{ $name }: the question cannot be asked without it.
stats-rows = rows
stats-columns = columns
stats-groups = groups
stats-levels = levels
stats-too-few = Too little to go by: { $what }: { $have }, and at least { $need } are needed.
stats-constant = “{ $column }” has the same value in every row; nothing can depend on it. Leave it out.
stats-all-missing = “{ $column }” has no values at all. Leave it out.
stats-infinite = “{ $column }” is infinite in row { $row }. Mend that row or filter it out.
stats-need-number = figures
stats-need-factor = words to group by
stats-need-scale = words, or figures of no more than 20 different values
stats-need-two-levels = exactly two different values
stats-need-count = whole numbers from 0
stats-need-positive = figures above 0
stats-need-binary = 0 and 1 only
stats-kind = “{ $column }” does not fit: this place needs { $need }.
stats-no-column = There is no column “{ $name }”. There are: { $there }
stats-no-column-many = There is no column “{ $name }”. There are: { $there } and { $more } more
stats-lengths = Columns of different length: { $left } rows against { $right }.
stats-collinear = These columns follow wholly from the others: { $columns }. Leave them out.
stats-separated = “{ $column }” separates the outcomes without a single exception, so its effect has no finite estimate. Leave it out or join levels.
stats-no-convergence = { $what }: no solution was found in { $steps } steps. Scale the columns, or take fewer.
stats-formula = Formula, character { $at }: { $why }
stats-stopped = Stopped.

# The command and its options.
stats-describe = what columns are like
stats-opt-columns = the columns, set apart by commas; all figures where none are named
stats-opt-level = the confidence level of intervals

# The command.
stats-words = Words
stats-cli = Asks data: description, correlation, regression, factors, clusters, tests, series
stats-cli-file = The data: CSV, XLSX, ODS, Parquet, JSONL
stats-cli-format = Form of the output: for people, JSON, the main table as CSV, or an R script that repeats it
stats-cli-out = A file for the answer, by its ending: .svg, .xlsx, .csv, .json, .r, .txt; may be given several times
stats-ending = An answer is not written as “.{ $ending }”. Choose .svg, .xlsx, .csv, .json, .r or .txt.
stats-opt-method = the method
stats-opt-missing = what is done with rows that lack a value
stats-opt-seed = the seed of what is random
stats-cli-filter = Which rows are asked: num_comments > 10 and type in ("video", "live")
stats-cli-derive = A column counted from others: hour = hour(published); may be given several times
stats-cli-types = Kinds of columns where they are not as they look: number, whole, yes-no, date, date-time, word, text
stats-cli-units = Units of columns: reach=people,price=₽
